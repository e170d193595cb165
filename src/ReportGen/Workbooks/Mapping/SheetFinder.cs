using System.Text.RegularExpressions;
using ReportGen.Definitions;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Finds the sheets of a kind by their names, visible sheets first.</summary>
internal sealed partial class SheetFinder(RawWorkbook workbook)
{
    private readonly Dictionary<RawSheet, SheetLabels> _labels = [];
    private readonly Dictionary<object, IReadOnlyList<RawSheet>> _sheets = new(ReferenceEqualityComparer.Instance);
    private readonly List<(TableSheet Definition, KindDefinition Edition, IReadOnlyList<LocatedTable> Tables)> _tables = [];

    /// <summary>The sheets with the name or a synonym of a definition, best match first; empty if none. Cached.</summary>
    public IReadOnlyList<RawSheet> FindAll(SheetDefinition definition) =>
        _sheets.TryGetValue(definition, out var known) ? known : _sheets[definition] = Search(definition);

    /// <summary>The best match for a definition; null if none.</summary>
    public RawSheet? Find(SheetDefinition definition) => FindAll(definition) is [var first, ..] ? first : null;

    /// <summary>The labels of a sheet, cached.</summary>
    public SheetLabels LabelsOf(RawSheet sheet) =>
        _labels.TryGetValue(sheet, out var known) ? known : _labels[sheet] = new SheetLabels(sheet, workbook.File);

    /// <summary>The tables of a sheet, located by the labels of an edition; empty if there is no such sheet. Cached.</summary>
    public IReadOnlyList<LocatedTable> TablesOf(TableSheet definition, KindDefinition edition)
    {
        foreach (var known in _tables)
            if (ReferenceEquals(known.Definition, definition) && ReferenceEquals(known.Edition, edition)) return known.Tables;
        IReadOnlyList<LocatedTable> tables = Find(definition) is { } sheet
            ? TableLocator.Locate(LabelsOf(sheet), edition.TablesOf(definition.TableIds)) : [];
        _tables.Add((definition, edition, tables));
        return tables;
    }

    /// <summary>Reports missing required sheets and duplicate sheets.</summary>
    public void Inspect(KindDefinition kind, FindingList findings)
    {
        foreach (var sheet in kind.Sheets.Where(s => s is not NotesSheet))
        {
            var found = FindAll(sheet);
            if (found.Count == 0 && sheet.IsRequired)
                findings.Add(SheetMessages.MissingSheet(workbook.File, sheet, NearestName(kind, sheet)));
            foreach (var other in found.Skip(1).Where(s => !s.IsHidden))
                findings.Add(SheetMessages.DuplicateSheet(workbook.File, sheet, found[0].Name, other.Name));
            foreach (var copy in workbook.Sheets.Where(s => found.Count > 0 && IsChangedCopy(s, found)))
                findings.Add(SheetMessages.DuplicateSheet(workbook.File, sheet, found[0].Name, copy.Name));
        }
    }

    private IReadOnlyList<RawSheet> Search(SheetDefinition definition)
    {
        foreach (var looseness in Enum.GetValues<LabelLooseness>())
        {
            var keys = definition.Synonyms.Prepend(definition.Name).Select(n => LabelText.Key(n, looseness)).ToHashSet();
            var found = workbook.Sheets.Where(s => keys.Contains(LabelText.Key(s.Name, looseness)))
                .OrderBy(s => s.IsHidden).ToList();
            if (found.Count > 0) return found;
        }
        return [];
    }

    /// <summary>
    /// Whether a sheet was copied from one of these by a spreadsheet program or by hand, and differs from it now.
    /// </summary>
    private static bool IsChangedCopy(RawSheet sheet, IReadOnlyList<RawSheet> found)
    {
        var name = CopyMark().Replace(sheet.Name, "");
        return name != sheet.Name && !found.Contains(sheet)
            && found.Any(
                f => LabelText.Key(f.Name) == LabelText.Key(name)
                    && !f.Cells.Select(Content).SequenceEqual(sheet.Cells.Select(Content)));
    }

    private static (CellAddress, string) Content(RawCell cell) => (cell.Address, cell.Text);

    [GeneratedRegex(@"(\s*[(（]\d{1,3}[)）]|_\d{1,3}|\s*[-—]?\s*(的?副本|备份|复制)\s*\d{0,3})\s*$")]
    private static partial Regex CopyMark();

    private string? NearestName(KindDefinition kind, SheetDefinition wanted)
    {
        var known = kind.Sheets.SelectMany(FindAll).ToHashSet();
        return Spelling.Nearest(wanted.Name, workbook.Sheets.Where(s => !known.Contains(s)).Select(s => s.Name));
    }
}
