using ReportGen.Cli.Findings;
using ReportGen.Cli.Inputs;
using ReportGen.Cli.Terminal;
using ReportGen.Ledgers;
using ReportGen.Model;
using ReportGen.Totals;

namespace ReportGen.Cli.Checking;

/// <summary>Compares a district's report with the sum of its bodies' workbooks.</summary>
internal sealed class BodyTotalComparer
{
    private readonly ReportPipeline _pipeline;
    private readonly ImmutableArray<Diagnostic> _missing;
    private readonly Lazy<ImmutableArray<Submission>> _bodies;

    /// <summary>The bodies that must have submitted; others are not counted. Null if unknown.</summary>
    public Roster? Roster { get; init; }

    /// <summary>The path of the roster; null if none.</summary>
    public string? RosterFile { get; init; }

    /// <summary>Creates a comparer that reads the bodies' workbooks on first use, once for all reports.</summary>
    public BodyTotalComparer(ReportPipeline pipeline, IEnumerable<string> paths, UserTerminal terminal,
        CancellationToken cancellation)
    {
        _pipeline = pipeline;
        var (files, missing) = WorkbookFiles.Find(paths);
        _missing = missing;
        _bodies = new(() => [.. new SubmissionReader(pipeline, terminal).Read(files!, cancellation)]);
    }

    /// <summary>Returns the figures that differ from the sum, and for each workbook that was not counted the reason.</summary>
    /// <param name="file">The district's workbook; never counted as one of its bodies.</param>
    /// <param name="district">Its report; null if it could not be read, which is reported elsewhere.</param>
    public IEnumerable<FileFindings> Compare(string file, Report? district)
    {
        if (district is null) return [];
        var options = new TotalOptions
        {
            Body = district.Body, Year = district.Year, Edition = _pipeline.KindOf(district), Roster = Roster,
            RosterFile = RosterFile, Period = district.PeriodWithoutYear is { Length: > 0 } period ? period : null,
        };
        var total = DistrictAdder.Add(options, null,
            _bodies.Value.Where(b => Path.GetFullPath(b.File) != Path.GetFullPath(file)));
        var differences = total.Value is { } sum ? DistrictComparer.Compare(options.Edition, district, sum) : [];
        // Without a roster, missing bodies are unknown: information is left out.
        var others = _missing.Concat(total.Diagnostics.Where(d => d.Severity > Severity.Information))
            .GroupBy(d => d.Location is { } place && place.File != RosterFile ? place.File : file);
        return [new FileFindings(file, differences), .. others.Select(g => new FileFindings(g.Key, [.. g]))];
    }
}
