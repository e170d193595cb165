using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Characters and words typed twice: 的的, 工作工作.</summary>
internal static class DoubledRule
{
    private const int LongestWord = 4;

    public static void Run(DoubledCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            for (var i = 0; i + 1 < text.Plain.Length; i++)
            {
                if (Length(check, text.Plain, i) is not { } length) continue;
                var span = new TextSpan(i, length * 2);
                var values = new Values().With("words", text.Words(span, TextView.Plain)).With("right", text.Plain.Substring(i, length));
                context.Add(check.Header, text, span, TextView.Plain, values);
                i += span.Length - 1;
            }
        }
    }

    /// <summary>The length of the word that stands twice at a place; null when none does.</summary>
    private static int? Length(DoubledCheck check, string text, int at)
    {
        if (text[at] == text[at + 1]) return check.Characters.Contains(text[at]) && !IsExcepted(check, text, at, 2) ? 1 : null;
        for (var length = LongestWord; length > 1; length--)
        {
            if (at + (2 * length) > text.Length || string.CompareOrdinal(text, at, text, at + length, length) != 0) continue;
            if (IsWord(text.AsSpan(at, length)) && !IsExcepted(check, text, at, 2 * length)) return length;
        }

        return null;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is < '\u4e00' or > '\u9fff' || ChineseNumerals.IsNumeral(c)) return false;
        }

        return true;
    }

    /// <summary>Whether a word that is right overlaps the run.</summary>
    private static bool IsExcepted(DoubledCheck check, string text, int at, int length)
    {
        foreach (var word in check.Except)
        {
            var from = Math.Max(0, at - word.Length + 1);
            var found = text.IndexOf(word, from, Math.Min(text.Length, at + length + word.Length - 1) - from, StringComparison.Ordinal);
            if (found >= 0) return true;
        }

        return false;
    }
}
