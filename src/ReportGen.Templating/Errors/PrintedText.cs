namespace ReportGen.Templating.Errors;

/// <summary>Text as a terminal shows it: how wide it is, and what must not get there.</summary>
internal static class PrintedText
{
    /// <summary>First and last code points of the characters that take two columns, in rising order.</summary>
    private static readonly (int First, int Last)[] s_wide =
    [
        (0x1100, 0x115f), (0x2e80, 0x303e), (0x3041, 0xa4cf), (0xa960, 0xa97f), (0xac00, 0xd7a3), (0xf900, 0xfaff),
        (0xfe30, 0xfe6f), (0xff00, 0xff60), (0xffe0, 0xffe6), (0x1b000, 0x1b2ff), (0x1f300, 0x1f64f), (0x1f680, 0x1f6ff),
        (0x1f900, 0x1faff), (0x20000, 0x3fffd),
    ];

    /// <summary>The text on one line, without characters that move the cursor or turn the direction of writing.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = !IsUnsafe(source[i]) ? source[i] : char.IsWhiteSpace(source[i]) ? ' ' : '\ufffd';
        });
    }

    /// <summary>The number of columns: a Chinese character takes two, a combining mark none.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>Writes blanks as wide as the text, with wide blanks for wide characters.</summary>
    public static void AppendBlanks(StringBuilder result, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            result.Append(Width(rune) switch { 0 => "", 2 => "\u3000", _ => " " });
    }

    /// <summary>The place itself, or the one before where it would part the halves of one character.</summary>
    public static int StartOfCharacter(string text, int place) =>
        place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) && char.IsHighSurrogate(text[place - 1]) ? place - 1 : place;

    private static int Width(Rune rune)
    {
        if (rune.Value < s_wide[0].First)
            return IsMark(rune) ? 0 : 1;
        foreach (var (first, last) in s_wide)
        {
            if (rune.Value >= first && rune.Value <= last)
                return 2;
        }

        return IsMark(rune) ? 0 : 1;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || rune.Value == 0x200d;

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029'
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c != '\u200d');
}
