using ReportGen.Cli.Inputs;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Checking;

/// <summary>The files that a check is told to look at besides the workbooks themselves.</summary>
/// <param name="Previous">Last year's reports.</param>
/// <param name="Baseline">What was accepted; null for nothing.</param>
/// <param name="Since">The findings of an earlier return; null for none.</param>
internal sealed record CheckSources(PreviousReports Previous, Baseline? Baseline, ImmutableArray<ReturnedFinding>? Since)
{
    /// <summary>Reads them all. Null, with everything that is wrong, when one of them cannot serve.</summary>
    public static Outcome<CheckSources> Read(CheckCommandOptions options, ReportPipeline pipeline, bool forOne)
    {
        var findings = new List<Diagnostic>();
        var previous = PreviousWorkbooks.Load(pipeline, options.Previous, forOne);
        findings.AddRange(previous.Diagnostics);
        var baseline = options.Baseline is { } list ? Rules.Baseline.Read(list, findings) : null;
        var since = options.Since is { } path ? ReadReturn(path, findings) : null;
        return new(findings.Count == 0 ? new CheckSources(previous.Value!, baseline, since) : null, [.. findings]);
    }

    private static ImmutableArray<ReturnedFinding>? ReadReturn(string path, List<Diagnostic> findings)
    {
        var opened = new WorkbookOpener().Open(path);
        findings.AddRange(opened.Diagnostics.Where(d => opened.Workbook is null || d.Severity == Severity.Error));
        if (opened.Workbook is not { } workbook) return null;
        var read = ReturnedWorkbookReader.Read(workbook);
        if (read is null) findings.Add(CheckCommandMessages.NoList(path));
        return read;
    }
}
