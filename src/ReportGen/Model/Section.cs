namespace ReportGen.Model;

/// <summary>A section of the report: a heading over prose or over a table.</summary>
public sealed record Section
{
    /// <summary>The id within the kind.</summary>
    public required string Id { get; init; }

    /// <summary>The heading as printed.</summary>
    public required string Heading { get; init; }

    /// <summary>The author's text in blocks; empty for a section of tables.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>The ids of the tables in this section, in order; empty for a section of text.</summary>
    public ImmutableArray<string> TableIds { get; init; } = [];

    /// <summary>The sheet it was read from; null if none.</summary>
    public SourceLocation? Location { get; init; }
}

/// <summary>A paragraph, heading or list item as the author wrote it.</summary>
public sealed record Block
{
    /// <summary>The level's id, such as <c>heading</c> or <c>body</c>. The kind defines the levels.</summary>
    public required string Level { get; init; }

    /// <summary>The text: Markdown without raw HTML, with unresolved references to figures (<c>{{ 表三.本年新收.总计 }}</c>).</summary>
    public required string Text { get; init; }

    /// <summary>The cell it was read from; null if none.</summary>
    public CellLocation? Location { get; init; }
}
