using ReportGen.Model;

namespace ReportGen.Workbooks.Values;

/// <summary>
/// What a new standard workbook is filled with: the values that are known already. What is not named here stays as it is
/// in a blank workbook.
/// </summary>
public sealed record WorkbookValues
{
    /// <summary>Nothing is known: a blank workbook.</summary>
    public static WorkbookValues None { get; } = new();

    /// <summary>Lines of the cover: from the field's id to its text.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Text: from the id of a prose sheet to its blocks, which stand in place of the sheet's skeleton.</summary>
    public ImmutableDictionary<string, ImmutableArray<BlockValue>> Prose { get; init; } =
        ImmutableDictionary<string, ImmutableArray<BlockValue>>.Empty;

    /// <summary>
    /// Figures of the year's tables. A total that is not named stays a formula; one that is named is written as typed,
    /// right or wrong.
    /// </summary>
    public ImmutableDictionary<FigureKey, decimal> Figures { get; init; } = ImmutableDictionary<FigureKey, decimal>.Empty;

    /// <summary>Figures of last year's tables; totals as in <see cref="Figures"/>.</summary>
    public ImmutableDictionary<FigureKey, decimal> Previous { get; init; } = ImmutableDictionary<FigureKey, decimal>.Empty;

    /// <summary>The bodies whose figures were added up; empty for a workbook of one body.</summary>
    public ImmutableArray<BodyFigures> Bodies { get; init; } = [];

    /// <summary>Sheets that follow those of the kind: explanations for readers, which no reader of reports looks at.</summary>
    public ImmutableArray<AttachedSheet> Attached { get; init; } = [];

    /// <summary>
    /// Cells that are written last, as they are, over whatever stands there: how a workbook with mistakes is made for a
    /// test or a training course.
    /// </summary>
    public ImmutableArray<CellValue> Overrides { get; init; } = [];
}

/// <summary>A block of text to write.</summary>
/// <param name="Level">The level's id, such as <c>body</c>.</param>
/// <param name="Text">The text.</param>
public sealed record BlockValue(string Level, string Text);

/// <summary>A cell to write by its address.</summary>
/// <param name="Sheet">The sheet's name in the workbook.</param>
/// <param name="Address">The cell.</param>
/// <param name="Number">The number to write; null for a text.</param>
/// <param name="Text">The text to write; null for a number. Both null empties the cell.</param>
public sealed record CellValue(string Sheet, CellAddress Address, decimal? Number, string? Text);
