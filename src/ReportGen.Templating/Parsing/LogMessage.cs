using System.Text;

namespace ReportGen.Templating.Parsing;

/// <summary>A mistake in a template as a value: its place, the line, the reason and a hint.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Line">The whole line of the first character, without its end.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
public sealed record LogMessage(SourceSpan Span, string Line, TemplateMessage Reason)
{
    private const int LongestQuotation = 160;

    /// <summary>The number of characters marked, from the first, within the line; at least 1.</summary>
    public int MarkLength => Math.Max(1, Math.Min(Span.Length, Line.Length - Span.Start.Column));

    /// <summary>A mistake in <paramref name="text"/>, the text of the template.</summary>
    public static LogMessage At(SourceSpan span, string text, TemplateMessage reason) =>
        new(span, LineOf(text, span.Start.Offset), reason);

    /// <summary><c>file(line,column): error: reason</c>, with the line, a mark under the place and the hint below.</summary>
    /// <param name="chinese">Whether in Chinese; otherwise in English.</param>
    public string Format(bool chinese)
    {
        var text = new StringBuilder();
        text.Append(Span.FileName).Append(Span.Start).Append(": error: ")
            .Append(chinese ? Reason.Chinese : Reason.English);
        Quote(text);
        var hint = chinese ? Reason.ChineseHint : Reason.EnglishHint;
        if (hint is not null)
            text.Append('\n').Append(chinese ? "  提示：" : "  hint: ").Append(hint);
        return text.ToString();
    }

    /// <summary>The English form of <see cref="Format"/>.</summary>
    public override string ToString() => Format(false);

    private void Quote(StringBuilder text)
    {
        if (Line.Length == 0)
            return;
        var column = Math.Min(Span.Start.Column, Line.Length);
        var from = column > LongestQuotation / 2 ? column - (LongestQuotation / 2) : 0;
        var excerpt = Line.Substring(from, Math.Min(LongestQuotation, Line.Length - from));
        text.Append("\n  ").Append(excerpt.Replace('\t', ' ')).Append("\n  ");
        foreach (var before in excerpt.AsSpan(0, Math.Min(column - from, excerpt.Length)))
            text.Append(IsWide(before) ? '\u3000' : ' ');
        text.Append('^', Math.Min(MarkLength, Math.Max(1, excerpt.Length - (column - from))));
    }

    private static bool IsWide(char c) => c is >= '\u2e80' and <= '\ud7ff' or >= '\uf900' and <= '\ufaff'
        or >= '\ufe30' and <= '\ufe6f' or >= '\uff00' and <= '\uff60';

    private static string LineOf(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)].TrimEnd('\r');
    }
}
