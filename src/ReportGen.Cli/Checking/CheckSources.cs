using ReportGen.Cli.Inputs;
using ReportGen.Ledgers;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Checking;

/// <summary>The files that a check needs besides the workbooks.</summary>
/// <param name="Previous">Last year's reports.</param>
/// <param name="Accepted">The accepted findings; null for none.</param>
/// <param name="Since">The findings of an earlier return; null for none.</param>
/// <param name="Roster">The list of expected bodies; null for none.</param>
internal sealed record CheckSources(
    PreviousReports Previous, AcceptedFindings? Accepted, ImmutableArray<ReturnedFinding>? Since, Roster? Roster)
{
    /// <summary>Reads all files. Null, with the findings, if one of them cannot be used.</summary>
    public static Outcome<CheckSources> Read(CheckArguments arguments, ReportPipeline pipeline, bool forOne)
    {
        var findings = new List<Diagnostic>();
        var previous = PreviousWorkbooks.Load(pipeline, arguments.Previous, forOne);
        ImmutableArray<Diagnostic> passedOver = previous.Value is null ? [] : previous.Diagnostics;
        if (previous.Value is null) findings.AddRange(previous.Diagnostics);
        var accepted = arguments.Baseline is { } list ? AcceptedFindings.Read(list, findings) : null;
        var since = arguments.Since is { } path ? ReadReturn(path, findings) : null;
        var roster = arguments.Roster is { } names ? RosterReader.Read(names) : new(null, []);
        if (arguments.Roster is not null && roster.Value is null) findings.AddRange(roster.Diagnostics);
        else passedOver = [.. passedOver, .. roster.Diagnostics];
        return new(findings.Count == 0 ? new CheckSources(previous.Value!, accepted, since, roster.Value) : null,
            [.. passedOver, .. findings]);
    }

    private static ImmutableArray<ReturnedFinding>? ReadReturn(string path, List<Diagnostic> findings)
    {
        try
        {
            return ReadList(path, findings);
        }
        catch (Exception e)
        {
            findings.Add(UnexpectedErrors.Of(path, e));
            return null;
        }
    }

    private static ImmutableArray<ReturnedFinding>? ReadList(string path, List<Diagnostic> findings)
    {
        var opened = new WorkbookOpener().Open(path);
        findings.AddRange(opened.Diagnostics.Where(d => opened.Workbook is null || d.Severity == Severity.Error));
        if (opened.Workbook is not { } workbook) return null;
        var read = ReturnedWorkbookReader.Read(workbook);
        if (read is null) findings.Add(CheckCommandMessages.NoList(path));
        return read;
    }
}
