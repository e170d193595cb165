namespace ReportGen.Rules.Text;

/// <summary>Splits texts at the ends of sentences and clauses.</summary>
internal static class TextPieces
{
    private const int Longest = 2000;
    private const int LongestSentence = 600;

    /// <summary>Spans of at most 2000 characters that end with a sentence where possible.</summary>
    public static ImmutableArray<TextSpan> Of(string text)
    {
        if (text.Length <= Longest) return [new TextSpan(0, text.Length)];
        var pieces = ImmutableArray.CreateBuilder<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + Longest, text.Length);
            if (end < text.Length)
            {
                var cut = text.LastIndexOfAny(['。', '\n', ';'], end - 1, end - start);
                if (cut > start) end = cut + 1;
            }

            pieces.Add(new TextSpan(start, end - start));
            start = end;
        }

        return pieces.ToImmutable();
    }

    /// <summary>The sentence around a place, up to 600 characters to either side.</summary>
    public static TextSpan Sentence(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from < LongestSentence && !EndsSentence(text[from - 1])) from--;
        var to = at;
        while (to < text.Length && to - at < LongestSentence && !EndsSentence(text[to])) to++;
        return new TextSpan(from, Math.Min(to + 1, text.Length) - from);
    }

    /// <summary>The clause around a span: from the last comma or full stop before it to the next one after it.</summary>
    public static TextSpan Clause(string text, TextSpan span)
    {
        var from = span.Start;
        while (from > 0 && span.Start - from < LongestSentence && !EndsClause(text[from - 1])) from--;
        var to = span.End;
        while (to < text.Length && to - span.End < LongestSentence && !EndsClause(text[to])) to++;
        return new TextSpan(from, to - from);
    }

    public static bool EndsSentence(char c) => c is '。' or '！' or '？' or '!' or '?' or '\n';

    private static bool EndsClause(char c) => EndsSentence(c) || c is ',' or ';';
}
