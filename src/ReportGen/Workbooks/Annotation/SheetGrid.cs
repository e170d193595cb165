using System.Xml;

namespace ReportGen.Workbooks.Annotation;

/// <summary>The column widths and row heights of a sheet, for placing comment boxes. Approximate, as fonts differ.</summary>
internal sealed class SheetGrid
{
    private const double PointsPerCharacter = 5.6, PixelsPerPoint = 96 / 72d;
    private const int FarthestBox = 40;

    private readonly List<(int First, int Last, double Width)> _columns = [];
    private readonly Dictionary<int, double> _rows = [];
    private double _width = 8.5 * PointsPerCharacter;
    private double _height = 15;

    /// <summary>Reads the grid from a worksheet part.</summary>
    public static SheetGrid Read(byte[] sheet)
    {
        var grid = new SheetGrid();
        using var reader = PackageEdit.Reader(sheet);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element) grid.Take(reader);
        return grid;
    }

    /// <summary>
    /// The anchor of a box to the right of a cell: columns and rows counted from 0, each with an offset in pixels.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="width">The width of the box in points.</param>
    /// <param name="height">The height of the box in points.</param>
    public string AnchorBeside(CellAddress cell, double width, double height)
    {
        var (column, right) = Walk(cell.Column + 1, width + 10, WidthOf, CellAddress.MaxColumn);
        var (row, bottom) = Walk(cell.Row, height + 2, HeightOf, CellAddress.MaxRow);
        return string.Create(CultureInfo.InvariantCulture,
            $"{cell.Column}, 13, {cell.Row - 1}, 3, {column - 1}, {Pixels(right)}, {row - 1}, {Pixels(bottom)}");
    }

    private static (int Index, double Within) Walk(int from, double length, Func<int, double> sizeOf, int most)
    {
        var at = from;
        for (; at < Math.Min(from + FarthestBox, most) && length > sizeOf(at); at++) length -= sizeOf(at);
        return (at, Math.Min(length, sizeOf(at)));
    }

    private static int Pixels(double points) => (int)(points * PixelsPerPoint);

    private double WidthOf(int column) =>
        _columns.Where(c => c.First <= column && column <= c.Last).Select(c => c.Width).FirstOrDefault(_width);

    private double HeightOf(int row) => _rows.GetValueOrDefault(row, _height);

    private void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "sheetFormatPr":
                _height = Number(reader, "defaultRowHeight") ?? _height;
                _width = Number(reader, "defaultColWidth") * PointsPerCharacter ?? _width;
                break;
            case "col" when Number(reader, "min") is { } first && Number(reader, "max") is { } last:
                _columns.Add(
                    ((int)first, (int)last, IsHidden(reader) ? 0 : Number(reader, "width") * PointsPerCharacter ?? _width));
                break;
            case "row" when Number(reader, "r") is { } row && (IsHidden(reader) ? 0 : Number(reader, "ht")) is { } height:
                _rows[(int)row] = height;
                break;
        }
    }

    private static bool IsHidden(XmlReader reader) => reader.GetAttribute("hidden") is "1" or "true";

    private static double? Number(XmlReader reader, string attribute) =>
        double.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and <= CellAddress.MaxRow ? number : null;
}
