using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ReportGen.Bindings;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Bindings;

namespace ReportGen.Tests.Documents;

/// <summary>A report rendered with the shared templates, parsed like in a browser.</summary>
internal static class Rendered
{
    private static readonly Lazy<TemplateLibrary> s_templates = new(() => Load(
        Path.Combine(RepositoryFiles.Root, "templates", "_shared"),
        new Dictionary<string, string> { ["html"] = "standard-report.sbn-html", ["md"] = "standard-report.sbn-md" }));

    public static TemplateLibrary Templates => s_templates.Value;

    public static TemplateLibrary Load(string folder, Dictionary<string, string> templates)
    {
        var outcome = TemplateLibrary.Load(folder, templates);
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);
        return outcome.Value!;
    }

    public static RenderedDocuments Of(Report report, RenderOptions options)
    {
        var outcome = From(report, Templates, options);
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);
        return outcome.Value!;
    }

    /// <summary>Binds and renders a report, with the findings of both.</summary>
    public static Outcome<RenderedDocuments> From(Report report, TemplateLibrary templates, RenderOptions options)
    {
        var bound = ProseBinder.Bind(report);
        var rendered = DocumentRenderer.Render(bound.Value!, templates, options);
        return rendered with { Diagnostics = [.. bound.Diagnostics, .. rendered.Diagnostics] };
    }

    public static IHtmlDocument Page(Report report, RenderOptions options) =>
        new HtmlParser().ParseDocument(Of(report, options).Html.Html);

    public static IHtmlDocument Page(params Block[] blocks) => Page(SampleReport.Of([.. blocks]), RenderOptions.Published);

    public static string Markdown(params Block[] blocks) => Of(SampleReport.Of([.. blocks]), RenderOptions.Published).Markdown;

    public static Block Body(string text) => SampleReport.Block("body", text);
}
