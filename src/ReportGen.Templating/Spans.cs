namespace ReportGen.Templating;

/// <summary>Creates and converts spans in the text of a template.</summary>
internal static class Spans
{
    /// <summary>The span of one character.</summary>
    public static SourceSpan At(string text, string path, int offset)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        var position = new TextPosition(before.Length, before.Count('\n'), before.Length - before.LastIndexOf('\n') - 1);
        return new SourceSpan(path, position, position);
    }

    /// <summary>The span itself. If Scriban gave none, or one after the end, that of the last character.</summary>
    public static SourceSpan Placed(SourceSpan span, string text, string path) =>
        span.FileName is not null && span.Start.Offset >= 0 && span.Start.Offset <= text.Length
            ? span
            : At(text, path, text.Length - 1);

    /// <summary>The position as <c>(line,column)</c>, both from 1.</summary>
    public static string Position(this SourceSpan span) => $"({span.Start.ToStringSimple()})";
}
