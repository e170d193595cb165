namespace ReportGen.Templating;

/// <summary>Places in the text of a template.</summary>
internal static class Spans
{
    /// <summary>The place of one character.</summary>
    public static SourceSpan At(string text, string path, int offset)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        var position = new TextPosition(before.Length, before.Count('\n'), before.Length - before.LastIndexOf('\n') - 1);
        return new SourceSpan(path, position, position);
    }

    /// <summary>The span itself; where Scriban gave none, or one behind the text, the text's last character.</summary>
    public static SourceSpan Placed(SourceSpan span, string text, string path) =>
        span.FileName is not null && span.Start.Offset >= 0 && span.Start.Offset <= text.Length
            ? span
            : At(text, path, text.Length - 1);

    /// <summary><c>(line,column)</c>, both from 1.</summary>
    public static string Position(this SourceSpan span) => $"({span.Start.ToStringSimple()})";
}
