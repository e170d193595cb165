namespace ReportGen.Model;

/// <summary>A row or column of a table form: its id and name, its printed labels, and the lines it adds up.</summary>
public sealed record FormLine
{
    /// <summary>
    /// The short id that rules use, such as <c>r1</c> or <c>T</c>. Unique within the rows (or columns) of its table.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The name that prose and templates use, such as <c>本年新收</c>. Unique like <see cref="Id"/>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The printed labels from the outermost group inwards: <c>三、本年度办理结果</c>, <c>（三）不予公开</c>,
    /// <c>1.属于国家秘密</c>. Leading labels shared by neighbouring lines are printed as one merged cell.
    /// </summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>
    /// The ids of the lines (rows for a row, columns for a column) that this line adds up; empty for a line that is entered.
    /// </summary>
    public ImmutableArray<string> SumOf { get; init; } = [];

    /// <summary>The number format of this line; null if it is the table's.</summary>
    public NumberFormat? Number { get; init; }

    /// <summary>Whether the figures of this line are sums of others.</summary>
    public bool IsTotal => !SumOf.IsEmpty;
}
