using Scriban.Runtime;

namespace ReportGen.Documents.Reviews;

/// <summary>Renders a 审核表: one page to read in a browser, print and sign. Thread-safe.</summary>
internal static class ReviewRenderer
{
    /// <summary>The name of the template. A kind may have its own in its folder; otherwise the shared one is used.</summary>
    public const string TemplateName = "review.sbn-html";

    /// <summary>Renders a review.</summary>
    /// <param name="review">The content of the review.</param>
    /// <param name="templates">The library that contains the template.</param>
    /// <returns>The page; null, with the errors of the template, if it cannot be rendered.</returns>
    public static Outcome<FinishedDocument> Render(Review review, TemplateLibrary templates)
    {
        if (templates.Named(TemplateName) is not { } template) return new(null, [DocumentMessages.NoTemplate(TemplateName)]);
        var files = new IncludedFiles(templates.Folders);
        var view = new ReviewView(review, files);
        var context = DocumentRenderer.NewContext(templates, files);
        context.PushGlobal(view);
        context.PushGlobal(new ScriptObject());
        var errors = template.TryRender(context, out var html).Select(DocumentMessages.InvalidTemplate).ToImmutableArray();
        return new(errors.IsEmpty
            ? new FinishedDocument(UnsafeCharacters.Remove(html), view.PageTitle) { Included = files.Names.Add(TemplateName) }
            : null, errors);
    }
}
