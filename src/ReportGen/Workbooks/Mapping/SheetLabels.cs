namespace ReportGen.Workbooks.Mapping;

/// <summary>A cell that may be a label, with the range over which it is merged.</summary>
internal sealed record LabelCell(RawCell Cell, CellRange Range)
{
    public int Row => Range.First.Row;

    public int Column => Range.First.Column;
}

/// <summary>The labels of a sheet by their text.</summary>
internal sealed class SheetLabels
{
    private const int LongestLabel = 300;

    private static readonly Func<string, string>[] _keys =
        [LabelText.Key, LabelText.KeyWithoutRemark, LabelText.KeyWithoutNumber];

    private readonly ILookup<string, LabelCell>[] _byKey;

    public SheetLabels(RawSheet sheet)
    {
        Sheet = sheet;
        All = [.. sheet.Cells.Where(c => c.Text.Length is > 0 and <= LongestLabel && c.Kind != RawCellKind.Error)
            .Select(c => new LabelCell(c, sheet.RangeFrom(c.Address)))];
        _byKey = [.. _keys.Select(key => All.ToLookup(l => key(l.Cell.Text)))];
    }

    public RawSheet Sheet { get; }

    /// <summary>Every cell that may be a label, row by row.</summary>
    public IReadOnlyList<LabelCell> All { get; }

    /// <summary>The cells that read one of these labels; exactly, or, if none does, but for a remark, or but for the number in front.</summary>
    public IReadOnlyList<LabelCell> Find(IReadOnlyCollection<string> spellings)
    {
        for (var level = 0; level < _keys.Length; level++)
        {
            var found = spellings.Select(_keys[level]).Distinct().SelectMany(k => _byKey[level][k]).ToList();
            if (found.Count > 0) return [.. found.OrderBy(l => l.Cell.Address)];
        }
        return [];
    }

    /// <summary>The cell whose text is most like a label, to ask whether it was meant; null when none is.</summary>
    public LabelCell? Nearest(string label, Func<LabelCell, bool> mayBe) =>
        Similarity.Nearest(LabelText.Key(label), All.Where(l => l.Cell.Kind == RawCellKind.Text && mayBe(l)), l => LabelText.Key(l.Cell.Text));
}
