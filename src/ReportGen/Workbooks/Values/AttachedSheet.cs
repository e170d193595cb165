namespace ReportGen.Workbooks.Values;

/// <summary>A sheet of plain rows that explains a workbook. Text in it is text, whatever it begins with.</summary>
public sealed record AttachedSheet
{
    /// <summary>The name on its tab: at most 31 characters, none of <c>[ ] : * ? / \</c>, other than those of the kind.</summary>
    public required string Name { get; init; }

    /// <summary>The widths of the columns, in characters of Latin text.</summary>
    public required ImmutableArray<double> Widths { get; init; }

    /// <summary>The rows from top to bottom; cells from column A on, null for an empty one.</summary>
    public required ImmutableArray<ImmutableArray<AttachedCell?>> Rows { get; init; }

    /// <summary>The row of the headings, counted from 1: what is above and itself stays in sight; 0 for none.</summary>
    public int HeadingRow { get; init; }
}

/// <summary>A cell of an attached sheet. At most one of text and number; a formula carries its result as number.</summary>
public sealed record AttachedCell
{
    /// <summary>How it is drawn.</summary>
    public AttachedStyle Style { get; init; }

    /// <summary>The text; null for a number.</summary>
    public string? Text { get; init; }

    /// <summary>The number, or a formula's result.</summary>
    public decimal? Number { get; init; }

    /// <summary>The formula without <c>=</c>, made by the program, never of what a body has written.</summary>
    public string? Formula { get; init; }

    /// <summary>A cell of this workbook that a click leads to; null for none.</summary>
    public CellReference? Place { get; init; }

    /// <summary>A file that a click leads to, as a relative path with <c>/</c>; null for none.</summary>
    public string? File { get; init; }

    /// <summary>A text in a box.</summary>
    public static AttachedCell Of(string text, AttachedStyle style = AttachedStyle.Text) => new() { Text = text, Style = style };

    /// <summary>A number in a box.</summary>
    public static AttachedCell Of(decimal number) => new() { Number = number, Style = AttachedStyle.Number };
}

/// <summary>What a cell of an attached sheet looks like.</summary>
public enum AttachedStyle
{
    /// <summary>Text in a box.</summary>
    Text,

    /// <summary>A number in a box.</summary>
    Number,

    /// <summary>A sum, or a line over its parts.</summary>
    Total,

    /// <summary>A column heading.</summary>
    Heading,

    /// <summary>The title of the sheet.</summary>
    Title,

    /// <summary>Words without a box.</summary>
    Words,
}
