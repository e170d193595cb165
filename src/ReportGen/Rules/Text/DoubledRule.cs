namespace ReportGen.Rules.Text;

/// <summary>Finds characters and words typed twice: 的的, 工作工作.</summary>
internal sealed class DoubledRule(RuleEntry entry) : TextRule(entry, "words", "right")
{
    private const int LongestWord = 4;

    // Characters that are never doubled on purpose.
    private readonly string _characters = entry.Map.Text("characters");

    // Doubled words that are correct.
    private readonly ImmutableArray<string> _except = entry.Map.Texts("except");

    protected override void Run(ProseText text, CheckContext context)
    {
        for (var i = 0; i + 1 < text.Plain.Length; i++)
        {
            if (Length(text.Plain, i) is not { } length) continue;
            var span = new TextSpan(i, length * 2);
            var values = new MessageValues().With("words", text.Words(span, TextView.Plain))
                .With("right", text.Plain.Substring(i, length));
            context.Add(Header, text, span, TextView.Plain, values);
            i += span.Length - 1;
        }
    }

    /// <summary>The length of the word that occurs twice at a place; null if none does.</summary>
    private int? Length(string text, int at)
    {
        if (text[at] == text[at + 1]) return _characters.Contains(text[at]) && !IsExcepted(text, at, 2) ? 1 : null;
        for (var length = LongestWord; length > 1; length--)
        {
            if (at + (2 * length) > text.Length || string.CompareOrdinal(text, at, text, at + length, length) != 0) continue;
            if (IsWord(text.AsSpan(at, length)) && !IsExcepted(text, at, 2 * length)) return length;
        }

        return null;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is < '\u4e00' or > '\u9fff' || ChineseNumeralScanner.IsNumeral(c)) return false;
        }

        return true;
    }

    /// <summary>Whether a correct word overlaps the span.</summary>
    private bool IsExcepted(string text, int at, int length)
    {
        foreach (var word in _except)
        {
            var from = Math.Max(0, at - word.Length + 1);
            var found = text.IndexOf(word, from, Math.Min(text.Length, at + length + word.Length - 1) - from,
                StringComparison.Ordinal);
            if (found >= 0) return true;
        }

        return false;
    }
}
