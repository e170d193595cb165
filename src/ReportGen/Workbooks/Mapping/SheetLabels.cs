using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>A cell that may be a label, with its merged range.</summary>
internal sealed record LabelCell(RawCell Cell, CellRange Range)
{
    public int Row => Range.First.Row;

    public int Column => Range.First.Column;
}

/// <summary>The labels of a sheet, indexed by their text.</summary>
internal sealed class SheetLabels
{
    private const int MaxLabelLength = 300;

    private readonly Lazy<ILookup<string, LabelCell>>[] _byKey;

    public SheetLabels(RawSheet sheet, string file)
    {
        Sheet = sheet;
        Location = new SheetLocation { File = file, Sheet = sheet.Name };
        All = [.. sheet.Cells.Where(c => c.Text.Length is > 0 and <= MaxLabelLength && c.Kind != RawCellKind.Error)
            .Select(c => new LabelCell(c, sheet.RangeFrom(c.Address)))];
        _byKey = [.. Enum.GetValues<LabelLooseness>()
            .Select(loose => new Lazy<ILookup<string, LabelCell>>(() => All.ToLookup(l => LabelText.Key(l.Cell.Text, loose))))];
    }

    public RawSheet Sheet { get; }

    /// <summary>The location of the sheet, for findings.</summary>
    public SheetLocation Location { get; }

    /// <summary>All cells that may be labels, row by row.</summary>
    public IReadOnlyList<LabelCell> All { get; }

    /// <summary>The location of a cell, for findings.</summary>
    public CellLocation At(CellAddress address) => new() { File = Location.File, Sheet = Sheet.Name, Address = address };

    /// <summary>The cells that match one of these spellings at the given looseness, in reading order.</summary>
    public IReadOnlyList<LabelCell> Find(IEnumerable<string> spellings, LabelLooseness looseness) =>
        FindKeys([.. spellings.Select(s => LabelText.Key(s, looseness)).Distinct()], looseness);

    /// <summary>Like <see cref="Find"/>, by distinct comparison keys.</summary>
    public IReadOnlyList<LabelCell> FindKeys(ImmutableArray<string> keys, LabelLooseness looseness)
    {
        var byKey = _byKey[(int)looseness].Value;
        var found = new List<LabelCell>();
        foreach (var key in keys) found.AddRange(byKey[key]);
        if (found.Count > 1) found.Sort(static (a, b) => a.Cell.Address.CompareTo(b.Cell.Address));
        return found;
    }

    /// <summary>The cell with the text most similar to a label, for a suggestion; null if none is similar.</summary>
    public LabelCell? Nearest(string label, Func<LabelCell, bool> mayBe)
    {
        var cells = All.Where(l => l.Cell.Kind == RawCellKind.Text && mayBe(l)).DistinctBy(l => LabelText.Key(l.Cell.Text))
            .ToDictionary(l => LabelText.Key(l.Cell.Text));
        return Spelling.Nearest(LabelText.Key(label), cells.Keys) is { } near ? cells[near] : null;
    }
}
