namespace ReportGen.Model;

/// <summary>How the rows of a part are laid out in print.</summary>
public enum PartDirection
{
    /// <summary>Rows one under another, labels at the left.</summary>
    Down,

    /// <summary>Rows side by side as blocks of columns, all figures in one printed line.</summary>
    Across,
}

/// <summary>A part of a table with column headings of its own: a clause of table 二; most tables have one part.</summary>
public sealed record TablePart
{
    /// <summary>The line over the part's headings, across the whole width; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>The text over the row labels; empty where there are no row labels.</summary>
    public string Corner { get; init; } = "";

    /// <summary>How the rows are laid out.</summary>
    public PartDirection Direction { get; init; }

    /// <summary>The columns, from left to right. Never empty.</summary>
    public required ImmutableArray<LineForm> Columns { get; init; }

    /// <summary>The rows, from top to bottom (or left to right with <see cref="PartDirection.Across"/>). Never empty.</summary>
    public required ImmutableArray<LineForm> Rows { get; init; }
}

/// <summary>
/// A table without its figures: names, labels, header spans. It travels inside the model, so that whoever prints a
/// report needs no definition.
/// </summary>
public sealed record TableForm
{
    /// <summary>The id within the kind, such as <c>t3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that prose and templates use, such as <c>表三</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the table holds, as a text alternative for readers who cannot see it.</summary>
    public required string Title { get; init; }

    /// <summary>The parts from top to bottom. Never empty. Row ids are unique over all parts.</summary>
    public required ImmutableArray<TablePart> Parts { get; init; }

    /// <summary>The relative widths of the printed grid's columns, labels included. Their number is the grid's width.</summary>
    public required ImmutableArray<int> Widths { get; init; }

    /// <summary>The form of the figures where a line says nothing else.</summary>
    public NumberForm Number { get; init; } = NumberForm.Count;

    /// <summary>
    /// Named sums of neighbouring rows that are not printed, such as all of <c>（三）不予公开</c>: prose and rules may
    /// use their ids and names like those of rows.
    /// </summary>
    public ImmutableArray<LineForm> Groups { get; init; } = [];

    /// <summary>Named sums of neighbouring columns that are not printed, such as all kinds of <c>法人或其他组织</c>.</summary>
    public ImmutableArray<LineForm> ColumnGroups { get; init; } = [];

    /// <summary>All rows of all parts in order.</summary>
    public IEnumerable<LineForm> Rows => Parts.SelectMany(p => p.Rows);

    /// <summary>Where figures stand: every crossing of a row and a column, part by part, row by row.</summary>
    public IEnumerable<(LineForm Row, LineForm Column)> Crossings =>
        Parts.SelectMany(p => p.Rows.SelectMany(r => p.Columns.Select(c => (r, c))));

    /// <summary>The crossings whose figures are typed in: those of neither a total row nor a total column.</summary>
    public IEnumerable<(LineForm Row, LineForm Column)> Inputs => Crossings.Where(f => !f.Row.IsTotal && !f.Column.IsTotal);

    /// <summary>The addends of a total: of its row in a total column, else of its column. None for a figure that is typed in.</summary>
    public IEnumerable<(LineForm Row, LineForm Column)> AddendsOf(LineForm row, LineForm column) => column.IsTotal
        ? column.SumOf.Select(id => (row, Parts.First(p => p.Rows.Contains(row)).Columns.First(c => c.Id == id)))
        : row.SumOf.Select(id => (Rows.First(r => r.Id == id), column));

    /// <summary>The form of the figure where <paramref name="row"/> and <paramref name="column"/> cross.</summary>
    public NumberForm NumberAt(LineForm row, LineForm column) => row.Number ?? column.Number ?? Number;
}
