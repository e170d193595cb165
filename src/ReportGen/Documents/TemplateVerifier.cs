using ReportGen.Bindings;
using ReportGen.Documents.Reviews;
using ReportGen.Documents.Views;
using ReportGen.Templating;
using ReportGen.Templating.Errors;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Names;
using Scriban.Runtime;

namespace ReportGen.Documents;

/// <summary>
/// Verifies the names in the templates of an edition: variables, figures, functions, and files to include. No workbook is needed,
/// and every branch is looked at. Thread-safe.
/// </summary>
public static class TemplateVerifier
{
    /// <summary>Verifies all templates that the edition uses, and those of its folder that none of them includes.</summary>
    /// <param name="templates">The templates of the edition.</param>
    /// <param name="example">A report of the edition in which every table, field and section has an entry.</param>
    /// <returns>The errors, each with its place and, if a similar name exists, a suggestion.</returns>
    public static ImmutableArray<Diagnostic> Verify(TemplateLibrary templates, BoundReport example)
    {
        var files = new IncludedFiles(templates.Folders);
        var pages = new NameChecker(
            [Builtins.Create(), new ReportScope(example.Report), new DocumentScope(example, files, RenderOptions.Published)],
            templates.Folders);
        var errors = templates.Main.SelectMany(t => pages.Check(t)).ToList();
        var review = new NameChecker([Builtins.Create(), new ReviewView(ExampleReview, files)], templates.Folders);
        if (templates.Named(ReviewRenderer.TemplateName) is { } page) errors.AddRange(review.Check(page));
        foreach (var rest in templates.Own.Where(t => !pages.Seen.Contains(t.Path) && !review.Seen.Contains(t.Path)))
            errors.AddRange(pages.Check(rest.Template));
        return [.. errors.Select(DocumentMessages.InvalidTemplate).Distinct()];
    }

    private static Review ExampleReview { get; } = new()
    {
        FileName = "example.xlsx", Profile = LocalizedText.Same("default"), Rules = new RuleCount(0, 0, 0, 0),
        Findings = [new Diagnostic { Id = "example", Severity = Severity.Warning, Message = LocalizedText.Same("example") }],
    };
}
