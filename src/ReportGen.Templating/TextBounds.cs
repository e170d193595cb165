namespace ReportGen.Templating;

/// <summary>
/// Checks a text before Scriban's lexer reads it, which needs quadratic time for long sequences of <c>{</c> and of digits.
/// </summary>
internal static class TextBounds
{
    /// <summary>The maximum length of a template, in characters.</summary>
    public const int MaxLength = 16 << 20;

    private const int MaxBraces = 64;
    private const int MaxDigits = 400;

    /// <summary>The error at the first limit that the text exceeds; null if none.</summary>
    public static TemplateError? FindExcess(string text, string path)
    {
        if (text.Length > MaxLength) return At(text, path, 0, Messages.TemplateTooLong(MaxLength));
        var (braces, digits) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            braces = c == '{' ? braces + 1 : 0;
            digits = char.IsAsciiHexDigit(c) || c == '_' ? digits + 1 : 0;
            if (braces > MaxBraces) return At(text, path, i, Messages.TooManyBraces());
            if (digits > MaxDigits && IsNumber(text, i - digits + 1)) return At(text, path, i, Messages.TooManyDigits());
        }

        return null;
    }

    private static bool IsNumber(string text, int start) =>
        char.IsAsciiDigit(text[start]) || (start > 0 && text[start - 1] is 'x' or '.');

    private static TemplateError At(string text, string path, int offset, TemplateMessage reason) =>
        TemplateError.At(Spans.At(text, path, offset), text, reason);
}
