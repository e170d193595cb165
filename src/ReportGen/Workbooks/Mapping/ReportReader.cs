using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>
/// Reads a report from the cells of a workbook, as defined by its kind. Sheets, tables and lines are found by their text,
/// not by their address. Missing or wrong parts are reported at their location; the rest is still read.
/// </summary>
public sealed class ReportReader
{
    private readonly ImmutableArray<KindDefinition> _editions;

    /// <summary>Creates a reader for a kind.</summary>
    /// <param name="editions">All editions of one kind; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="editions"/> is empty.</exception>
    public ReportReader(IEnumerable<KindDefinition> editions)
    {
        _editions = [.. editions];
        if (_editions.IsEmpty) throw new ArgumentException("At least one edition is required.", nameof(editions));
    }

    /// <summary>Reads a report. The value is null only if the workbook has no sheet of the kind.</summary>
    public Outcome<Report> Read(RawWorkbook workbook)
    {
        var finder = new SheetFinder(workbook);
        var findings = new FindingList();
        if (!_editions.SelectMany(e => e.Sheets).Any(s => s is not NotesSheet && finder.Find(s) is not null))
        {
            findings.Add(
                SheetMessages.NotStandard(workbook.File, _editions[^1].Sheets.Select(s => s.Name),
                    workbook.Sheets.Select(s => s.Name)));
            return new Outcome<Report>(null, findings.InOrder([]));
        }
        var edition = EditionFinder.Find(_editions, finder, findings);
        finder.Inspect(edition, findings);
        var report = new ReportAssembler(edition, _editions, workbook, finder, findings).Assemble();
        return new Outcome<Report>(report, findings.InOrder([.. workbook.Sheets.Select(s => s.Name)]));
    }
}
