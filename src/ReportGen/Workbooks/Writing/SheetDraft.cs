namespace ReportGen.Workbooks.Writing;

/// <summary>A cell to write, with a text or a number. A formula has its result as number.</summary>
internal sealed record DraftCell(CellStyle Style, decimal? Number = null, string? Text = null, string? Formula = null);

/// <summary>A data validation for some cells, with a hint.</summary>
/// <param name="Kind">The type of rule.</param>
/// <param name="Ranges">The cells.</param>
/// <param name="Prompt">The hint; empty if none.</param>
/// <param name="Choices">The choices of a list; empty for other rules.</param>
internal sealed record DraftValidation(
    ValidationKind Kind, IReadOnlyList<CellRange> Ranges, string Prompt, IReadOnlyList<string> Choices);

/// <summary>A hyperlink of a cell.</summary>
/// <param name="At">The cell.</param>
/// <param name="Target">A reference in this workbook, or the relative path of a file, with <c>/</c>.</param>
/// <param name="IsFile">Whether the target is a file.</param>
internal sealed record DraftLink(CellAddress At, string Target, bool IsFile);

/// <summary>The types of data validation.</summary>
internal enum ValidationKind
{
    /// <summary>Anything, with a hint only.</summary>
    Anything,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>A whole number, not negative.</summary>
    Count,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number that is not negative.</summary>
    Amount,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A worksheet to write.</summary>
internal sealed class SheetDraft(string name)
{
    public string Name { get; } = name;

    /// <summary>The language of prompts and messages. Default: Chinese.</summary>
    public Language Language { get; init; }

    public SortedDictionary<CellAddress, DraftCell> Cells { get; } = [];

    public List<CellRange> Merges { get; } = [];

    public List<DraftValidation> Validations { get; } = [];

    /// <summary>The hyperlinks.</summary>
    public List<DraftLink> Links { get; } = [];

    /// <summary>The range of the automatic filter; null if none.</summary>
    public CellRange? Filter { get; set; }

    /// <summary>Whether the sheet is protected, so that only input cells can be changed.</summary>
    public bool IsProtected { get; init; } = true;

    /// <summary>Whether the sheet is scaled to one page in width for printing.</summary>
    public bool FitsWidth { get; init; } = true;

    /// <summary>The column widths in characters, from column A.</summary>
    public List<double> Widths { get; } = [];

    /// <summary>The number of columns, from A, whose empty cells are not locked.</summary>
    public int FreeColumns { get; set; }

    /// <summary>The first cell that is not frozen; null if none are frozen.</summary>
    public CellAddress? FreezeAt { get; set; }

    /// <summary>The number of top rows repeated on each printed page; 0 for none.</summary>
    public int RepeatedRows { get; set; }

    /// <summary>Whether rows may be inserted and deleted although the sheet is protected.</summary>
    public bool MayInsertRows { get; set; }

    public void Set(int row, int column, DraftCell cell) => Cells[new CellAddress(row, column)] = cell;

    public void Put(CellAddress at, string text, CellStyle style) => Cells[at] = new DraftCell(style, Text: text);

    /// <summary>Widens a column, never narrows it.</summary>
    public void Widen(int column, double width)
    {
        while (Widths.Count < column) Widths.Add(0);
        Widths[column - 1] = Math.Max(Widths[column - 1], width);
    }
}
