using ReportGen.Model;

namespace ReportGen.Workbooks.Values;

/// <summary>The values to fill into a new standard workbook. Anything without a value stays as in a blank workbook.</summary>
public sealed record WorkbookValues
{
    /// <summary>No values, for a blank workbook.</summary>
    public static WorkbookValues None { get; } = new();

    /// <summary>The texts of cover fields, by field id.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The blocks of prose sheets, by sheet id. They replace the sheet's skeleton.</summary>
    public ImmutableDictionary<string, ImmutableArray<BlockValue>> Prose { get; init; } =
        ImmutableDictionary<string, ImmutableArray<BlockValue>>.Empty;

    /// <summary>
    /// The figures of this year's tables. Totals without a value stay formulas; totals with a value are written as numbers,
    /// correct or not.
    /// </summary>
    public ImmutableDictionary<FigureKey, decimal> Figures { get; init; } = ImmutableDictionary<FigureKey, decimal>.Empty;

    /// <summary>The figures of last year's tables; totals as in <see cref="Figures"/>.</summary>
    public ImmutableDictionary<FigureKey, decimal> Previous { get; init; } = ImmutableDictionary<FigureKey, decimal>.Empty;

    /// <summary>The bodies whose figures were added up; empty for a workbook of one body.</summary>
    public ImmutableArray<BodyFigures> Bodies { get; init; } = [];

    /// <summary>Additional sheets after those of the kind. They are ignored when the report is read.</summary>
    public ImmutableArray<AttachedSheet> Attached { get; init; } = [];

    /// <summary>Cells that are written last and replace any other content, as in workbooks with errors for training.</summary>
    public ImmutableArray<CellValue> Overrides { get; init; } = [];
}

/// <summary>A block of text to write.</summary>
/// <param name="Level">The level's id, such as <c>body</c>.</param>
/// <param name="Text">The text.</param>
public sealed record BlockValue(string Level, string Text);

/// <summary>A cell to write by its address.</summary>
/// <param name="Sheet">The sheet's name in the workbook.</param>
/// <param name="Address">The cell.</param>
/// <param name="Number">The number to write; null if none.</param>
/// <param name="Text">The text to write; null if none. If both are null, the cell is cleared.</param>
public sealed record CellValue(string Sheet, CellAddress Address, decimal? Number, string? Text);
