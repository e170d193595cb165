using System.Buffers;

namespace ReportGen.Diagnostics;

/// <summary>
/// Characters that no text of a report, file name or message may have: control characters except tab and line feed, those that
/// change the direction of text (U+202A–U+202E, U+2066–U+2069), code points that are no characters (such as U+FFFE and U+FFFF),
/// and halves of surrogate pairs. They hide what is written, control terminals, or break programs that process the text.
/// </summary>
public static class UnsafeCharacters
{
    private static readonly SearchValues<char> s_suspicious = SearchValues.Create(
    [
        .. Range(0x00, 0x08), .. Range(0x0B, 0x1F), .. Range(0x7F, 0x9F), .. Range(0x202A, 0x202E), .. Range(0x2066, 0x2069),
        .. Range(0xD800, 0xDFFF), .. Range(0xFDD0, 0xFDEF), .. Range(0xFFFE, 0xFFFF),
    ]);

    /// <summary>Whether a text has such characters.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOfAny(s_suspicious) is >= 0 and var next; at += 2)
        {
            at += next;
            if (!IsPair(text, at)) return true;
        }

        return false;
    }

    /// <summary>Returns the text without them. CR LF becomes LF.</summary>
    public static string Remove(string text)
    {
        if (!AreIn(text)) return text;
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsPair(text, at)) kept.Append(text[at]).Append(text[++at]);
            else if (!s_suspicious.Contains(text[at])) kept.Append(text[at]);
        }

        return kept.ToString();
    }

    /// <summary>Whether a single UTF-16 unit is such a character. Halves of pairs are, as a pair is two units.</summary>
    public static bool Contains(char unit) => s_suspicious.Contains(unit);

    // A pair that stands for a character; the last two code points of each plane are none.
    private static bool IsPair(ReadOnlySpan<char> text, int at) => at + 1 < text.Length
        && char.IsSurrogatePair(text[at], text[at + 1])
        && (char.ConvertToUtf32(text[at], text[at + 1]) & 0xFFFE) != 0xFFFE;

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
