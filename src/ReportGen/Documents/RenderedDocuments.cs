namespace ReportGen.Documents;

/// <summary>A report in the forms that need no browser.</summary>
/// <param name="Html">The web page, which is also what is printed.</param>
/// <param name="Markdown">The Markdown.</param>
public sealed record RenderedDocuments(FinishedDocument Html, string Markdown)
{
    /// <summary>The templates and style sheets that either was made of, besides those of the formats, by the names that templates use.</summary>
    public ImmutableSortedSet<string> Included { get; init; } = [];
}
