namespace ReportGen.Rules;

/// <summary>A figure by the ids of its table, row and column. A null row or column is the current one of the rule.</summary>
internal sealed record FigureReference(string Table, string? Row, string? Column, bool IsPrevious);

/// <summary>A summand: a factor times a figure, or a constant.</summary>
/// <param name="Factor">The factor with its sign; the constant itself when <paramref name="Figure"/> is null.</param>
/// <param name="Figure">The figure; null for a constant.</param>
internal sealed record Term(decimal Factor, FigureReference? Figure);

/// <summary>A sum of terms. Never empty.</summary>
internal sealed record Expression(ImmutableArray<Term> Terms);

/// <summary>The required relation between two sums.</summary>
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

/// <summary>What a rule over a table iterates over.</summary>
internal enum IterationScope
{
    /// <summary>Nothing: the rule is checked once, and figures are named in full.</summary>
    Once,

    /// <summary>The rows; names in the expression are columns.</summary>
    Row,

    /// <summary>The columns; names in the expression are rows.</summary>
    Column,

    /// <summary>Every figure, named <c>x</c>.</summary>
    Cell,
}
