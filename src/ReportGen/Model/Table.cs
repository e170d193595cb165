using System.Diagnostics.CodeAnalysis;

namespace ReportGen.Model;

/// <summary>A table with its figures.</summary>
public sealed record Table
{
    private readonly Lazy<Dictionary<(string, string), Cell>> _byId;

    /// <summary>Makes a table.</summary>
    public Table() => _byId = new(() => Cells.ToDictionary(c => (c.Row.Id, c.Column.Id)));

    [SetsRequiredMembers]
    private Table(Table original)
    {
        (Form, Cells, Location) = (original.Form, original.Cells, original.Location);
        _byId = new(() => Cells.ToDictionary(c => (c.Row.Id, c.Column.Id)));
    }

    /// <summary>Names, labels and layout.</summary>
    public required TableForm Form { get; init; }

    /// <summary>Every figure, row by row in the form's order: one for each row and column of each part.</summary>
    public required ImmutableArray<Cell> Cells { get; init; }

    /// <summary>Where the table stands; null when it comes from no workbook.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>A table of a form whose figures are all empty.</summary>
    public static Table Empty(TableForm form) =>
        new() { Form = form, Cells = [.. form.Crossings.Select(f => new Cell { Row = f.Row, Column = f.Column })] };

    /// <summary>The figure where a row and a column cross, by their ids; null when the table has none.</summary>
    public Cell? Find(string rowId, string columnId) => _byId.Value.GetValueOrDefault((rowId, columnId));

    /// <summary>Equal when form and figures are.</summary>
    public bool Equals(Table? other) => other is not null && Form == other.Form && Cells.SequenceEqual(other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Form.Id, Cells.Length);
}
