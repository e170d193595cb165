namespace ReportGen.Definitions;

/// <summary>A sheet of the standard workbook.</summary>
public abstract record SheetDefinition
{
    /// <summary>The id within the kind.</summary>
    public required string Id { get; init; }

    /// <summary>The name in the workbook.</summary>
    public required string Name { get; init; }

    /// <summary>Other names found in real workbooks; empty if none.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>Whether a workbook without it is incomplete.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>A hint for whoever fills it in; null if none.</summary>
    public LocalizedText? Hint { get; init; }
}

/// <summary>A cover: labels in one column, values in the next.</summary>
public sealed record CoverSheet : SheetDefinition
{
    /// <summary>The lines, in order.</summary>
    public required ImmutableArray<FieldDefinition> Fields { get; init; }
}

/// <summary>A sheet of text in blocks, with level and text in each row.</summary>
public sealed record ProseSheet : SheetDefinition
{
    /// <summary>The heading of the level column, such as <c>层级</c>.</summary>
    public required string LevelColumn { get; init; }

    /// <summary>The heading of the text column, such as <c>内容</c>.</summary>
    public required string TextColumn { get; init; }

    /// <summary>The levels that a block may have.</summary>
    public required ImmutableArray<LevelDefinition> Levels { get; init; }

    /// <summary>The rows of a blank workbook, as level id and text; empty if none.</summary>
    public ImmutableArray<(string Level, string Text)> Skeleton { get; init; } = [];
}

/// <summary>A sheet of tables, one below another.</summary>
public sealed record TableSheet : SheetDefinition
{
    /// <summary>The ids of the tables on it.</summary>
    public required ImmutableArray<string> TableIds { get; init; }

    /// <summary>Whether the sheet holds last year's figures.</summary>
    public bool IsPrevious { get; init; }
}

/// <summary>
/// A sheet of the figures of every counted body: a row for each figure, a column for each body. Written only into a
/// workbook of totals.
/// </summary>
public sealed record BodiesSheet : SheetDefinition
{
    /// <summary>The ids of the tables whose figures it may hold.</summary>
    public required ImmutableArray<string> TableIds { get; init; }

    /// <summary>The headings of the columns left of the bodies.</summary>
    public required BodiesColumns Columns { get; init; }
}

/// <summary>Headings of a <see cref="BodiesSheet"/>; every heading to their right is the name of a body.</summary>
/// <param name="Table">The heading of the table names.</param>
/// <param name="Row">The heading of the row names.</param>
/// <param name="Column">The heading of the column names.</param>
/// <param name="Sum">The heading of the sums of all bodies.</param>
/// <param name="Difference">The heading of the differences between sums and the figures in the tables.</param>
public sealed record BodiesColumns(string Table, string Row, string Column, string Sum, string Difference);

/// <summary>A sheet of instructions, written into a blank workbook and never read.</summary>
public sealed record NotesSheet : SheetDefinition
{
    /// <summary>The lines of text.</summary>
    public required ImmutableArray<string> Lines { get; init; }
}

/// <summary>A level of prose.</summary>
/// <param name="Id">The id that templates use: <c>preamble</c>, <c>heading</c>, <c>subheading</c>, <c>body</c>,
/// <c>list</c>.</param>
/// <param name="Name">The name in the workbook, such as <c>引言</c>.</param>
public sealed record LevelDefinition(string Id, string Name);

/// <summary>The type of a field.</summary>
public enum FieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A year of four digits.</summary>
    Year,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of a list.</summary>
    Choice,
}

/// <summary>A field: a line of the cover.</summary>
public sealed record FieldDefinition
{
    /// <summary>The id that rules and templates use.</summary>
    public required string Id { get; init; }

    /// <summary>The label in the workbook.</summary>
    public required string Name { get; init; }

    /// <summary>Other labels found in real workbooks; empty if none.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>The type; <see cref="FieldType.Text"/> by default.</summary>
    public FieldType Type { get; init; }

    /// <summary>The values of a <see cref="FieldType.Choice"/>; empty for other types.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether a report cannot be produced without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The initial value in a new workbook; null if none.</summary>
    public string? Default { get; init; }

    /// <summary>The initial value in a workbook of totals; null to use the value of the own office's report.</summary>
    public string? Total { get; init; }

    /// <summary>
    /// Whether a blank workbook has the line. If false, the line is written only with a value; it is always read.
    /// </summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>Whether <c>new --previous</c> copies the value from last year's workbook.</summary>
    public bool IsKept { get; init; }

    /// <summary>A hint for whoever fills it in; null if none.</summary>
    public LocalizedText? Hint { get; init; }
}
