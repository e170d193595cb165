using ReportGen.Model;

namespace ReportGen;

/// <summary>Last year's reports, matched to this year's by body. Thread-safe.</summary>
public sealed class PreviousReports
{
    private readonly string _path;
    private readonly ImmutableArray<Report> _reports;
    private readonly bool _isOneForOne;

    private PreviousReports(string path, ImmutableArray<ReadResult> read, bool isOneForOne)
    {
        (_path, _isOneForOne) = (path, isOneForOne);
        _reports = [.. read.Select(r => r.Report).OfType<Report>()];
        Digest = $"{isOneForOne} {string.Join(' ', read.Select(r => r.Workbook.Sha256).Order(StringComparer.Ordinal))}";
    }

    /// <summary>No previous reports; <see cref="For"/> returns neither a report nor a finding.</summary>
    public static PreviousReports None { get; } = new("", [], false);

    /// <summary>A digest of everything that affects a check.</summary>
    public string Digest { get; }

    /// <summary>Reads last year's workbooks.</summary>
    /// <param name="pipeline">The pipeline that reads them.</param>
    /// <param name="path">The workbook or folder as the user gave it.</param>
    /// <param name="files">The workbook, or the workbooks in the folder; at least one.</param>
    /// <param name="forOne">Whether a single workbook is checked; a previous workbook may then name another body.</param>
    /// <returns>The reports; null, with findings, if the single workbook is not a report.</returns>
    public static Outcome<PreviousReports> Read(ReportPipeline pipeline, string path, IReadOnlyList<string> files, bool forOne)
    {
        ReadResult[] read = [.. files.AsParallel().AsOrdered().Select(pipeline.Read)];
        var isOne = !Directory.Exists(path);
        if (isOne && read[0].Report is null)
            return new(null, read[0].Workbook.Workbook is null ? read[0].Diagnostics : [PipelineMessages.NoPreviousReport(path)]);
        return new(new PreviousReports(path, [.. read], isOne && forOne), []);
    }

    /// <summary>
    /// Returns last year's report of a body, null if none; a finding says that it is missing or does not match.
    /// </summary>
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
        {
            return (null,
                PipelineMessages.PreviousOfOtherYear(file, report.Year!.Value, Path.GetFileName(_path), previous.Year!.Value));
        }

        return (previous,
            previous.Body == report.Body ? null : PipelineMessages.PreviousOfOtherBody(file, report.Body, previous.Body));
    }

    private static bool IsYearBefore(Report previous, Report report) =>
        previous.Year is not { } last || report.Year is not { } year || last == year - 1;
}
