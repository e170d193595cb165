namespace ReportGen.Documents;

/// <summary>A report in the forms that need no browser.</summary>
/// <param name="Html">The web page, which is also what is printed.</param>
/// <param name="Markdown">The Markdown.</param>
public sealed record RenderedDocuments(FinishedDocument Html, string Markdown);
