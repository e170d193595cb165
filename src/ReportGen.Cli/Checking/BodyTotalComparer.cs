using ReportGen.Cli.Findings;
using ReportGen.Cli.Inputs;
using ReportGen.Cli.Terminal;
using ReportGen.Model;
using ReportGen.Totals;

namespace ReportGen.Cli.Checking;

/// <summary>Compares a report of the whole with the workbooks of its bodies.</summary>
internal sealed class BodyTotalComparer
{
    private readonly ReportPipeline _pipeline;
    private readonly ImmutableArray<Diagnostic> _missing;
    private readonly Lazy<ImmutableArray<Submission>> _bodies;

    /// <summary>Reads the bodies when they are first asked for, once for all reports.</summary>
    public BodyTotalComparer(ReportPipeline pipeline, IEnumerable<string> paths, UserTerminal terminal, CancellationToken cancellation)
    {
        _pipeline = pipeline;
        var (files, missing) = WorkbookFiles.Find(paths);
        _missing = missing;
        _bodies = new(() => [.. new SubmissionReader(pipeline, terminal).Read(files!, cancellation)]);
    }

    /// <summary>The option's part of a check: where a figure differs from the sum, and who was not counted and why.</summary>
    /// <param name="file">The workbook of the whole; itself never one of its bodies.</param>
    /// <param name="whole">The report in it; null when it could not be read, which is said elsewhere.</param>
    public IEnumerable<FileFindings> Compare(string file, Report? whole)
    {
        if (whole is null) return [];
        var options = new TotalOptions { Agency = whole.Body, Year = whole.Year, Kind = _pipeline.KindOf(whole) };
        var total = DistrictAdder.Add(options, null, _bodies.Value.Where(b => Path.GetFullPath(b.File) != Path.GetFullPath(file)));
        var differences = total.Value is { } sum ? DistrictComparer.Compare(options.Kind, whole, sum) : [];
        // Who is missing is for a roster to say; here there is none.
        var others = _missing.Concat(total.Diagnostics.Where(d => d.Severity > Severity.Information)).GroupBy(d => d.Location?.File ?? file);
        return [new FileFindings(file, differences), .. others.Select(g => new FileFindings(g.Key, [.. g]))];
    }
}
