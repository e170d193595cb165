using Microsoft.Net.Http.Headers;
using ReportGen.Documents;
using ReportGen.Publishing;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Preview;

/// <summary>Makes the files that a preview page offers for download.</summary>
internal static class PreviewDownloads
{
    private const string Pdf = "application/pdf";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Whether a format exists: <c>pdf</c>, <c>html</c>, <c>md</c>, <c>returned</c>, <c>review</c>.</summary>
    public static bool IsFormat(string format) => format is "pdf" or "html" or "md" or "returned" or "review";

    /// <summary>Makes one file; null, with findings, if it cannot be made.</summary>
    /// <param name="report">A report with a page.</param>
    /// <param name="format">The format.</param>
    /// <param name="pdfs">The PDFs of the pages.</param>
    /// <param name="reader">The language of the returned workbook and the review page.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public static async Task<Outcome<Download>> MakeAsync(
        ReportState report, string format, PdfCache pdfs, DocumentLanguage reader, CancellationToken cancellation)
    {
        var language = reader.For(report.LastGood!.Pipeline!.LanguageOf(report.LastGood.Read!.Report));
        var (good, title) = (report.LastGood!, SafeName.For(report.LastGood!.Read!.Report!.FileTitle));
        // The name of a report with errors marks it as a draft.
        var name = report.Count(Severity.Error) == 0 ? title : title + (language == Language.Chinese ? "-草稿" : "-draft");
        switch (format)
        {
            case "returned":
                var marked = WorkbookMarker.Mark(
                    good.Read!.Workbook, good.Findings, language, good.Read.Report?.Blanks?.Remark);
                return new(
                    new Download($"{title}{ReturnedNames.WorkbookIn(language)}.xlsx", Spreadsheet, marked), []);
            case "review":
                return await ReviewAsync(good, $"{title}{ReturnedNames.ReviewIn(language)}.pdf", language, cancellation)
                    .ConfigureAwait(false);
            case "pdf":
                var copy = await pdfs.PrintAsync(report, cancellation).ConfigureAwait(false);
                return new(copy.Value is { } pdf ? new Download(name + ".pdf", Pdf, pdf.Pdf) : null, copy.Diagnostics);
            default:
                var rendered = good.Pipeline!.Render(good.Read!, RenderOptions.Published);
                return new(rendered.Value is { } documents ? Text(documents, format, name) : null, rendered.Diagnostics);
        }
    }

    private static async Task<Outcome<Download>> ReviewAsync(
        CompiledReport good, string name, Language language, CancellationToken cancellation)
    {
        var page = good.Pipeline!.Review(good.Read!, good.Findings, CheckProfile.Default, language);
        if (page.Value is not { } document) return new(null, page.Diagnostics);
        var printed = await good.Pipeline.PrintAsync(document, cancellation).ConfigureAwait(false);
        return new(printed.Value is { } pdf ? new Download(name, Pdf, pdf.Pdf) : null, printed.Diagnostics);
    }

    private static Download Text(RenderedDocuments documents, string format, string name) => format == "html"
        ? new(name + ".html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(documents.Html.Html))
        : new(name + ".md", "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(documents.Markdown));
}

/// <summary>A file to download.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Download(string Name, string Type, byte[] Content)
{
    /// <summary>Returns the Content-Disposition header: show the file, or save it under its name.</summary>
    public string Disposition(bool isShown)
    {
        var header = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        header.SetHttpFileName(Name);
        return header.ToString();
    }
}
