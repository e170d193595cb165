using System.Collections.Frozen;

namespace ReportGen.Workbooks.Reading;

/// <summary>A worksheet as stored in the file: non-empty cells and merged ranges. Immutable.</summary>
public sealed class RawSheet
{
    private readonly FrozenDictionary<CellAddress, RawCell> _byAddress;
    private readonly FrozenDictionary<int, ImmutableArray<CellRange>> _mergesByRow;

    /// <summary>Creates a sheet. If an address occurs twice, the last cell is used.</summary>
    public RawSheet(string name, IEnumerable<RawCell> cells, IEnumerable<CellRange> merges, bool isHidden)
    {
        var byAddress = new Dictionary<CellAddress, RawCell>();
        foreach (var cell in cells) byAddress[cell.Address] = cell;
        Name = name;
        IsHidden = isHidden;
        Cells = [.. byAddress.Values.OrderBy(c => c.Address)];
        Merges = [.. merges];
        _byAddress = byAddress.ToFrozenDictionary();
        _mergesByRow = Merges.GroupBy(m => m.First.Row).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    /// <summary>The sheet's name.</summary>
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
        foreach (var merge in _mergesByRow.GetValueOrDefault(address.Row, []))
            if (merge.First == address) return merge;
        return new CellRange(address, address);
    }
}
