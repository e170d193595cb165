namespace ReportGen.Workbooks.Mapping;

/// <summary>
/// Collects findings and limits their severity: those about last year's tables, which are optional, become warnings.
/// </summary>
internal sealed class FindingList(Severity atMost = Severity.Error, bool ofPrevious = false)
{
    private readonly List<Diagnostic> _findings = [];

    /// <summary>Whether the findings are about last year's tables.</summary>
    public bool IsOfPrevious => ofPrevious;

    public void Add(Diagnostic finding)
    {
        var limited = finding.Severity > atMost ? finding with { Severity = atMost } : finding;
        _findings.Add(ofPrevious && limited.Form is { } form ? limited with { Form = form with { IsPrevious = true } } : limited);
    }

    public void AddRange(FindingList others) => _findings.AddRange(others._findings);

    /// <summary>
    /// The findings in reading order: those about the whole workbook first, then sheet by sheet and cell by cell.
    /// </summary>
    public ImmutableArray<Diagnostic> InOrder(IReadOnlyList<string> sheets)
    {
        var order = sheets.Select((name, index) => (name, index)).DistinctBy(s => s.name).ToDictionary(s => s.name, s => s.index);
        return [.. _findings.OrderBy(f => f.Location switch
        {
            CellLocation cell => order.GetValueOrDefault(cell.Sheet, -1),
            SheetLocation sheet => order.GetValueOrDefault(sheet.Sheet, -1),
            _ => -1,
        }).ThenBy(f => f.Location is CellLocation c ? c.Address : default)];
    }
}
