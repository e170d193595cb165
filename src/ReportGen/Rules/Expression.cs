namespace ReportGen.Rules;

/// <summary>
/// A figure by the ids of its table, row and column. A null row or column is the one that the rule is looking at.
/// </summary>
internal sealed record FigureReference(string Table, string? Row, string? Column, bool IsPrevious);

/// <summary>A summand: a figure times a factor, or a constant where there is no figure.</summary>
/// <param name="Factor">The factor with its sign; the constant itself when <paramref name="Figure"/> is null.</param>
/// <param name="Figure">The figure; null for a constant.</param>
internal sealed record Term(decimal Factor, FigureReference? Figure);

/// <summary>A sum of terms. Never empty.</summary>
internal sealed record Expression(ImmutableArray<Term> Terms);

/// <summary>How two sums must stand to each other.</summary>
internal enum Relation
{
    Equal,
    NotEqual,
    AtMost,
    LessThan,
    AtLeast,
    MoreThan,
}

/// <summary>One comparison.</summary>
internal sealed record Comparison(Expression Left, Relation Relation, Expression Right);

/// <summary>Comparisons that must all hold.</summary>
internal sealed record Condition(ImmutableArray<Comparison> All);

/// <summary>What a rule over a table goes through.</summary>
internal enum IterationScope
{
    /// <summary>Nothing: every figure is named in full.</summary>
    Once,

    /// <summary>The rows; names in the expression are columns.</summary>
    Row,

    /// <summary>The columns; names in the expression are rows.</summary>
    Column,

    /// <summary>Every figure, called <c>x</c>.</summary>
    Cell,
}
