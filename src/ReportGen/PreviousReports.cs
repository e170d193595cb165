using System.Collections.Immutable;
using ReportGen.Cli.Commands;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Cli.Checking;

/// <summary>Last year's reports, and which of them is that of a report's own body.</summary>
internal sealed class PreviousReports
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

    /// <summary>Changes with everything that a check takes from them.</summary>
    public string Digest { get; }

    /// <summary>Reads last year's workbook, or all in a folder.</summary>
    /// <param name="pipeline">Reads them.</param>
    /// <param name="path">The workbook or folder; null for none.</param>
    /// <param name="forOne">Whether one workbook is checked: then one previous workbook is taken to be of the same body.</param>
    /// <returns>The reports; null, with findings, when the path leads to none.</returns>
    public static Outcome<PreviousReports> Load(ReportPipeline pipeline, string? path, bool forOne)
    {
        if (path is null) return new(new PreviousReports("", [], false), []);
        var (files, missing) = WorkbookFiles.Find([path]);
        if (!missing.IsEmpty) return new(null, missing);
        ReadReport[] read = [.. files!.AsParallel().AsOrdered().Select(pipeline.Read)];
        var isOne = !Directory.Exists(path);
        if (isOne && read[0].Report is null)
            return new(null, read[0].Workbook.Workbook is null ? read[0].Diagnostics : [CheckMessages.NoReport(path)]);
        return new(new PreviousReports(path, [.. read], isOne && forOne), []);
    }

    /// <summary>Last year's report for a report; null when there is none, with the reason when one was expected.</summary>
    public (Report? Previous, Diagnostic? Finding) For(Report? report, string file)
    {
        if (report is null || _path.Length == 0) return (null, null);
        if (_isOneForOne) return Only(report, _reports[0], file);
        var previous = _reports.FirstOrDefault(p => p.Kind == report.Kind && p.Body == report.Body && IsYearBefore(p, report));
        return (previous, previous is null ? CheckMessages.NoPrevious(file, Path.GetFileName(_path)) : null);
    }

    private (Report?, Diagnostic?) Only(Report report, Report previous, string file)
    {
        if (previous.Kind != report.Kind) return (null, CheckMessages.NoReport(_path));
        if (!IsYearBefore(previous, report))
            return (null, CheckMessages.PreviousOfOtherYear(file, report.Year!.Value, Path.GetFileName(_path), previous.Year!.Value));
        return (previous, previous.Body == report.Body ? null : CheckMessages.PreviousOfOtherBody(file, report.Body, previous.Body));
    }

    private static bool IsYearBefore(Report previous, Report report) =>
        previous.Year is not { } last || report.Year is not { } year || last == year - 1;
}
