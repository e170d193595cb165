using AngleSharp.Dom;

namespace ReportGen.Tests.Documents;

/// <summary>
/// The header cells that a browser assigns to a data cell, by the algorithm of the HTML standard (section "Forming relationships
/// between data cells and header cells"): those that <c>headers</c> names, else those whose scope reaches the cell.
/// </summary>
internal static class HeaderCells
{
    /// <summary>The texts of the headers of a data cell, in the order of the document.</summary>
    public static IReadOnlyList<string> Of(IElement cell)
    {
        var table = cell.Closest("table")!;
        var named = cell.GetAttribute("headers")?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = named is not null
            ? named.Select(id => table.QuerySelector($"#{id}")
                ?? throw new InvalidOperationException($"{id} is not in the table")).ToHashSet()
            : ByScope(table, cell);
        return [.. table.QuerySelectorAll("th").Where(found.Contains).Select(h => h.TextContent)];
    }

    private static HashSet<IElement> ByScope(IElement table, IElement cell)
    {
        var grid = Grid(table);
        var own = grid.Single(c => c.Element == cell);
        return [.. grid.Where(h => h.Element.LocalName == "th" && h.Element != cell && Reaches(h, own)).Select(h => h.Element)];
    }

    private static bool Reaches(Place header, Place cell) => header.Element.GetAttribute("scope") switch
    {
        "row" => header.SharesRow(cell) && header.Column < cell.Column,
        "rowgroup" => header.Group == cell.Group && header.Row <= cell.Row && header.Column < cell.Column,
        "colgroup" => header.SharesColumn(cell) && header.Row < cell.Row,
        _ => header.SharesColumn(cell) && header.Row < cell.Row,
    };

    private static List<Place> Grid(IElement table)
    {
        var places = new List<Place>();
        var row = 0;
        foreach (var line in table.QuerySelectorAll("tr"))
        {
            var column = 0;
            foreach (var element in line.Children)
            {
                while (places.Exists(p => p.Covers(row, column))) column++;
                places.Add(new(
                    element, row, column, Span(element, "rowspan"), Span(element, "colspan"), line.ParentElement!));
                column += Span(element, "colspan");
            }

            row++;
        }

        return places;
    }

    private static int Span(IElement element, string name) =>
        int.Parse(element.GetAttribute(name) ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Place(IElement Element, int Row, int Column, int Rows, int Columns, IElement Group)
    {
        public bool Covers(int row, int column) =>
            Row <= row && row < Row + Rows && Column <= column && column < Column + Columns;

        public bool SharesRow(Place other) => Row < other.Row + other.Rows && other.Row < Row + Rows;

        public bool SharesColumn(Place other) => Column < other.Column + other.Columns && other.Column < Column + Columns;
    }
}
