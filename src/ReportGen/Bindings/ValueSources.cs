using ReportGen.Model;
using ReportGen.Templating.Sources;

namespace ReportGen.Bindings;

/// <summary>A figure with its cell.</summary>
/// <param name="Cell">The figure; also the <see cref="ISourcedValue.Source"/>.</param>
internal sealed record FigureValue(Cell Cell) : ISourcedValue
{
    /// <summary>The number; null if the workbook has none.</summary>
    public object? Value => Cell.Number;

    /// <inheritdoc/>
    public object Source => Cell;
}

/// <summary>A sum of figures that is not itself in the table, such as all rows of a group.</summary>
/// <param name="Cells">The addends; also the <see cref="ISourcedValue.Source"/>.</param>
internal sealed record SumValue(ImmutableArray<Cell> Cells) : ISourcedValue
{
    /// <summary>The sum; null if an addend is missing or the sum overflows.</summary>
    public object? Value
    {
        get
        {
            if (Cells.Any(c => c.Number is null)) return null;
            try
            {
                return Cells.Sum(c => c.Number!.Value);
            }
            catch (OverflowException)
            {
                // Larger than any real sum: as if a figure were unknown.
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public object Source => Cells;

    /// <summary>Equal if the addends are equal.</summary>
    public bool Equals(SumValue? other) => other is not null && Cells.SequenceEqual(other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => Cells.Length;
}

/// <summary>A field with its cell.</summary>
/// <param name="Field">The line; also the <see cref="ISourcedValue.Source"/>.</param>
internal sealed record FieldValue(Field Field) : ISourcedValue
{
    /// <summary>The text; an integer if the text is a year.</summary>
    public object Value => int.TryParse(Field.Text, out var number) && Field.Text.Length == 4 ? number : Field.Text;

    /// <inheritdoc/>
    public object Source => Field;
}

/// <summary>Finds the cells of sourced values.</summary>
internal static class ValueSources
{
    /// <summary>The cells of a <see cref="ISourcedValue.Source"/>; empty if none.</summary>
    public static IEnumerable<CellLocation> CellsOf(object? source) => source switch
    {
        Cell { Location: { } location } => [location],
        Field { Location: { } location } => [location],
        ImmutableArray<Cell> cells => cells.Select(c => c.Location).OfType<CellLocation>(),
        JoinedSources joined => joined.Parts.SelectMany(CellsOf).Distinct(),
        _ => [],
    };
}
