namespace ReportGen.Rules.Text.Reading;

/// <summary>Tokens between two marks, without the brackets among them.</summary>
/// <param name="Before">The mark before it: a comma, a full stop, a bracket.</param>
/// <param name="Tokens">The tokens, without the marks that end clauses.</param>
internal sealed record Clause(char Before, List<Token> Tokens)
{
    /// <summary>The mark after it.</summary>
    public char After { get; set; } = '。';

    /// <summary>The bracketed clauses, each with the number of this clause's tokens before it.</summary>
    public List<(int At, List<Clause> Clauses)> Brackets { get; } = [];

    public bool HasCount => Tokens.Any(t => t.Count is not null);
}

/// <summary>A sentence.</summary>
/// <param name="Clauses">Its clauses, in order.</param>
/// <param name="All">All its tokens, including marks, in order.</param>
internal sealed record Sentence(List<Clause> Clauses, IReadOnlyList<Token> All);

/// <summary>Splits tokens into sentences and clauses.</summary>
internal static class ClauseReader
{
    private const int MaxTokens = 400;

    public static IEnumerable<Sentence> Sentences(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count;)
        {
            var end = at;
            while (end < tokens.Count && end - at < MaxTokens && !TextPieces.EndsSentence(tokens[end].Mark)) end++;
            if (end - at == MaxTokens && tokens.FindLastIndex(end - 1, MaxTokens, t => t.Mark is ';' or ',') is var cut
                && cut > at)
            {
                end = cut + 1;
            }

            var next = at;
            var clauses = Clauses(tokens, ref next, end, ' ');
            while (next < end)
            {
                next++;
                clauses.AddRange(Clauses(tokens, ref next, end, ','));
            }

            if (clauses.Count > 0) yield return new Sentence(clauses, tokens.GetRange(at, end - at));
            at = end < tokens.Count && TextPieces.EndsSentence(tokens[end].Mark) ? end + 1 : end;
        }
    }

    /// <summary>The clauses up to the end, or to the closing bracket; <paramref name="at"/> is left on it.</summary>
    private static List<Clause> Clauses(List<Token> tokens, ref int at, int end, char before)
    {
        var clauses = new List<Clause>();
        var clause = new Clause(before, []);
        for (; at < end && tokens[at].Mark != ')'; at++)
        {
            var mark = tokens[at].Mark;
            if (mark == '(')
            {
                at++;
                clause.Brackets.Add((clause.Tokens.Count, Clauses(tokens, ref at, end, '(')));
                if (at >= end) break;
            }
            else if (mark is ',' or ';' or ':' or '…' || (mark == '、' && clause.HasCount))
            {
                clause = Close(clauses, clause, mark);
            }
            else
            {
                clause.Tokens.Add(tokens[at]);
            }
        }

        Close(clauses, clause, '。');
        return clauses;
    }

    private static Clause Close(List<Clause> clauses, Clause clause, char mark)
    {
        clause.After = mark;
        if (clause.Tokens.Count > 0 || clause.Brackets.Count > 0) clauses.Add(clause);
        return new Clause(mark, []);
    }
}
