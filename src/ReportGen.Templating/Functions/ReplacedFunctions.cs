using Scriban.Functions;

namespace ReportGen.Templating.Functions;

/// <summary>
/// Replacements for functions of Scriban: they distinguish HTML from text, keep decimals exact, limit formats, and check the
/// length of every text.
/// </summary>
internal static class ReplacedFunctions
{
    private const int MaxDigits = 999;

    private static readonly ScriptParameterInfo s_text = new(typeof(object), "text");
    private static readonly ScriptParameterInfo s_value = new(typeof(object), "value");
    private static readonly ScriptParameterInfo s_key = new(typeof(string), "key");
    private static readonly ScriptParameterInfo s_format = new(typeof(string), "format");
    private static readonly ScriptParameterInfo s_culture = new(typeof(string), "culture", null!);

    /// <summary>The functions by full name.</summary>
    public static IReadOnlyDictionary<string, CustomFunction> All { get; } = new Dictionary<string, CustomFunction>
    {
        ["html.escape"] = new(EscapeHtml, s_text),
        ["html.strip"] = new(StripHtml, s_text),
        ["html.newline_to_br"] = new(BreakLines, s_text),
        ["array.join"] = new(
            Join, new(typeof(object), "list"), new(typeof(object), "delimiter"), new(typeof(object), "function", null!)),
        ["math.round"] = new(Round, s_value, new(typeof(int), "precision", 0)),
        ["math.format"] = new(Format, s_value, s_format, s_culture),
        ["object.to_json"] = new(JsonFunction.ToJson, s_value),
        ["object.format"] = new(Format, s_value, s_format, s_culture),
        ["object.has_key"] = new((_, _, a) => HasMember(a, out _), s_value, s_key),
        ["object.has_value"] = new((_, _, a) => HasMember(a, out var v) && ISourcedValue.Plain(v) is not null, s_value, s_key),
        ["object.eval"] = new((context, span, a) => context.Run(span, context.ToText(a[0]), isTemplate: false), s_text),
        ["object.eval_template"] = new((context, span, a) => context.Run(span, context.ToText(a[0]), isTemplate: true), s_text),
    };

    /// <summary><c>html.raw</c>, not part of Scriban: marks a text as HTML.</summary>
    public static CustomFunction Raw { get; } = new(
        (context, _, arguments) => ISourcedValue.Plain(arguments[0]) is not { } value ? null
            : value as HtmlString ?? new HtmlString(context.ToText(value)), s_text);

    private static object? EscapeHtml(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        if (ISourcedValue.Plain(arguments[0]) is null or HtmlString) return arguments[0];
        var escaped = HtmlEscaper.Escape(context.ToText(arguments[0]));
        context.CheckLength(span, escaped.Length);
        return JoinedSources.WithSourcesOf(context.AsHtml(escaped), arguments[0]);
    }

    private static object? StripHtml(RenderContext context, SourceSpan _, ScriptArray arguments) =>
        ISourcedValue.Plain(arguments[0]) switch
        {
            null => null,
            HtmlString html => new HtmlString(HtmlFunctions.Strip(context, html.Html) ?? "").Text,
            var text => HtmlFunctions.Strip(context, context.ToText(text)),
        };

    private static object? BreakLines(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        if (ISourcedValue.Plain(arguments[0]) is not { } value) return null;
        var html = context.IsHtml || value is HtmlString ? HtmlEscaper.AsHtml(context, value) : context.ToText(value);
        var broken = html.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br />\n", StringComparison.Ordinal);
        context.CheckLength(span, broken.Length);
        return context.AsHtml(broken);
    }

    private static object? Join(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        if (ISourcedValue.Plain(arguments[0]) is not { } list) return "";
        var parts = new List<object?>();
        foreach (var item in context.ToList(span, list)!)
        {
            if (parts.Count > 0) parts.Add(arguments[1]);
            parts.Add(arguments[2] is not IScriptCustomFunction function ? item
                : ScriptFunctionCall.Call(context, context.CurrentNode, function, new ScriptArray { item }));
        }

        return context.Concatenated(span, parts);
    }

    private static object? Round(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        var digits = context.ToInt(span, arguments[1]);
        if (!context.UsesDecimals || !Numbers.TryToDecimal(ISourcedValue.Plain(arguments[0]), out var number))
            return MathFunctions.Round(context.ToObject<double>(span, arguments[0]), digits);
        if (digits is < 0 or > 28)
            throw new TemplateException(span, Messages.OutOfRange("math.round", "precision", digits, 0, 28));
        return JoinedSources.WithSourcesOf(Math.Round(number, digits, MidpointRounding.AwayFromZero), arguments[0]);
    }

    private static object? Format(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        var format = context.ToText(arguments[1]);
        if (ISourcedValue.Plain(arguments[0]) is not IFormattable value) return context.ToText(arguments[0]);
        if (AsksForTooMuch(format)) throw new TemplateException(span, Messages.BadFormat(format));
        try
        {
            var culture = arguments[2] is { } name ? CultureInfo.GetCultureInfo(context.ToText(name)) : context.CurrentCulture;
            return JoinedSources.WithSourcesOf(value.ToString(format, culture), arguments[0]);
        }
        catch (Exception error) when (error is FormatException or CultureNotFoundException)
        {
            throw new TemplateException(span, Messages.BadFormat(format));
        }
    }

    /// <summary>
    /// Whether an object, also one of the host program, has a member; Scriban's version accepts only dictionaries.
    /// </summary>
    private static bool HasMember(ScriptArray arguments, out object? value)
    {
        value = null;
        return ISourcedValue.Plain(arguments[0]) is IScriptObject target && ISourcedValue.Plain(arguments[1]) is string member
            && target.TryGetValue(null, default, member, out value);
    }

    private static bool AsksForTooMuch(string format) => format.Length > MaxDigits
        || (format.Length > 1 && char.IsAsciiLetter(format[0]) && format.Skip(1).All(char.IsAsciiDigit)
            && BigInteger.Parse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) > MaxDigits);
}
