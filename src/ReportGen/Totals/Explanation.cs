namespace ReportGen.Totals;

/// <summary>A possible explanation of a difference.</summary>
/// <param name="Bodies">The bodies concerned: one, or two together.</param>
/// <param name="LeftOut">True if they seem not to be counted, false if they seem to be counted twice.</param>
internal sealed record Explanation(ImmutableArray<string> Bodies, bool LeftOut)
{
    /// <summary>Compares bodies and kind of explanation.</summary>
    public bool Equals(Explanation? other) => other is not null && LeftOut == other.LeftOut && Bodies.SequenceEqual(other.Bodies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LeftOut, Bodies.Length, Bodies[0]);

    /// <summary>The single bodies whose figure equals the difference.</summary>
    public static IEnumerable<Explanation> Single(TracedFigure figure, decimal by) =>
        Addends(figure, by).Where(a => Math.Abs(a.Number) == Math.Abs(by))
            .Select(a => new Explanation([a.Body], IsLeftOut(a.Number, by)));

    /// <summary>The pairs of bodies whose figures add up to the difference.</summary>
    public static IEnumerable<Explanation> Pairs(TracedFigure figure, decimal by)
    {
        var addends = Addends(figure, by).ToArray();
        for (var i = 0; i < addends.Length; i++)
        {
            for (var j = i + 1; j < addends.Length; j++)
            {
                if (Math.Abs(addends[i].Number + addends[j].Number) == Math.Abs(by))
                    yield return new Explanation([addends[i].Body, addends[j].Body], IsLeftOut(addends[i].Number, by));
            }
        }
    }

    // Candidates: not zero, not larger than the difference, all of one sign.
    private static IEnumerable<Addend> Addends(TracedFigure figure, decimal by) =>
        figure.Addends.Where(a => a.Number != 0 && Math.Abs(a.Number) <= Math.Abs(by))
            .GroupBy(a => Math.Sign(a.Number)).MaxBy(g => g.Count()) ?? Enumerable.Empty<Addend>();

    private static bool IsLeftOut(decimal number, decimal by) => Math.Sign(by) != Math.Sign(number);
}
