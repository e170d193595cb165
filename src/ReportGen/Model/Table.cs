using System.Diagnostics.CodeAnalysis;

namespace ReportGen.Model;

/// <summary>A table with its figures. Equal to another with an equal form and equal cells.</summary>
public sealed record Table
{
    private readonly Lazy<Dictionary<(string, string), Cell>> _byId;

    /// <summary>Creates a table.</summary>
    public Table() => _byId = new(() => Cells.ToDictionary(c => (c.Row.Id, c.Column.Id)));

    [SetsRequiredMembers]
    private Table(Table original)
    {
        (Form, Cells, Location) = (original.Form, original.Cells, original.Location);
        _byId = new(() => Cells.ToDictionary(c => (c.Row.Id, c.Column.Id)));
    }

    /// <summary>Names, labels and layout.</summary>
    public required TableForm Form { get; init; }

    /// <summary>
    /// All figures, part by part and row by row: one for each <see cref="TableForm.FigurePositions">position</see> of the form,
    /// each
    /// pair of ids once.
    /// </summary>
    public required ImmutableArray<Cell> Cells { get; init; }

    /// <summary>The location of the table in the workbook; null if none.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Creates a table without any numbers.</summary>
    public static Table Empty(TableForm form) =>
        new() { Form = form, Cells = [.. form.FigurePositions.Select(f => new Cell { Row = f.Row, Column = f.Column })] };

    /// <summary>The figure in a row and a column, by their ids; null if none.</summary>
    public Cell? Find(string rowId, string columnId) => _byId.Value.GetValueOrDefault((rowId, columnId));

    /// <summary>Compares form and cells.</summary>
    public bool Equals(Table? other) => other is not null && Form == other.Form && Cells.SequenceEqual(other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Form.Id, Cells.Length);
}
