using ReportGen.Model;

namespace ReportGen.Documents.Reviews;

/// <summary>The content of a 审核表: the workbook checked, the rules applied, and the findings.</summary>
public sealed record Review
{
    /// <summary>The body's full name; empty if the file has no report.</summary>
    public string Body { get; init; } = "";

    /// <summary>The report year; null if none.</summary>
    public int? Year { get; init; }

    /// <summary>The report's title; empty if the file has no report.</summary>
    public string Title { get; init; } = "";

    /// <summary>The kind of report and its edition; null if the file has no report.</summary>
    public LocalizedText? Edition { get; init; }

    /// <summary>The name of the workbook file, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The SHA-256 of the workbook, 64 lower-case hexadecimal digits; empty if the file could not be read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The name of the profile that was applied.</summary>
    public required LocalizedText Profile { get; init; }

    /// <summary>The declaration that empty cells count as 0; null if the cover does not declare it.</summary>
    public BlankDeclaration? Blanks { get; init; }

    /// <summary>How many rules were applied; null if the file has no report.</summary>
    public RuleCount? Rules { get; init; }

    /// <summary>
    /// The findings. The page lists and numbers them like the returned workbook, in <see cref="SeverityOrder"/>.
    /// </summary>
    public required ImmutableArray<Diagnostic> Findings { get; init; }

    /// <summary>Accepted findings, each with the reason. Default: none.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>The language of the page. Default: Chinese.</summary>
    public Language Language { get; init; }

    /// <summary>Whether no finding is an error.</summary>
    public bool IsPublishable => Findings.All(f => f.Severity != Severity.Error);
}

/// <summary>How many rules of a kind were applied to a report, by the severity of their findings.</summary>
/// <param name="Errors">Rules whose findings stop publication.</param>
/// <param name="Warnings">Rules whose findings must be explained.</param>
/// <param name="Information">Rules whose findings are worth knowing.</param>
/// <param name="NotApplied">Rules that do not apply under this profile, year or body.</param>
public sealed record RuleCount(int Errors, int Warnings, int Information, int NotApplied)
{
    /// <summary>The number of rules applied.</summary>
    public int Applied => Errors + Warnings + Information;
}
