using System.Collections;
using Scriban.Functions;

namespace ReportGen.Templating.Functions;

/// <summary>
/// Functions under Scriban's names that reports need otherwise: they know HTML from text, keep decimals exact, bound what a
/// format may ask for, and pass every text through the checks of a template.
/// </summary>
internal static class ReplacedFunctions
{
    private const int MaxDigits = 999;

    /// <summary>The functions by full name.</summary>
    public static IReadOnlyDictionary<string, IScriptCustomFunction> All { get; } = new Dictionary<string, IScriptCustomFunction>
    {
        ["html.escape"] = Of(EscapeHtml, new ScriptParameterInfo(typeof(object), "text")),
        ["html.strip"] = Of(StripHtml, new ScriptParameterInfo(typeof(object), "text")),
        ["html.newline_to_br"] = Of(BreakLines, new ScriptParameterInfo(typeof(object), "text")),
        ["array.join"] = Of(Join,
            new(typeof(object), "list"), new(typeof(object), "delimiter"), new(typeof(object), "function", null!)),
        ["math.round"] = Of(Round, new(typeof(object), "value"), new(typeof(int), "precision", 0)),
        ["math.format"] = Of(Format, new(typeof(object), "value"), new(typeof(string), "format"), new(typeof(string), "culture", null!)),
        ["object.format"] = Of(Format, new(typeof(object), "value"), new(typeof(string), "format"), new(typeof(string), "culture", null!)),
        ["object.has_key"] = Of((_, _, a) => HasMember(a, out _), new(typeof(object), "value"), new(typeof(string), "key")),
        ["object.has_value"] = Of((_, _, a) => HasMember(a, out var value) && ISourcedValue.Plain(value) is not null, new(typeof(object), "value"), new(typeof(string), "key")),
        ["object.eval"] = Of((c, span, a) => c.Run(span, c.ToText(a[0]), isTemplate: false), new ScriptParameterInfo(typeof(object), "text")),
        ["object.eval_template"] = Of((c, span, a) => c.Run(span, c.ToText(a[0]), isTemplate: true), new ScriptParameterInfo(typeof(object), "text")),
    };

    /// <summary><c>html.raw</c>, which Scriban has not: a text that is HTML already.</summary>
    public static IScriptCustomFunction Raw { get; } = Of(RawHtml, new ScriptParameterInfo(typeof(object), "text"));

    private static DelegatedFunction Of(Func<RenderContext, SourceSpan, ScriptArray, object?> run, params ScriptParameterInfo[] parameters) =>
        new(run, parameters);

    private static object? EscapeHtml(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        if (ISourcedValue.Plain(arguments[0]) is null or HtmlString)
            return arguments[0];
        return JoinedSources.Keep(Escaped(context, span, arguments[0]), arguments[0]);
    }

    private static object Escaped(RenderContext context, SourceSpan span, object? value)
    {
        var escaped = HtmlEscaper.Escape(context.ToText(value));
        context.CheckLength(span, escaped.Length);
        return context.AsHtml(escaped);
    }

    private static object? RawHtml(RenderContext context, SourceSpan span, ScriptArray arguments) => ISourcedValue.Plain(arguments[0]) switch
    {
        null => null,
        HtmlString html => html,
        var text => new HtmlString(context.ToText(text)),
    };

    private static object? StripHtml(RenderContext context, SourceSpan span, ScriptArray arguments) => ISourcedValue.Plain(arguments[0]) switch
    {
        null => null,
        HtmlString html => new HtmlString(HtmlFunctions.Strip(context, html.Html) ?? "").Text,
        var text => HtmlFunctions.Strip(context, context.ToText(text)),
    };

    private static object? BreakLines(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        if (ISourcedValue.Plain(arguments[0]) is not { } value)
            return null;
        var html = value is HtmlString known ? known.Html : context.IsHtml ? HtmlEscaper.Escape(context.ToText(value)) : context.ToText(value);
        var broken = html.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br />\n", StringComparison.Ordinal);
        context.CheckLength(span, broken.Length);
        return context.AsHtml(broken);
    }

    private static object? Join(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        if (ISourcedValue.Plain(arguments[0]) is not { } list)
            return "";
        var items = context.ToList(span, list)!.Cast<object?>().Select(item => arguments[2] is IScriptCustomFunction function
            ? Scriban.Syntax.ScriptFunctionCall.Call(context, context.CurrentNode, function, new ScriptArray { item }) : item).ToList();
        var isHtml = context.IsHtml && items.Append(arguments[1]).Any(i => ISourcedValue.Plain(i) is HtmlString);
        var text = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(Part(arguments[1]));
            text.Append(Part(items[i]));
            context.CheckLength(span, text.Length);
        }

        return JoinedSources.Keep(isHtml ? new HtmlString(text.ToString()) : text.ToString(), [.. items]);

        string Part(object? value) => isHtml ? HtmlEscaper.AsHtml(context, value) : context.ToText(value);
    }

    private static object? Round(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        var digits = context.ToInt(span, arguments[1]);
        if (!context.UsesDecimals || !Numbers.TryToDecimal(ISourcedValue.Plain(arguments[0]), out var number))
            return MathFunctions.Round(context.ToObject<double>(span, arguments[0]), digits);
        if (digits is < 0 or > 28)
            throw new TemplateException(span, Messages.OutOfRange("math.round", "precision", digits, 0, 28));
        return JoinedSources.Keep(Math.Round(number, digits, MidpointRounding.AwayFromZero), arguments[0]);
    }

    private static object? Format(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        var format = context.ToText(arguments[1]);
        if (ISourcedValue.Plain(arguments[0]) is not IFormattable value)
            return context.ToText(arguments[0]);
        if (AsksForTooMuch(format))
            throw new TemplateException(span, Messages.BadFormat(format));
        try
        {
            var culture = arguments[2] is null ? context.CurrentCulture : CultureInfo.GetCultureInfo(context.ToText(arguments[2]));
            return JoinedSources.Keep(value.ToString(format, culture), arguments[0]);
        }
        catch (Exception error) when (error is FormatException or CultureNotFoundException)
        {
            throw new TemplateException(span, Messages.BadFormat(format));
        }
    }

    /// <summary>Any object, also one of the host, where Scriban wants a dictionary.</summary>
    private static bool HasMember(ScriptArray arguments, out object? value)
    {
        value = null;
        return ISourcedValue.Plain(arguments[0]) is IScriptObject target && ISourcedValue.Plain(arguments[1]) is string member
            && target.TryGetValue(null, default, member, out value);
    }

    private static bool AsksForTooMuch(string format) => format.Length > MaxDigits || (format.Length > 1 && char.IsAsciiLetter(format[0])
        && BigInteger.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits > MaxDigits);

    private sealed class DelegatedFunction(Func<RenderContext, SourceSpan, ScriptArray, object?> run, ScriptParameterInfo[] parameters)
        : CustomFunction(parameters)
    {
        protected override object? Invoke(RenderContext context, SourceSpan span, ScriptArray arguments) => run(context, span, arguments);
    }
}
