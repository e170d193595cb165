namespace ReportGen.Workbooks.Writing;

/// <summary>What a written cell looks like and whether it may be changed.</summary>
internal enum CellStyle
{
    /// <summary>Outside of everything; locked.</summary>
    Plain,

    /// <summary>The title over a table.</summary>
    Title,

    /// <summary>A column heading or the line over a part.</summary>
    Heading,

    /// <summary>A row label.</summary>
    Label,

    /// <summary>A place for text.</summary>
    TextInput,

    /// <summary>A place for a long text, wrapped.</summary>
    ProseInput,

    /// <summary>A place for a whole number.</summary>
    CountInput,

    /// <summary>A place for a number with decimals.</summary>
    DecimalInput,

    /// <summary>A place for a day.</summary>
    DateInput,

    /// <summary>A total.</summary>
    Total,

    /// <summary>Instructions, wrapped.</summary>
    Notes,

    /// <summary>A place that leads to a cell.</summary>
    Link,

    /// <summary>Text that is shown, not entered; stays text when somebody touches it.</summary>
    Text,

    /// <summary>A number that is shown, not entered.</summary>
    Number,

    /// <summary>A text that leads to a file; stays text when somebody touches it.</summary>
    TextLink,
}
