namespace ReportGen.Documents.Reviews;

/// <summary>What a 审核表 tells: which workbook was held against which rules, what was found, and what follows from it.</summary>
public sealed record Review
{
    /// <summary>The body's full name; empty when the file holds no report.</summary>
    public string Body { get; init; } = "";

    /// <summary>The year reported on; null when there is none.</summary>
    public int? Year { get; init; }

    /// <summary>The report's title; empty when the file holds no report.</summary>
    public string Title { get; init; } = "";

    /// <summary>The kind of report and its edition; null when the file holds no report.</summary>
    public LocalizedText? Edition { get; init; }

    /// <summary>The name of the workbook's file, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The SHA-256 of the workbook, 64 lower-case hexadecimal digits; empty where the file could not be read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The name of the profile that the rules were applied by.</summary>
    public required LocalizedText Profile { get; init; }

    /// <summary>How many rules were applied; null when the file holds no report.</summary>
    public RuleCount? Rules { get; init; }

    /// <summary>The findings in the order of the returned workbook's list, which numbers them.</summary>
    public required ImmutableArray<Diagnostic> Findings { get; init; }

    /// <summary>Findings that somebody accepted, each with the reason.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>The language of the page.</summary>
    public Language Language { get; init; }

    /// <summary>Whether nothing stops publication.</summary>
    public bool IsPublishable => Findings.All(f => f.Severity != Severity.Error);
}

/// <summary>How many rules of a kind were applied to a report, by what a finding of theirs would be.</summary>
/// <param name="Errors">Rules whose findings stop publication.</param>
/// <param name="Warnings">Rules whose findings must be explained.</param>
/// <param name="Information">Rules whose findings are worth knowing.</param>
/// <param name="NotApplied">Rules that this profile, year or body leaves out.</param>
public sealed record RuleCount(int Errors, int Warnings, int Information, int NotApplied)
{
    /// <summary>All that were applied.</summary>
    public int Applied => Errors + Warnings + Information;
}
