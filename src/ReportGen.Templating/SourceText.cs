namespace ReportGen.Templating;

/// <summary>The text of a template and its path, which together place errors. Immutable.</summary>
/// <param name="Text">The text.</param>
/// <param name="Path">The path, for messages.</param>
internal sealed record SourceText(string Text, string Path)
{
    /// <summary>The maximum length of a template, in characters.</summary>
    public const int MaxLength = 16 << 20;

    private const int MaxBraces = 64;
    private const int MaxDigits = 400;

    /// <summary>
    /// The error at the first limit that the text exceeds; null if none. To be called before Scriban's lexer reads it, which
    /// needs quadratic time for long sequences of <c>{</c> and of digits.
    /// </summary>
    public TemplateError? FindExcess()
    {
        if (Text.Length > MaxLength) return ErrorAt(At(0), Messages.TemplateTooLong(MaxLength));
        var (braces, digits) = (0, 0);
        for (var i = 0; i < Text.Length; i++)
        {
            var c = Text[i];
            braces = c == '{' ? braces + 1 : 0;
            digits = char.IsAsciiHexDigit(c) || c == '_' ? digits + 1 : 0;
            if (braces > MaxBraces) return ErrorAt(At(i), Messages.TooManyBraces());
            if (digits > MaxDigits && IsNumber(i - digits + 1)) return ErrorAt(At(i), Messages.TooManyDigits());
        }

        return null;
    }

    /// <summary>An error at the end of the text.</summary>
    public TemplateError ErrorAtEnd(TemplateMessage reason) => ErrorAt(default, reason);

    /// <summary>An error at a span; if Scriban gave none, or one after the end, at the last character.</summary>
    /// <param name="span">The place.</param>
    /// <param name="reason">The reason, and how to fix it.</param>
    /// <param name="before">
    /// The previous error of this text, or null: errors on one line share the line's text, to save memory on long lines.
    /// </param>
    public TemplateError ErrorAt(SourceSpan span, TemplateMessage reason, TemplateError? before = null)
    {
        var placed = Placed(span);
        var sharesLine = before is not null && before.Span.Start.Line == placed.Start.Line;
        return new TemplateError(placed, sharesLine ? before!.Line : LineOf(placed.Start.Offset), reason);
    }

    /// <summary>The span itself. If Scriban gave none, or one after the end, that of the last character.</summary>
    public SourceSpan Placed(SourceSpan span) =>
        span.FileName is not null && span.Start.Offset >= 0 && span.Start.Offset <= Text.Length ? span : At(Text.Length - 1);

    private SourceSpan At(int offset)
    {
        var before = Text.AsSpan(0, Math.Clamp(offset, 0, Text.Length));
        var position = new TextPosition(before.Length, before.Count('\n'), before.Length - before.LastIndexOf('\n') - 1);
        return new SourceSpan(Path, position, position);
    }

    private string LineOf(int offset)
    {
        var start = Text.AsSpan(0, offset).LastIndexOf('\n') + 1;
        var end = Text.IndexOf('\n', offset);
        return Text[start..(end < 0 ? Text.Length : end)].TrimEnd('\r');
    }

    private bool IsNumber(int start) => char.IsAsciiDigit(Text[start]) || (start > 0 && Text[start - 1] is 'x' or '.');
}
