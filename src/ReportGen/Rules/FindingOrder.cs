using ReportGen.Definitions;

namespace ReportGen.Rules;

/// <summary>Sorts findings into the order of the workbook. Findings without a place come first.</summary>
internal static class FindingOrder
{
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> findings, KindDefinition kind) =>
        [.. findings.OrderBy(f => SheetIndex(f, kind)).ThenBy(f => (f.Location as CellLocation)?.Address ?? default)
            .ThenBy(f => (f.Location as CellLocation)?.Span?.Start ?? 0)];

    private static int SheetIndex(Diagnostic finding, KindDefinition kind)
    {
        var name = finding.Location switch
        {
            CellLocation cell => cell.Sheet,
            SheetLocation sheet => sheet.Sheet,
            _ => null,
        };
        if (name is null) return -1;
        var index = kind.Sheets.Select((s, i) => (s, i)).FirstOrDefault(p => p.s.Name == name || p.s.Synonyms.Contains(name),
            (null!, -2)).i;
        return index == -2 ? int.MaxValue : index;
    }
}
