namespace ReportGen.Rules.Text.Reading;

/// <summary>How a statement gives its amount.</summary>
internal enum SaidKind
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary>As the number of a part: the whole is no less.</summary>
    Part,

    /// <summary>As the numbers of several parts.</summary>
    Sum,

    /// <summary>As nothing: 未收到申请.</summary>
    None,

    /// <summary>As all of what was named before: 均已办结.</summary>
    All,
}

/// <summary>A statement that a sentence makes about a figure.</summary>
/// <param name="Statement">What it is about.</param>
/// <param name="Text">The text.</param>
/// <param name="Span">The number, or the words where there is none, in the plain view.</param>
internal sealed record Said(Statement Statement, ProseText Text, TextSpan Span)
{
    public required SaidKind Kind { get; init; }

    /// <summary>What the figure may be, in the text's unit, if the statement is true.</summary>
    public required Interval Range { get; init; }

    /// <summary>The number; null where there is none.</summary>
    public Count? Count { get; init; }

    /// <summary>Of <see cref="SaidKind.All"/>: what it is all of; null otherwise.</summary>
    public Statement? Of { get; init; }

    /// <summary>Whether it gives one exact number of its own.</summary>
    public bool IsExact => Kind == SaidKind.Number && Count is { IsExact: true };
}

/// <summary>A change against last year that a sentence tells of a figure: 同比增长 10%.</summary>
/// <param name="Of">The statement of this year's figure.</param>
/// <param name="Direction">1 for more, -1 for less.</param>
/// <param name="Count">By how much; a percentage or a difference.</param>
/// <param name="Span">The number in the plain view.</param>
internal sealed record SaidChange(Said Of, int Direction, Count Count, TextSpan Span);
