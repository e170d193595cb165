namespace ReportGen.Model;

/// <summary>A section of the report: a heading over prose or over a table.</summary>
public sealed record Section
{
    /// <summary>The id within the kind.</summary>
    public required string Id { get; init; }

    /// <summary>The heading as printed.</summary>
    public required string Heading { get; init; }

    /// <summary>The author's text, block by block; empty for a section that is a table.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>The ids of the tables that stand in this section, in order.</summary>
    public ImmutableArray<string> TableIds { get; init; } = [];

    /// <summary>The sheet it was read from; null when it comes from no workbook.</summary>
    public SourceLocation? Location { get; init; }
}

/// <summary>A paragraph, heading or list item as the author wrote it.</summary>
public sealed record Block
{
    /// <summary>The level's id, such as <c>heading</c> or <c>body</c>; which there are is the kind's choice.</summary>
    public required string Level { get; init; }

    /// <summary>The text: Markdown without raw HTML, with references to figures still in it (<c>{{ 表三.本年新收.总计 }}</c>).</summary>
    public required string Text { get; init; }

    /// <summary>The cell it stands in; null when it comes from no workbook.</summary>
    public CellLocation? Location { get; init; }
}
