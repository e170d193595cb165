namespace ReportGen.Documents;

/// <summary>A report in the formats that need no browser.</summary>
/// <param name="Html">The HTML page, which is also printed.</param>
/// <param name="Markdown">The Markdown.</param>
public sealed record RenderedDocuments(FinishedDocument Html, string Markdown)
{
    /// <summary>The HTML for the editor of a website; null if it was not requested.</summary>
    public string? Portal { get; init; }

    /// <summary>
    /// The templates and style sheets that either includes, by the names that templates use, without the main templates.
    /// </summary>
    public ImmutableSortedSet<string> Included { get; init; } = [];
}
