namespace ReportGen.Workbooks.Reading;

/// <summary>A worksheet as stored in the file: non-empty cells and merged ranges. Immutable.</summary>
public sealed class RawSheet
{
    private readonly Dictionary<CellAddress, RawCell> _byAddress;
    private readonly ILookup<int, CellRange> _mergesByRow;

    /// <summary>Creates a sheet. If an address occurs twice, the last cell is used.</summary>
    public RawSheet(string name, IEnumerable<RawCell> cells, IEnumerable<CellRange> merges, bool isHidden)
    {
        var inFile = cells as IReadOnlyList<RawCell> ?? [.. cells];
        _byAddress = new(inFile.Count);
        foreach (var cell in inFile) _byAddress[cell.Address] = cell;
        Name = UnsafeCharacters.Remove(name);
        IsHidden = isHidden;
        Cells = IsInOrder(inFile) ? [.. inFile] : [.. _byAddress.Values.OrderBy(c => c.Address)];
        Merges = [.. merges];
        _mergesByRow = Merges.ToLookup(m => m.First.Row);
    }

    /// <summary>The sheet's name, without <see cref="UnsafeCharacters"/>; may be empty.</summary>
    public string Name { get; }

    /// <summary>Whether the sheet is hidden.</summary>
    public bool IsHidden { get; }

    /// <summary>The rows that are hidden or have no height, counted from 1.</summary>
    public ImmutableHashSet<int> HiddenRows { get; init; } = [];

    /// <summary>
    /// The columns that are hidden or have no width, counted from 1, as far as they have content or a merged range.
    /// </summary>
    public ImmutableHashSet<int> HiddenColumns { get; init; } = [];

    /// <summary>The cells with a value or a formula, row by row.</summary>
    public ImmutableArray<RawCell> Cells { get; }

    /// <summary>The merged ranges, in file order.</summary>
    public ImmutableArray<CellRange> Merges { get; }

    /// <summary>The cell at an address; an empty cell if there is none. Merged ranges are not resolved.</summary>
    public RawCell this[CellAddress address] =>
        _byAddress.GetValueOrDefault(address) ?? RawCell.EmptyAt(address);

    /// <summary>The first non-empty cell of a row between two columns; if none, the cell in the first column.</summary>
    public RawCell FirstFilled(int row, int firstColumn, int lastColumn)
    {
        for (var column = firstColumn; column <= lastColumn; column++)
            if (this[new CellAddress(row, column)] is { IsFilled: true } cell) return cell;
        return this[new CellAddress(row, firstColumn)];
    }

    /// <summary>The merged range whose upper left cell is <paramref name="address"/>; the single cell if none.</summary>
    public CellRange RangeFrom(CellAddress address)
    {
        foreach (var merge in _mergesByRow[address.Row])
            if (merge.First == address) return merge;
        return new CellRange(address, address);
    }

    // As programs write them; then no address occurs twice.
    private static bool IsInOrder(IReadOnlyList<RawCell> cells)
    {
        for (var i = 1; i < cells.Count; i++)
            if (cells[i - 1].Address.CompareTo(cells[i].Address) >= 0) return false;
        return true;
    }
}
