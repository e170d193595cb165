namespace ReportGen.Workbooks.Values;

/// <summary>An additional sheet of plain rows. Its text is never interpreted as a formula.</summary>
public sealed record AttachedSheet
{
    /// <summary>The sheet name: at most 31 characters, none of <c>[ ] : * ? / \</c>, different from those of the kind.</summary>
    public required string Name { get; init; }

    /// <summary>The column widths, in Latin characters.</summary>
    public required ImmutableArray<double> Widths { get; init; }

    /// <summary>The rows from top to bottom, with cells from column A; null for an empty cell.</summary>
    public required ImmutableArray<ImmutableArray<AttachedCell?>> Rows { get; init; }

    /// <summary>The heading row, counted from 1; it is frozen with all rows above. 0 for none.</summary>
    public int HeadingRow { get; init; }
}

/// <summary>A cell of an attached sheet with a text or a number. A formula has its result as number.</summary>
public sealed record AttachedCell
{
    /// <summary>The appearance.</summary>
    public AttachedStyle Style { get; init; }

    /// <summary>The text; null if none.</summary>
    public string? Text { get; init; }

    /// <summary>The number, or the result of the formula; null if none.</summary>
    public decimal? Number { get; init; }

    /// <summary>The formula without <c>=</c>, never built from text of a submission; null if none.</summary>
    public string? Formula { get; init; }

    /// <summary>The cell in this workbook that the cell links to; null if none.</summary>
    public CellReference? LinkTarget { get; init; }

    /// <summary>The relative path, with <c>/</c>, of the file that the cell links to; null if none.</summary>
    public string? File { get; init; }

    /// <summary>Creates a cell with text.</summary>
    public static AttachedCell Of(string text, AttachedStyle style = AttachedStyle.Text) => new() { Text = text, Style = style };

    /// <summary>Creates a bordered cell with a number.</summary>
    public static AttachedCell Of(decimal number) => new() { Number = number, Style = AttachedStyle.Number };
}

/// <summary>The appearance of a cell of an attached sheet.</summary>
public enum AttachedStyle
{
    /// <summary>Bordered text.</summary>
    Text,

    /// <summary>A bordered number.</summary>
    Number,

    /// <summary>A sum or the label of one.</summary>
    Total,

    /// <summary>A column heading.</summary>
    Heading,

    /// <summary>The title of the sheet.</summary>
    Title,

    /// <summary>Text without a border.</summary>
    Words,
}
