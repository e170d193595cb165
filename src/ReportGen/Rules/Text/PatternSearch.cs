namespace ReportGen.Rules.Text;

/// <summary>Matches the patterns of a rule against a text.</summary>
internal static class PatternSearch
{
    /// <summary>
    /// The matches of any of <paramref name="patterns"/>, in text order and without overlaps, except in clauses that match one
    /// of <paramref name="not"/>. If a pattern has a group <c>mark</c>, the span is that of the group.
    /// </summary>
    public static IEnumerable<(TextSpan Span, ProsePattern Pattern)> Find(
        ProseText text, ImmutableArray<ProsePattern> patterns, ImmutableArray<ProsePattern> not)
    {
        var found = (from pattern in patterns
                     from match in ReportProse.Matches(text, pattern)
                     let mark = match.Groups["mark"]
                     let span = mark.Success ? new TextSpan(mark.Index, mark.Length) : new TextSpan(match.Index, match.Length)
                     where !IsExcluded(text, pattern.View, span, not)
                     orderby span.Start, span.Length descending
                     select (span, pattern)).ToArray();
        var end = -1;
        foreach (var (span, pattern) in found)
        {
            if (span.Start < end) continue;
            end = span.End;
            yield return (span, pattern);
        }
    }

    public static bool IsExcluded(ProseText text, TextView view, TextSpan span, ImmutableArray<ProsePattern> not)
    {
        if (not.IsEmpty) return false;
        var whole = text.View(view);
        return IsIn(whole, TextPieces.Clause(whole, span), not);
    }

    /// <summary>Whether any of <paramref name="patterns"/> matches within a span.</summary>
    public static bool IsIn(string text, TextSpan run, ImmutableArray<ProsePattern> patterns) =>
        patterns.Any(p => p.Regex.Match(text, run.Start, run.Length).Success);
}
