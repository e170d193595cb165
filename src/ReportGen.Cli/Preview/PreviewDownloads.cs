using Microsoft.Net.Http.Headers;
using ReportGen.Documents;
using ReportGen.Publishing;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Preview;

/// <summary>The files that a page offers, made from what it shows.</summary>
internal static class PreviewDownloads
{
    private const string Pdf = "application/pdf";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Whether there is such a form: <c>pdf</c>, <c>html</c>, <c>md</c>, <c>returned</c>, <c>review</c>.</summary>
    public static bool IsForm(string form) => form is "pdf" or "html" or "md" or "returned" or "review";

    /// <summary>Makes one file.</summary>
    /// <param name="report">A report with its page.</param>
    /// <param name="form">Which form.</param>
    /// <param name="printed">Who prints.</param>
    /// <param name="language">The language of what goes back to the author.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<Outcome<Download>> MakeAsync(
        ReportState report, string form, PrintedCopies printed, Language language, CancellationToken cancellation)
    {
        var (good, title) = (report.Good!, SafeName.For(report.Identity!.Title));
        // A report with errors may be looked at, but its name tells that it is not for publishing.
        var name = report.Count(Severity.Error) == 0 ? title : title + (language == Language.Chinese ? "-草稿" : "-draft");
        switch (form)
        {
            case "returned":
                var marked = WorkbookMarker.Mark(good.Read!.Workbook, good.Findings, language);
                return new(new Download($"{title}-{(language == Language.Chinese ? "退回单" : "returned")}.xlsx", Spreadsheet, marked), []);
            case "review":
                return await ReviewAsync(good, $"{title}-{(language == Language.Chinese ? "审核表" : "review")}.pdf", language, cancellation).ConfigureAwait(false);
            case "pdf":
                var copy = await printed.PrintAsync(report, cancellation).ConfigureAwait(false);
                return new(copy.Value is { } pdf ? new Download(name + ".pdf", Pdf, pdf.Pdf) : null, copy.Diagnostics);
            default:
                var rendered = good.Pipeline!.Render(good.Read!, RenderOptions.Published);
                return new(rendered.Value is { } documents ? Text(documents, form, name) : null, rendered.Diagnostics);
        }
    }

    private static async Task<Outcome<Download>> ReviewAsync(CompiledReport good, string name, Language language, CancellationToken cancellation)
    {
        var page = good.Pipeline!.Review(good.Read!, good.Findings, CheckProfile.Default, language);
        if (page.Value is not { } document) return new(null, page.Diagnostics);
        var printed = await good.Pipeline.PrintAsync(document, cancellation).ConfigureAwait(false);
        return new(printed.Value is { } pdf ? new Download(name, Pdf, pdf.Pdf) : null, printed.Diagnostics);
    }

    private static Download Text(RenderedDocuments documents, string form, string name) => form == "html"
        ? new(name + ".html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(documents.Html.Html))
        : new(name + ".md", "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(documents.Markdown));
}

/// <summary>A file for the user.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Download(string Name, string Type, byte[] Content)
{
    /// <summary>How the browser shall take it: to show it, or to save it under its name.</summary>
    public string Disposition(bool isShown)
    {
        var header = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        header.SetHttpFileName(Name);
        return header.ToString();
    }
}
