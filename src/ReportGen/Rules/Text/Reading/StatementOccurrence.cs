namespace ReportGen.Rules.Text.Reading;

/// <summary>How a statement gives its amount.</summary>
internal enum OccurrenceKind
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary>As the number of a part: the whole is not less.</summary>
    Part,

    /// <summary>As the numbers of several parts.</summary>
    Sum,

    /// <summary>As zero: 未收到申请.</summary>
    None,

    /// <summary>As all of what was named before: 均已办结.</summary>
    All,
}

/// <summary>An occurrence of a statement in a text.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Text">The text.</param>
/// <param name="Span">The number, or the words if there is none, in the plain view.</param>
internal sealed record StatementOccurrence(Statement Statement, ProseText Text, TextSpan Span)
{
    public required OccurrenceKind Kind { get; init; }

    /// <summary>The values of the figure, in the text's unit, for which the statement is true.</summary>
    public required Interval Range { get; init; }

    /// <summary>The number; null if none.</summary>
    public Count? Count { get; init; }

    /// <summary>For <see cref="OccurrenceKind.All"/>: the statement it is all of; otherwise null.</summary>
    public Statement? AllOf { get; init; }

    /// <summary>Whether it gives one exact number.</summary>
    public bool IsExact => Kind == OccurrenceKind.Number && Count is { IsExact: true };
}

/// <summary>A change from last year that a sentence states: 同比增长 10%.</summary>
/// <param name="Occurrence">The statement of this year's figure.</param>
/// <param name="Direction">1 for an increase, -1 for a decrease.</param>
/// <param name="Count">The amount; a percentage or a difference.</param>
/// <param name="Span">The number in the plain view.</param>
internal sealed record StatedChange(StatementOccurrence Occurrence, int Direction, Count Count, TextSpan Span);
