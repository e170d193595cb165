using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>
/// Makes a report of a workbook's cells by what its kind says. Everything is found by its text, not by its address; what
/// is missing or wrong becomes a finding at its place, and the rest is read nevertheless.
/// </summary>
public sealed class ReportReader
{
    private readonly ImmutableArray<KindDefinition> _editions;

    /// <summary>A reader for a kind.</summary>
    /// <param name="editions">All editions of one kind; at least one.</param>
    public ReportReader(IEnumerable<KindDefinition> editions)
    {
        _editions = [.. editions];
        if (_editions.IsEmpty) throw new ArgumentException("A kind has at least one edition.", nameof(editions));
    }

    /// <summary>Reads a report. No value only where no sheet of the kind is there at all.</summary>
    public Outcome<Report> Read(RawWorkbook workbook)
    {
        var finder = new SheetFinder(workbook);
        var findings = new FindingList();
        if (!_editions.SelectMany(e => e.Sheets).Any(s => s is not NotesSheet && finder.Find(s) is not null))
        {
            findings.Add(SheetMessages.NotStandard(workbook.File, _editions[^1].Sheets.Select(s => s.Name), workbook.Sheets.Select(s => s.Name)));
            return new Outcome<Report>(null, findings.InOrder([]));
        }
        var edition = EditionFinder.Find(_editions, finder, findings);
        finder.Inspect(edition, findings);
        var report = new ReportAssembler(edition, _editions, workbook, finder, findings).Assemble();
        return new Outcome<Report>(report, findings.InOrder([.. workbook.Sheets.Select(s => s.Name)]));
    }

    /// <summary>The title of a report whose title field is empty: the kind's pattern with the fields' texts in it.</summary>
    public static string TitleOf(KindDefinition kind, IEnumerable<Field> fields) =>
        fields.Aggregate(kind.TitlePattern, (title, field) => title.Replace($"{{{field.Id}}}", field.Text, StringComparison.Ordinal));
}
