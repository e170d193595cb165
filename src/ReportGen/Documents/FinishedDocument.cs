namespace ReportGen.Documents;

/// <summary>A report ready for printing: one self-contained HTML document.</summary>
/// <param name="Html">
/// The whole document, with doctype, and with styles and pictures embedded. External references are not fetched.
/// </param>
/// <param name="Title">The title in messages, which the PDF must have too.</param>
/// <param name="Date">The creation date of the PDF; null for a PDF without dates.</param>
public sealed record FinishedDocument(string Html, string Title, DateOnly? Date = null)
{
    /// <summary>The public body that the document is by, for the PDF; null if it is not known.</summary>
    public string? Author { get; init; }

    /// <summary>
    /// The templates and style sheets that it includes, by the names that templates use, without the main template.
    /// </summary>
    public ImmutableSortedSet<string> Included { get; init; } = [];
}
