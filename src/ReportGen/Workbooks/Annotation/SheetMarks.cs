using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Annotation;

/// <summary>The cells to mark in one sheet, with their comments.</summary>
internal sealed class SheetMarks
{
    private const int MaxCommentLength = 1500;

    private readonly SortedDictionary<CellAddress, List<(int Number, ReturnLine Line)>> _findings = [];
    private readonly SortedSet<CellAddress> _partners = [];

    /// <summary>The cells by colour: error, warning, information, related.</summary>
    public ImmutableArray<ImmutableArray<CellAddress>> ByColour =>
    [
        .. new[] { Severity.Error, Severity.Warning, Severity.Information }
            .Select(s => _findings.Where(f => f.Value.Max(v => v.Line.Severity) == s).Select(f => f.Key).ToImmutableArray()),
        [.. _partners.Where(p => !_findings.ContainsKey(p))],
    ];

    /// <summary>The comment of each cell with a finding.</summary>
    public IEnumerable<(CellAddress Cell, string Text)> Comments => _findings.Select(f => (f.Key, TextOf(f.Value)));

    /// <summary>The marks of all sheets, by sheet name. Locations in other files are ignored.</summary>
    public static Dictionary<string, SheetMarks> Of(
        IReadOnlyList<Diagnostic> findings, IReadOnlyList<ReturnLine> lines, RawWorkbook workbook)
    {
        var sheets = new Dictionary<string, SheetMarks>();
        var merges = workbook.Sheets.GroupBy(s => s.Name).ToDictionary(g => g.Key, g => g.First().Merges);
        for (var i = 0; i < findings.Count; i++)
        {
            // A finding about a whole sheet marks its first cell, to which the list links.
            if (lines[i].Target is { } target)
                On(sheets, target.Sheet).FindingsAt(Shown(target.Sheet, target.Address, merges)).Add((i + 1, lines[i]));
            foreach (var partner in findings[i].Related.OfType<CellLocation>().Where(c => c.File == workbook.File))
                On(sheets, partner.Sheet)._partners.Add(Shown(partner.Sheet, partner.Address, merges));
        }
        return sheets;
    }

    // Of merged cells only the upper left one is visible.
    private static CellAddress Shown(string sheet, CellAddress cell, Dictionary<string, ImmutableArray<CellRange>> merges)
    {
        foreach (var range in merges.GetValueOrDefault(sheet, []))
            if (range.Contains(cell)) return range.First;
        return cell;
    }

    private static SheetMarks On(Dictionary<string, SheetMarks> sheets, string sheet)
    {
        if (!sheets.TryGetValue(sheet, out var marks)) sheets[sheet] = marks = new SheetMarks();
        return marks;
    }

    private List<(int Number, ReturnLine Line)> FindingsAt(CellAddress address)
    {
        if (!_findings.TryGetValue(address, out var list)) _findings[address] = list = [];
        return list;
    }

    private static string TextOf(List<(int Number, ReturnLine Line)> findings)
    {
        var text = new StringBuilder();
        foreach (var (number, line) in findings)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{ReturnSheet.Name} {number}［{line.Rule}］{line.Message}");
            if (line.Excerpt is { Marked.Length: > 0 } words)
                text.Append(CultureInfo.InvariantCulture, $"\n{words.Before}【{words.Marked}】{words.After}");
            if (line.Remedy.Length > 0) text.Append('\n').Append(line.Remedy);
        }
        return text.Length <= MaxCommentLength ? text.ToString() : text.ToString(0, MaxCommentLength - 1) + "…";
    }
}
