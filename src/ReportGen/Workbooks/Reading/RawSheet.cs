using System.Collections.Frozen;

namespace ReportGen.Workbooks.Reading;

/// <summary>A worksheet as the file has it: the cells that hold something, and which are merged.</summary>
public sealed class RawSheet
{
    private readonly FrozenDictionary<CellAddress, RawCell> _byAddress;
    private readonly FrozenDictionary<int, ImmutableArray<CellRange>> _mergesByRow;

    /// <summary>A sheet of these cells; where an address occurs twice, the last one counts.</summary>
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

    /// <summary>The sheet's name as it stands on its tab.</summary>
    public string Name { get; }

    /// <summary>Whether the sheet is hidden.</summary>
    public bool IsHidden { get; }

    /// <summary>The rows that are hidden, counted from 1. Always empty for an .xls.</summary>
    public ImmutableHashSet<int> HiddenRows { get; init; } = [];

    /// <summary>The cells that hold something or have a formula, row by row.</summary>
    public ImmutableArray<RawCell> Cells { get; }

    /// <summary>The merged ranges, in the order of the file.</summary>
    public ImmutableArray<CellRange> Merges { get; }

    /// <summary>The cell at an address; an empty one where nothing stands. Merged cells are not followed.</summary>
    public RawCell this[CellAddress address] =>
        _byAddress.GetValueOrDefault(address) ?? RawCell.EmptyAt(address);

    /// <summary>The first cell of a row that holds something, between two columns; the first of all where none does.</summary>
    public RawCell FirstFilled(int row, int firstColumn, int lastColumn)
    {
        for (var column = firstColumn; column <= lastColumn; column++)
            if (this[new CellAddress(row, column)] is { IsFilled: true } cell) return cell;
        return this[new CellAddress(row, firstColumn)];
    }

    /// <summary>The merged range whose upper left cell is <paramref name="address"/>; the cell alone if there is none.</summary>
    public CellRange RangeFrom(CellAddress address)
    {
        foreach (var merge in _mergesByRow.GetValueOrDefault(address.Row, []))
            if (merge.First == address) return merge;
        return new CellRange(address, address);
    }
}
