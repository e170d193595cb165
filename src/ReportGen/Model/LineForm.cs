namespace ReportGen.Model;

/// <summary>A row or a column of a form: its names, its printed labels, and what it adds up.</summary>
public sealed record LineForm
{
    /// <summary>The short id that rules use, such as <c>r1</c> or <c>T</c>. Unique within the rows (or columns) of its table.</summary>
    public required string Id { get; init; }

    /// <summary>The name that prose and templates use, such as <c>本年新收</c>. Unique like <see cref="Id"/>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The printed labels from the outermost group inwards: <c>三、本年度办理结果</c>, <c>（三）不予公开</c>,
    /// <c>1.属于国家秘密</c>. Neighbours that share leading labels are printed as one merged cell.
    /// </summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>The ids of the lines (of the same direction) whose sum this one is; empty for a line that is typed in.</summary>
    public ImmutableArray<string> SumOf { get; init; } = [];

    /// <summary>The form of this line's figures where it differs from the table's; null otherwise.</summary>
    public NumberForm? Number { get; init; }

    /// <summary>Whether the figures of this line are sums of others.</summary>
    public bool IsTotal => !SumOf.IsEmpty;
}
