using System.Collections.Immutable;
using ReportGen.Templating;
using ReportGen.Templating.Errors;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>A template rendered within the tests: its output and errors.</summary>
internal sealed record Rendering(string Output, ImmutableArray<TemplateError> Errors)
{
    /// <summary>The places of the errors, such as <c>1,4 2,1</c>.</summary>
    public string Places => string.Join(' ', Errors.Select(m => $"{m.Span.Start.Line + 1},{m.Span.Start.Column + 1}"));

    /// <summary>The English reasons, one per line.</summary>
    public string Reasons => string.Join('\n', Errors.Select(m => m.Reason.English));

    public static Rendering Strict(string text, ScriptObject? model = null, Action<RenderContext>? settings = null) =>
        Of(text, isHtml: false, usesDecimals: true, model, settings);

    public static Rendering AsHtml(string text, ScriptObject? model = null, Action<RenderContext>? settings = null) =>
        Of(text, isHtml: true, usesDecimals: true, model, settings);

    /// <summary>Renders like Scriban itself: unknown names are null, figures are double.</summary>
    public static Rendering Relaxed(string text, ScriptObject? model = null) =>
        Of(text, isHtml: false, usesDecimals: false, model, context =>
    {
        context.IsStrict = false;
        context.UsesDecimals = false;
        context.LoopLimit = 1000;
    });

    private static Rendering Of(string text, bool isHtml, bool usesDecimals, ScriptObject? model, Action<RenderContext>? settings)
    {
        var context = new RenderContext();
        if (model is not null) context.PushGlobal(model);
        settings?.Invoke(context);
        var errors = ReportTemplate.Parse(text, "t", isHtml, usesDecimals).TryRender(context, out var output);
        return new Rendering(output, errors);
    }
}
