using System.Collections.Immutable;
using System.Text;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>A value written in code.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="value">The value.</param>
public sealed class ScriptLiteral(SourceSpan span, object? value) : ScriptExpression(span)
{
    /// <summary>The value.</summary>
    public object? Value { get; } = value;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => Value;
}

/// <summary>A number with decimal places: decimal or double, as the context says.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="asDouble">The number as double.</param>
/// <param name="asDecimal">The number as decimal; null where it has no such form.</param>
public sealed class ScriptFractionLiteral(SourceSpan span, double asDouble, decimal? asDecimal) : ScriptExpression(span)
{
    private readonly object _asDouble = asDouble;
    private readonly object _asDecimal = asDecimal.HasValue ? asDecimal.Value : asDouble;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => context.UseDecimals ? _asDecimal : _asDouble;
}

/// <summary>A string <c>$"… {expression} …"</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="texts">The texts before, between and after the expressions; one more than those.</param>
/// <param name="expressions">The expressions.</param>
public sealed class ScriptInterpolatedString(
    SourceSpan span, ImmutableArray<string> texts, ImmutableArray<ScriptExpression> expressions) : ScriptExpression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var values = expressions.Select(context.Evaluate).ToArray();
        var asHtml = context.EnableHtmlEscape && values.Any(value => TemplateContext.Unwrap(value) is HtmlString);
        var result = new StringBuilder(asHtml ? HtmlEscaper.Escape(texts[0]) : texts[0]);
        for (var i = 0; i < values.Length; i++)
        {
            result.Append(asHtml ? HtmlEscaper.AsHtml(context, values[i]) : context.ObjectToString(values[i]));
            result.Append(asHtml ? HtmlEscaper.Escape(texts[i + 1]) : texts[i + 1]);
            context.CheckLength(Span, result.Length);
        }

        context.CheckStringLength(Span, result.Length);
        return JoinedSources.Keep(asHtml ? new HtmlString(result.ToString()) : result.ToString(), values);
    }
}

/// <summary>An array <c>[a, b]</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="items">The items.</param>
public sealed class ScriptArrayInitializer(SourceSpan span, ImmutableArray<ScriptExpression> items) : ScriptExpression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var result = new ScriptArray(items.Length);
        foreach (var item in items)
            result.Add(context.Evaluate(item));
        return result;
    }
}

/// <summary>A member of an object that is written in code.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record ScriptObjectMember(string Name, ScriptExpression Value);

/// <summary>An object <c>{a: 1, "b": 2}</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="members">The members with their values.</param>
public sealed class ScriptObjectInitializer(
    SourceSpan span, ImmutableArray<ScriptObjectMember> members) : ScriptExpression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in members)
            result.SetValue(name, context.Evaluate(value));
        return result;
    }
}
