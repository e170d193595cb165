namespace ReportGen.Rules;

/// <summary>
/// The values that a figure may have while cells are empty or unusable: from a least to a greatest, both included.
/// </summary>
/// <param name="Min">The least value; null for no bound.</param>
/// <param name="Max">The greatest value; null for no bound.</param>
internal readonly record struct NumberRange(decimal? Min, decimal? Max)
{
    /// <summary>Any number.</summary>
    public static NumberRange Any { get; } = new(null, null);

    /// <summary>Any number that is not negative.</summary>
    public static NumberRange NotNegative { get; } = new(0, null);

    /// <summary>One value.</summary>
    public static NumberRange Exactly(decimal number) => new(number, number);

    /// <summary>The values of a sum.</summary>
    public static NumberRange operator +(NumberRange a, NumberRange b) => new(a.Min + b.Min, a.Max + b.Max);

    /// <summary>The values of a multiple.</summary>
    public static NumberRange operator *(decimal factor, NumberRange range) => factor switch
    {
        0 => Exactly(0),
        < 0 => new(factor * range.Max, factor * range.Min),
        _ => new(factor * range.Min, factor * range.Max),
    };

    /// <summary>Whether a comparison fails for all values of both sides.</summary>
    public static bool AlwaysFails(Relation relation, NumberRange left, NumberRange right) => relation switch
    {
        Relation.Equal => left.Max < right.Min || left.Min > right.Max,
        Relation.NotEqual => left.Min == left.Max && right.Min == right.Max && left.Min is not null && left.Min == right.Min,
        Relation.AtMost => left.Min > right.Max,
        Relation.LessThan => left.Min >= right.Max,
        Relation.AtLeast => left.Max < right.Min,
        _ => left.Max <= right.Min,
    };

    /// <summary>The smallest distance between the values of both sides; 0 if they may be equal.</summary>
    public static decimal Distance(NumberRange left, NumberRange right) =>
        left.Min > right.Max ? left.Min.Value - right.Max!.Value : right.Min > left.Max ? right.Min.Value - left.Max!.Value : 0;

    /// <summary>The values in words: <c>12</c>, <c>至少 12</c>, <c>？</c>.</summary>
    public LocalizedText Describe() => (Min, Max) switch
    {
        ({ } min, { } max) when min == max => LocalizedText.Same(SumEvaluator.Write(min)),
        (null or 0, null) => new("？", "?"),
        ({ } min, null) => new($"至少 {SumEvaluator.Write(min)}", $"at least {SumEvaluator.Write(min)}"),
        (_, { } max) => new($"至多 {SumEvaluator.Write(max)}", $"at most {SumEvaluator.Write(max)}"),
    };
}
