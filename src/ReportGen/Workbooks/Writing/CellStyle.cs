namespace ReportGen.Workbooks.Writing;

/// <summary>The appearance of a written cell and whether it is locked.</summary>
internal enum CellStyle
{
    /// <summary>Unformatted; locked.</summary>
    Plain,

    /// <summary>The title above a table.</summary>
    Title,

    /// <summary>A column heading, or the line above a part.</summary>
    Heading,

    /// <summary>A row label.</summary>
    Label,

    /// <summary>The label of a required input; shown with a star that is not part of the text.</summary>
    RequiredLabel,

    /// <summary>The title of a workbook.</summary>
    WorkbookTitle,

    /// <summary>An input cell for text.</summary>
    TextInput,

    /// <summary>Long, wrapped text that may be edited.</summary>
    ProseInput,

    /// <summary>An input cell for a block of prose or its level.</summary>
    BlockInput,

    /// <summary>An input cell for a year.</summary>
    YearInput,

    /// <summary>An input cell for a whole number.</summary>
    CountInput,

    /// <summary>An input cell for a number with decimals.</summary>
    DecimalInput,

    /// <summary>An input cell for a date.</summary>
    DateInput,

    /// <summary>A total.</summary>
    Total,

    /// <summary>Instructions, wrapped.</summary>
    Notes,

    /// <summary>A location that links to a cell.</summary>
    Link,

    /// <summary>Text for display; stays text when edited.</summary>
    Text,

    /// <summary>A number for display.</summary>
    Number,

    /// <summary>Text that links to a file; stays text when edited.</summary>
    TextLink,

    /// <summary>The word “error” in a list of findings.</summary>
    Error,

    /// <summary>The word “warning” in a list of findings.</summary>
    Warning,

    /// <summary>The word “note” in a list of findings.</summary>
    Information,
}
