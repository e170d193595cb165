using ReportGen.Bindings;
using ReportGen.Documents.Views;
using ReportGen.Templating;
using Scriban.Runtime;

namespace ReportGen.Documents;

/// <summary>Renders a report with its edition's templates to HTML, which is also printed, and to Markdown. Thread-safe.</summary>
public static class DocumentRenderer
{
    /// <summary>Renders a report with evaluated prose.</summary>
    /// <returns>The documents; null if a template fails.</returns>
    public static Outcome<RenderedDocuments> Render(BoundReport report, TemplateLibrary templates, RenderOptions options)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var files = new IncludedFiles(templates.Folders);
        // The PDF is printed from the whole page.
        var html = Render("html", report, templates, files, options with { ForPortal = false }, findings);
        var included = files.Names;
        var portal = options.ForPortal ? Render("html", report, templates, files, options, findings) : null;
        var markdown = options.WithMarkdown ? Render("md", report, templates, files, options, findings) : "";
        return new(
            findings.Count > 0 ? null : new RenderedDocuments(
                new FinishedDocument(html, report.Report.Title, report.Report.Date)
                    { Author = report.Report.Body, Included = included }, markdown)
                    { Portal = portal, Included = files.Names },
            findings.DrainToImmutable());
    }

    /// <summary>A context for the templates of a library, without any variables yet.</summary>
    internal static RenderContext NewContext(TemplateLibrary templates, IncludedFiles files) => new()
    {
        TemplateLoader = files,
        Included = templates.Included,
        AutoIndent = false,
    };

    private static string Render(
        string format, BoundReport report, TemplateLibrary templates, IncludedFiles files, RenderOptions options,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        if (templates.Find(format) is not { } template) return "";
        var errors = template.TryRender(Context(report, templates, files, options), out var output);
        findings.AddRange(errors.Select(DocumentMessages.InvalidTemplate));
        return UnsafeCharacters.Remove(output);
    }

    private static RenderContext Context(
        BoundReport report, TemplateLibrary templates, IncludedFiles files, RenderOptions options)
    {
        var context = NewContext(templates, files);
        if (options.ShowSources)
            context.SourceWriter = (source, escaped) => SourceMarkup.Wrap(ValueSources.CellsOf(source), escaped);
        context.PushGlobal(new ReportScope(report.Report));
        context.PushGlobal(new DocumentScope(report, files, options));
        context.PushGlobal(new ScriptObject());
        return context;
    }
}
