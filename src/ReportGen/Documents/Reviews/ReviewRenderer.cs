using Scriban.Runtime;

namespace ReportGen.Documents.Reviews;

/// <summary>Renders a 审核表: one page to read in a browser, to print, and to sign.</summary>
public static class ReviewRenderer
{
    /// <summary>The template's name. A kind may have its own in its folder; else the shared one serves.</summary>
    public const string TemplateName = "review.sbn-html";

    /// <summary>Renders a review.</summary>
    /// <param name="review">What it tells.</param>
    /// <param name="templates">Where the template is looked for.</param>
    /// <returns>The page; null with the template's mistakes when it cannot be rendered.</returns>
    public static Outcome<FinishedDocument> Render(Review review, TemplateLibrary templates)
    {
        if (templates.Named(TemplateName) is not { } template) return new(null, [DocumentMessages.NoTemplate(TemplateName)]);
        var files = new IncludedFiles(templates.Folders);
        var view = new ReviewView(review, files);
        var context = DocumentRenderer.NewContext(templates, files);
        context.PushGlobal(view);
        context.PushGlobal(new ScriptObject());
        var mistakes = template.TryRender(context, out var html).Select(DocumentMessages.TemplateMistake).ToImmutableArray();
        return new(mistakes.IsEmpty ? new FinishedDocument(html, view.PageTitle) { Included = files.Names.Add(TemplateName) } : null, mistakes);
    }
}
