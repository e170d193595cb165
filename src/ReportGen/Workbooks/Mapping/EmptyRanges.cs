namespace ReportGen.Workbooks.Mapping;

/// <summary>Divides empty cells into rectangles, so that an empty range is one finding.</summary>
internal static class EmptyRanges
{
    /// <summary>The rectangles of some empty cells, in reading order, each with its empty cells.</summary>
    /// <param name="empty">The empty cells.</param>
    /// <param name="between">Cells over which a rectangle may extend, such as totals. It begins and ends with an empty
    /// cell.</param>
    public static IEnumerable<(CellRange Range, ImmutableArray<CellAddress> Empty)> Of(
        IEnumerable<CellAddress> empty, IEnumerable<CellAddress> between)
    {
        var open = new SortedSet<CellAddress>(empty);
        var passable = between.ToHashSet();
        while (open.Count > 0)
        {
            var first = open.Min;
            var wide = Grow(first, open, passable, isAcross: true);
            var tall = Grow(first, open, passable, isAcross: false);
            var cells = tall.Length > wide.Length ? tall : wide;
            open.ExceptWith(cells);
            yield return (RangeOf(cells), cells);
        }
    }

    /// <summary>
    /// Grows a rectangle from its first cell: along the row and then down, or along the column and then to the right.
    /// </summary>
    private static ImmutableArray<CellAddress> Grow(
        CellAddress first, SortedSet<CellAddress> open, HashSet<CellAddress> passable, bool isAcross)
    {
        CellAddress At(int line, int place) => isAcross
            ? new CellAddress(first.Row + line, first.Column + place) : new CellAddress(first.Row + place, first.Column + line);
        var length = 1;
        for (var place = 1; IsPassable(At(0, place)); place++)
            if (open.Contains(At(0, place))) length = place + 1;
        var lines = 1;
        for (var line = 1; Enumerable.Range(0, length).All(place => IsPassable(At(line, place))); line++)
            if (Enumerable.Range(0, length).Any(place => open.Contains(At(line, place)))) lines = line + 1;
        return [.. (from line in Enumerable.Range(0, lines) from place in Enumerable.Range(0, length) select At(line, place))
            .Where(open.Contains).Order()];

        bool IsPassable(CellAddress at) => open.Contains(at) || passable.Contains(at);
    }

    private static CellRange RangeOf(ImmutableArray<CellAddress> cells) => new(
        new CellAddress(cells.Min(c => c.Row), cells.Min(c => c.Column)),
        new CellAddress(cells.Max(c => c.Row), cells.Max(c => c.Column)));
}
