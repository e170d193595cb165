namespace ReportGen.Documents;

/// <summary>A report that is ready to print: one HTML document that needs nothing outside itself.</summary>
/// <param name="Html">
/// The whole document, from its doctype on, styles and pictures inside. Whatever it names elsewhere is not fetched.
/// </param>
/// <param name="Title">The title as shown in messages, and the one that the PDF must carry.</param>
/// <param name="Date">The day that the PDF carries as its date of creation; null for a PDF without dates.</param>
public sealed record FinishedDocument(string Html, string Title, DateOnly? Date = null)
{
    /// <summary>The templates and style sheets that it was made of besides its format's own, by the names that templates use.</summary>
    public ImmutableSortedSet<string> Included { get; init; } = [];
}
