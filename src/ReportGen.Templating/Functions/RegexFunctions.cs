using System.Text;
using System.Text.RegularExpressions;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The library <c>regex</c>: .NET's regular expressions, each search within the context's time limit. A null text counts
/// as empty. Options are the letters <c>i</c>, <c>m</c>, <c>s</c> and <c>x</c>.
/// </summary>
public static class RegexFunctions
{
    private const int LongestPattern = 10_000;
    private const int ReplacementRoom = 16;

    /// <summary>The text as a pattern that means just that text.</summary>
    public static string? Escape(TemplateContext context, SourceSpan span, string? pattern)
    {
        context.CheckStringLength(span, pattern?.Length ?? 0);
        return pattern is null ? null : Regex.Escape(pattern);
    }

    /// <summary>The text that an escaped pattern means.</summary>
    public static string? Unescape(SourceSpan span, string? pattern)
    {
        try
        {
            return pattern is null ? null : Regex.Unescape(pattern);
        }
        catch (ArgumentException error)
        {
            throw FunctionMessages.BadPattern(span, "regex.unescape", pattern, error.Message);
        }
    }

    /// <summary>The first match and its groups as a list of texts; an empty list where nothing matches.</summary>
    public static ScriptArray Match(
        TemplateContext context, SourceSpan span, string? text, string? pattern, string? options = null)
    {
        var match = Compile(context, span, "regex.match", pattern, options).Match(text ?? "");
        return match.Success ? Groups(context, span, match) : [];
    }

    /// <summary>Every match as a list of its text and groups.</summary>
    public static ScriptArray Matches(
        TemplateContext context, SourceSpan span, string? text, string? pattern, string? options = null)
    {
        var matches = new ScriptArray();
        var regex = Compile(context, span, "regex.matches", pattern, options);
        for (var match = regex.Match(text ?? ""); match.Success; match = match.NextMatch())
        {
            context.StepLoop(span);
            context.CheckCount(span, matches.Count + 1);
            matches.Add(Groups(context, span, match));
        }
        return matches;
    }

    /// <summary>The text with every match replaced; <c>$1</c> and <c>${name}</c> stand for groups.</summary>
    public static string? Replace(
        TemplateContext context, SourceSpan span,
        string? text, string? pattern, string? replace, string? options = null)
    {
        if (text is null)
            return null;
        var regex = Compile(context, span, "regex.replace", pattern, options);
        replace ??= "";
        // One replacement may hold the whole text for every dollar sign: bound it before it is built.
        var widest = replace.Length + (long)replace.AsSpan().Count('$') * text.Length;
        context.CheckStringLength(span, widest / ReplacementRoom);
        return ReplaceAll(context, span, text, regex, replace);
    }

    /// <summary>The parts of the text between the matches; groups of the pattern are among the parts.</summary>
    public static ScriptArray Split(
        TemplateContext context, SourceSpan span, string? text, string? pattern, string? options = null)
    {
        if (text is null)
            return [];
        context.CheckCollection(span, 0);
        var parts = Compile(context, span, "regex.split", pattern, options).Split(text);
        context.CheckCollection(span, parts.Length);
        return new ScriptArray(parts);
    }

    private static string ReplaceAll(TemplateContext context, SourceSpan span, string text, Regex regex, string replace)
    {
        var result = new StringBuilder();
        var done = 0;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            context.StepLoop(span);
            result.Append(text, done, match.Index - done).Append(match.Result(replace));
            context.CheckLength(span, result.Length);
            done = match.Index + match.Length;
        }
        context.CheckStringLength(span, result.Length + text.Length - done);
        return result.Append(text, done, text.Length - done).ToString();
    }

    private static ScriptArray Groups(TemplateContext context, SourceSpan span, Match match)
    {
        context.CheckCollection(span, match.Groups.Count);
        return new ScriptArray(match.Groups.Cast<Group>().Select(group => group.Value));
    }

    private static Regex Compile(
        TemplateContext context, SourceSpan span, string function, string? pattern, string? options)
    {
        if (pattern is null || pattern.Length > LongestPattern)
            throw FunctionMessages.BadPattern(span, function, pattern, pattern is null ? "null" : $"> {LongestPattern}");
        try
        {
            return new Regex(pattern, Options(span, function, options), context.RegexTimeOut);
        }
        catch (Exception error) when (error is ArgumentException or InsufficientExecutionStackException)
        {
            throw FunctionMessages.BadPattern(span, function, pattern, error.Message);
        }
    }

    private static RegexOptions Options(SourceSpan span, string function, string? letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters ?? "")
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw FunctionMessages.NotOneOf(span, function, letter.ToString(), ["i", "m", "s", "x"]),
            };
        }
        return options;
    }
}
