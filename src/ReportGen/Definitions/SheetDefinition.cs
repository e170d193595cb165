namespace ReportGen.Definitions;

/// <summary>A sheet of the standard workbook.</summary>
public abstract record SheetDefinition
{
    /// <summary>The id within the kind.</summary>
    public required string Id { get; init; }

    /// <summary>The name in the workbook.</summary>
    public required string Name { get; init; }

    /// <summary>Other names met in real workbooks.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>Whether a workbook without it is incomplete.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>What the person who fills it in should know; null for nothing.</summary>
    public LocalizedText? Hint { get; init; }
}

/// <summary>Labels in one column, values in the next: who reports, for which year, whom to ask.</summary>
public sealed record CoverSheet : SheetDefinition
{
    /// <summary>The lines.</summary>
    public required ImmutableArray<FieldDefinition> Fields { get; init; }
}

/// <summary>Text in blocks: a level and a content for each row.</summary>
public sealed record ProseSheet : SheetDefinition
{
    /// <summary>The heading of the column of levels, such as <c>层级</c>.</summary>
    public required string LevelColumn { get; init; }

    /// <summary>The heading of the column of texts, such as <c>内容</c>.</summary>
    public required string TextColumn { get; init; }

    /// <summary>The levels that a block may have.</summary>
    public required ImmutableArray<LevelDefinition> Levels { get; init; }

    /// <summary>The rows that stand in a blank workbook: level id and text.</summary>
    public ImmutableArray<(string Level, string Text)> Skeleton { get; init; } = [];
}

/// <summary>Tables, one under another.</summary>
public sealed record TableSheet : SheetDefinition
{
    /// <summary>The ids of the tables on it.</summary>
    public required ImmutableArray<string> TableIds { get; init; }

    /// <summary>Whether they hold last year's figures.</summary>
    public bool IsPrevious { get; init; }
}

/// <summary>
/// The figures of every body that was added up: a line for each figure, a column for each body. Only a workbook of totals
/// has it; a blank one does not.
/// </summary>
public sealed record BodiesSheet : SheetDefinition
{
    /// <summary>The ids of the tables whose figures it may hold.</summary>
    public required ImmutableArray<string> TableIds { get; init; }

    /// <summary>The headings of the columns before those of the bodies.</summary>
    public required BodiesColumns Columns { get; init; }
}

/// <summary>Headings of a <see cref="BodiesSheet"/>; every other heading to their right is a body's name.</summary>
/// <param name="Table">Over the names of tables.</param>
/// <param name="Row">Over the names of rows.</param>
/// <param name="Column">Over the names of columns.</param>
/// <param name="Sum">Over the sums of all bodies.</param>
/// <param name="Difference">Over what a sum differs by from the figure in its table.</param>
public sealed record BodiesColumns(string Table, string Row, string Column, string Sum, string Difference);

/// <summary>Instructions; written into a blank workbook and never read.</summary>
public sealed record NotesSheet : SheetDefinition
{
    /// <summary>The lines of text.</summary>
    public required ImmutableArray<string> Lines { get; init; }
}

/// <summary>A level of prose.</summary>
/// <param name="Id">The id that templates use: <c>preamble</c>, <c>heading</c>, <c>subheading</c>, <c>body</c>, <c>list</c>.</param>
/// <param name="Name">The name in the workbook, such as <c>引言</c>.</param>
public sealed record LevelDefinition(string Id, string Name);

/// <summary>What a field holds.</summary>
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

/// <summary>A line of the cover.</summary>
public sealed record FieldDefinition
{
    /// <summary>The id that rules and templates use.</summary>
    public required string Id { get; init; }

    /// <summary>The label in the workbook.</summary>
    public required string Name { get; init; }

    /// <summary>Other labels met in real workbooks.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>What it holds.</summary>
    public FieldType Type { get; init; }

    /// <summary>The values of a <see cref="FieldType.Choice"/>.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether a report without it cannot be made.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a new workbook starts with; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>What a workbook of totals starts with; null for what the own office's report says.</summary>
    public string? Total { get; init; }

    /// <summary>Whether a blank workbook has the line; otherwise it is written only with a value, and always read.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>Whether <c>new --previous</c> takes it over from last year's workbook.</summary>
    public bool IsKept { get; init; }

    /// <summary>What the person who fills it in should know; null for nothing.</summary>
    public LocalizedText? Hint { get; init; }
}
