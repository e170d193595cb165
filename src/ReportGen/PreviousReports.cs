using ReportGen.Model;

namespace ReportGen;

/// <summary>Last year's reports, and which of them is that of a report's own body.</summary>
public sealed class PreviousReports
{
    private readonly string _path;
    private readonly ImmutableArray<Report> _reports;
    private readonly bool _isOneForOne;

    private PreviousReports(string path, ImmutableArray<ReadReport> read, bool isOneForOne)
    {
        (_path, _isOneForOne) = (path, isOneForOne);
        _reports = [.. read.Select(r => r.Report).OfType<Report>()];
        Digest = $"{isOneForOne} {string.Join(' ', read.Select(r => r.Workbook.Sha256).Order(StringComparer.Ordinal))}";
    }

    /// <summary>No reports: nothing is expected of them.</summary>
    public static PreviousReports None { get; } = new("", [], false);

    /// <summary>Changes with everything that a check takes from them.</summary>
    public string Digest { get; }

    /// <summary>Reads last year's workbooks.</summary>
    /// <param name="pipeline">Reads them.</param>
    /// <param name="path">The workbook or folder as the user gave it.</param>
    /// <param name="files">The workbook, or those in the folder.</param>
    /// <param name="forOne">Whether one workbook is checked: then one previous workbook is taken to be of the same body.</param>
    /// <returns>The reports; null, with findings, when the one workbook is no report.</returns>
    public static Outcome<PreviousReports> Read(ReportPipeline pipeline, string path, IReadOnlyList<string> files, bool forOne)
    {
        ReadReport[] read = [.. files.AsParallel().AsOrdered().Select(pipeline.Read)];
        var isOne = !Directory.Exists(path);
        if (isOne && read[0].Report is null)
            return new(null, read[0].Workbook.Workbook is null ? read[0].Diagnostics : [PipelineMessages.NoPreviousReport(path)]);
        return new(new PreviousReports(path, [.. read], isOne && forOne), []);
    }

    /// <summary>Last year's report for a report; null when there is none, with the reason when one was expected.</summary>
    public (Report? Previous, Diagnostic? Finding) For(Report? report, string file)
    {
        if (report is null || _path.Length == 0) return (null, null);
        if (_isOneForOne) return Only(report, _reports[0], file);
        var previous = _reports.FirstOrDefault(p => p.Kind == report.Kind && p.Body == report.Body && IsYearBefore(p, report));
        return (previous, previous is null ? PipelineMessages.PreviousNotFound(file, Path.GetFileName(_path)) : null);
    }

    private (Report?, Diagnostic?) Only(Report report, Report previous, string file)
    {
        if (previous.Kind != report.Kind) return (null, PipelineMessages.NoPreviousReport(_path));
        if (!IsYearBefore(previous, report))
            return (null, PipelineMessages.PreviousOfOtherYear(file, report.Year!.Value, Path.GetFileName(_path), previous.Year!.Value));
        return (previous, previous.Body == report.Body ? null : PipelineMessages.PreviousOfOtherBody(file, report.Body, previous.Body));
    }

    private static bool IsYearBefore(Report previous, Report report) =>
        previous.Year is not { } last || report.Year is not { } year || last == year - 1;
}
