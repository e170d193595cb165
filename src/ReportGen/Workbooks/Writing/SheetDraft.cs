namespace ReportGen.Workbooks.Writing;

/// <summary>A cell about to be written. At most one of number and text; a formula carries its result as number.</summary>
internal sealed record DraftCell(CellStyle Style, decimal? Number = null, string? Text = null, string? Formula = null);

/// <summary>What may be entered in some cells, and the hint that shows up there.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Ranges">The cells.</param>
/// <param name="Prompt">The hint; empty for none.</param>
/// <param name="Choices">The entries of a list.</param>
internal sealed record DraftValidation(ValidationKind Kind, IReadOnlyList<CellRange> Ranges, string Prompt, IReadOnlyList<string> Choices);

/// <summary>What a click on a cell leads to.</summary>
/// <param name="At">The cell.</param>
/// <param name="Target">A place in this workbook, or the relative path of a file with <c>/</c>.</param>
/// <param name="IsFile">Which of both.</param>
internal sealed record DraftLink(CellAddress At, string Target, bool IsFile);

/// <summary>The rules for what may be entered.</summary>
internal enum ValidationKind
{
    /// <summary>Anything; only a hint.</summary>
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

/// <summary>A worksheet about to be written.</summary>
internal sealed class SheetDraft(string name)
{
    public string Name { get; } = name;

    public SortedDictionary<CellAddress, DraftCell> Cells { get; } = [];

    public List<CellRange> Merges { get; } = [];

    public List<DraftValidation> Validations { get; } = [];

    /// <summary>What clicks lead to.</summary>
    public List<DraftLink> Links { get; } = [];

    /// <summary>The cells that may be filtered by their columns; null for none.</summary>
    public CellRange? Filter { get; set; }

    /// <summary>Whether labels are locked.</summary>
    public bool IsProtected { get; init; } = true;

    /// <summary>Whether a page takes the whole width of the sheet; otherwise it is printed side by side.</summary>
    public bool FitsWidth { get; init; } = true;

    /// <summary>The columns' widths in characters, from column A on.</summary>
    public List<double> Widths { get; } = [];

    /// <summary>Columns, from A on, whose cells may be changed even where nothing is written.</summary>
    public int FreeColumns { get; set; }

    /// <summary>The first cell that scrolls; null where nothing is frozen.</summary>
    public CellAddress? FreezeAt { get; set; }

    /// <summary>The last row that is repeated on each printed page; 0 for none.</summary>
    public int RepeatedRows { get; set; }

    /// <summary>Whether rows may be inserted and deleted although labels are locked.</summary>
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
