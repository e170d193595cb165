namespace ReportGen.Rules.Text;

/// <summary>Matches the patterns of a rule against a text.</summary>
internal static class PatternSearch
{
    /// <summary>
    /// The matches of any of <paramref name="patterns"/>, in text order and without overlaps, except in clauses that match one
    /// of <paramref name="not"/>. If a pattern has a group <c>mark</c>, the span is that of the group.
    /// </summary>
    public static IReadOnlyList<(TextSpan Span, ProsePattern Pattern)> Find(
        ProseText text, ImmutableArray<ProsePattern> patterns, ImmutableArray<ProsePattern> not)
    {
        List<(TextSpan Span, ProsePattern Pattern)>? found = null;
        foreach (var pattern in patterns)
        {
            foreach (var match in ReportProse.Matches(text, pattern))
            {
                var mark = match.Groups["mark"];
                var span = mark.Success ? new TextSpan(mark.Index, mark.Length) : new TextSpan(match.Index, match.Length);
                if (!IsExcluded(text, pattern.View, span, not)) (found ??= []).Add((span, pattern));
            }
        }

        return found is null ? [] : WithoutOverlaps(found);
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

    private static List<(TextSpan Span, ProsePattern Pattern)> WithoutOverlaps(List<(TextSpan Span, ProsePattern Pattern)> found)
    {
        var kept = new List<(TextSpan Span, ProsePattern Pattern)>();
        var end = -1;
        foreach (var match in found.OrderBy(f => f.Span.Start).ThenByDescending(f => f.Span.Length))
        {
            if (match.Span.Start < end) continue;
            end = match.Span.End;
            kept.Add(match);
        }
        return kept;
    }
}
