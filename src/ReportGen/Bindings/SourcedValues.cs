using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Templating.Runtime;

namespace ReportGen.Bindings;

/// <summary>A figure that knows its cell.</summary>
/// <param name="Cell">The figure; also the <see cref="ISourcedValue.Source"/>.</param>
public sealed record FigureValue(Cell Cell) : ISourcedValue
{
    /// <summary>The number; null where the workbook has none.</summary>
    public object? Value => Cell.Number;

    /// <inheritdoc/>
    public object Source => Cell;
}

/// <summary>A line of the cover that knows its cell.</summary>
/// <param name="Field">The line; also the <see cref="ISourcedValue.Source"/>.</param>
public sealed record FieldValue(Field Field) : ISourcedValue
{
    /// <summary>The text; for a year, a whole number.</summary>
    public object Value => int.TryParse(Field.Text, out var number) && Field.Text.Length == 4 ? number : Field.Text;

    /// <inheritdoc/>
    public object Source => Field;
}

/// <summary>Where the values of a report come from.</summary>
public static class ValueSources
{
    /// <summary>The cell of a <see cref="ISourcedValue.Source"/>; null when it has none.</summary>
    public static CellLocation? LocationOf(object? source) => source switch
    {
        Cell cell => cell.Location,
        Field field => field.Location,
        CellLocation location => location,
        _ => null,
    };

    /// <summary>
    /// A cell as <c>data-cell</c> names it, such as <c>三、依申请公开!J12</c>; the workbook is the report's own.
    /// </summary>
    public static string PlaceOf(CellLocation location) => $"{location.Sheet}!{location.Address}";
}
