using System.Collections.Immutable;
using ReportGen.Templating;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>A template rendered within the tests: what it printed, or its mistakes.</summary>
internal sealed record Rendering(string Output, ImmutableArray<LogMessage> Mistakes)
{
    public static readonly ParserOptions Html = new() { Html = true };

    /// <summary>The places of the mistakes, such as <c>1,4 2,1</c>.</summary>
    public string Places => string.Join(' ', Mistakes.Select(m => $"{m.Span.Start.Line + 1},{m.Span.Start.Column + 1}"));

    /// <summary>The English reasons, one a line.</summary>
    public string Reasons => string.Join('\n', Mistakes.Select(m => m.Reason.English));

    public static Rendering Strict(string text, ScriptObject? model = null, Action<TemplateContext>? settings = null) =>
        Of(text, ParserOptions.Default, model, settings);

    public static Rendering AsHtml(string text, ScriptObject? model = null, Action<TemplateContext>? settings = null) =>
        Of(text, Html, model, settings);

    /// <summary>As Scriban itself would: unknown names are null, figures are double.</summary>
    public static Rendering Relaxed(string text, ScriptObject? model = null) => Of(text, ParserOptions.Default, model, context =>
    {
        context.StrictVariables = false;
        context.UseDecimals = false;
    });

    private static Rendering Of(string text, ParserOptions options, ScriptObject? model, Action<TemplateContext>? settings)
    {
        var context = new TemplateContext();
        if (model is not null)
            context.PushGlobal(model);
        settings?.Invoke(context);
        var mistakes = Template.Parse(text, "t", options).TryRender(context, out var output);
        return new Rendering(output, mistakes);
    }
}
