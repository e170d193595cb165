using ReportGen.Diagnostics;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Findings;

/// <summary>One result of a SARIF log: a finding, or one of an earlier return that is gone.</summary>
/// <param name="File">The workbook.</param>
/// <param name="Finding">The finding; null for one that is gone.</param>
/// <param name="Gone">What the earlier return said; null for a finding of now.</param>
internal sealed record SarifResult(string File, Diagnostic? Finding, ReturnedFinding? Gone)
{
    /// <summary>Why it was accepted; null when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>How it stands to the earlier return; null when none was given.</summary>
    public string? BaselineState { get; init; }

    public string Id => Finding?.Id ?? Gone!.Id;

    public Severity Severity => Finding?.Severity ?? Gone!.Severity;

    /// <summary>The results for a file: its findings, what was accepted, what is gone.</summary>
    public static IEnumerable<SarifResult> Of(FileFindings file) =>
    [
        .. file.Findings.Select(f => new SarifResult(file.File, f, null) { BaselineState = StateOf(f, file.Since) }),
        .. file.Accepted.Select(a => new SarifResult(file.File, a.Finding, null) { Reason = a.Reason, BaselineState = StateOf(a.Finding, file.Since) }),
        .. (file.Since?.Fixed ?? []).Select(gone => new SarifResult(file.File, null, gone) { BaselineState = "absent" }),
    ];

    private static string? StateOf(Diagnostic finding, SinceReturn? since) =>
        since is null ? null : since.New.Contains(finding) ? "new" : "unchanged";
}
