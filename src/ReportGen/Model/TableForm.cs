namespace ReportGen.Model;

/// <summary>How the rows of a part are printed.</summary>
public enum PartDirection
{
    /// <summary>Rows one below another, with labels on the left.</summary>
    Down,

    /// <summary>Rows side by side as blocks of columns; all figures are in one printed line.</summary>
    Across,
}

/// <summary>A part of a table with its own column headings. Most tables have one part.</summary>
public sealed record TablePart
{
    /// <summary>The line above the part's headings, across the whole width; null if none.</summary>
    public string? Caption { get; init; }

    /// <summary>The text above the row labels; empty if none.</summary>
    public string Corner { get; init; } = "";

    /// <summary>How the rows are printed; <see cref="PartDirection.Down"/> by default.</summary>
    public PartDirection Direction { get; init; }

    /// <summary>The columns, from left to right. Never empty.</summary>
    public required ImmutableArray<FormLine> Columns { get; init; }

    /// <summary>The rows, from top to bottom (or left to right with <see cref="PartDirection.Across"/>). Never empty.</summary>
    public required ImmutableArray<FormLine> Rows { get; init; }
}

/// <summary>
/// A table without its figures: names, labels, layout. Part of the model, so that printing a report does not need the
/// definition of its kind.
/// </summary>
public sealed record TableForm
{
    /// <summary>The id within the kind, such as <c>t3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that prose and templates use, such as <c>表三</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A description of the content, used as the text alternative of the table.</summary>
    public required string Title { get; init; }

    /// <summary>The parts from top to bottom. Never empty. Row ids are unique across parts.</summary>
    public required ImmutableArray<TablePart> Parts { get; init; }

    /// <summary>The relative widths of the columns of the printed grid, including the label columns.</summary>
    public required ImmutableArray<int> Widths { get; init; }

    /// <summary>The number format of lines that have none of their own.</summary>
    public NumberFormat Number { get; init; } = NumberFormat.Count;

    /// <summary>
    /// Named sums of neighbouring rows that are not printed, such as all of <c>（三）不予公开</c>. Prose and rules may
    /// use their ids and names like those of rows.
    /// </summary>
    public ImmutableArray<FormLine> Groups { get; init; } = [];

    /// <summary>Named sums of neighbouring columns that are not printed, such as all kinds of <c>法人或其他组织</c>.</summary>
    public ImmutableArray<FormLine> ColumnGroups { get; init; } = [];

    /// <summary>The rows of all parts, in order.</summary>
    public IEnumerable<FormLine> Rows => Parts.SelectMany(p => p.Rows);

    /// <summary>All pairs of a row and a column that hold a figure, part by part and row by row.</summary>
    public IEnumerable<(FormLine Row, FormLine Column)> FigurePositions =>
        Parts.SelectMany(p => p.Rows.SelectMany(r => p.Columns.Select(c => (r, c))));

    /// <summary>The positions of the figures that are entered: those in neither a total row nor a total column.</summary>
    public IEnumerable<(FormLine Row, FormLine Column)> Inputs => FigurePositions.Where(f => !f.Row.IsTotal && !f.Column.IsTotal);

    /// <summary>
    /// The addends of a total: figures of its row in a total column, otherwise of its column. Empty for a figure that is entered.
    /// </summary>
    public IEnumerable<(FormLine Row, FormLine Column)> AddendsOf(FormLine row, FormLine column) => column.IsTotal
        ? column.SumOf.Select(id => (row, Parts.First(p => p.Rows.Contains(row)).Columns.First(c => c.Id == id)))
        : row.SumOf.Select(id => (Rows.First(r => r.Id == id), column));

    /// <summary>The number format of the figure in <paramref name="row"/> and <paramref name="column"/>.</summary>
    public NumberFormat NumberAt(FormLine row, FormLine column) => row.Number ?? column.Number ?? Number;
}
