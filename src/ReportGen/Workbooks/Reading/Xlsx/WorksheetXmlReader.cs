namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>Reads the cells, merged ranges, hidden rows and hidden columns of one worksheet part.</summary>
internal sealed class WorksheetXmlReader(WorkbookXmlReader workbook, PartReader reader)
{
    private readonly List<RawCell> _cells = [];
    private readonly List<CellRange> _merges = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private int _row;
    private int _column;
    private int _rowsHeld;

    public RawSheet Read(string name, bool isHidden)
    {
        while (reader.NextElement())
        {
            if (reader.Name == "cols") ReadColumns();
            else if (reader.Name == "sheetData") ReadRows();
            else if (reader.Name == "mergeCells") ReadMerges();
        }
        return new RawSheet(name, _cells, _merges, isHidden) { HiddenRows = [.. _hiddenRows], HiddenColumns = HiddenColumns() };
    }

    private void ReadColumns()
    {
        var depth = reader.Depth;
        while (reader.NextElementWithin(depth))
        {
            if (reader.Name == "col" && IsHidden("width") && _hiddenColumns.Count < CellAddress.MaxColumn)
                _hiddenColumns.Add((Number("min") ?? 1, Number("max") ?? CellAddress.MaxColumn));
        }
    }

    // Programs hide all columns up to the last one of the sheet, 16,384: only those in use matter.
    private ImmutableHashSet<int> HiddenColumns()
    {
        if (_hiddenColumns.Count == 0) return [];
        var hidden = Covered(_hiddenColumns);
        var used = Covered([.. _cells.Select(c => (c.Address.Column, c.Address.Column)).Distinct(),
            .. _merges.Select(m => (m.First.Column, m.Last.Column)).Distinct()]);
        return [.. Enumerable.Range(1, CellAddress.MaxColumn).Where(c => hidden[c] && used[c])];
    }

    // Linear in the number of ranges, of which there may be many over all columns.
    private static bool[] Covered(IEnumerable<(int First, int Last)> ranges)
    {
        var changes = new int[CellAddress.MaxColumn + 2];
        foreach (var (first, last) in ranges)
        {
            if (last < first || first > CellAddress.MaxColumn) continue;
            changes[Math.Max(first, 1)]++;
            changes[Math.Min(last, CellAddress.MaxColumn) + 1]--;
        }

        var open = 0;
        return [.. changes.Select(c => (open += c) > 0)];
    }

    /// <summary>Whether the row or column of the current element is hidden, or its height or width is 0.</summary>
    private bool IsHidden(string size) => reader.Plain("hidden") is "1" or "true"
        || (double.TryParse(reader.Plain(size), CultureInfo.InvariantCulture, out var length) && length == 0);

    private int? Number(string name) =>
        int.TryParse(reader.Plain(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReadRows()
    {
        var depth = reader.Depth;
        var last = -1;
        while (reader.NextElementWithin(depth))
        {
            if (reader.Name == "row") StartRow();
            if (reader.Name != "c" || ReadCell() is not { } cell) continue;
            if (last != _row) workbook.CountRow(++_rowsHeld);
            last = _row;
            workbook.CountCell(cell);
            _cells.Add(cell);
        }
    }

    private void StartRow()
    {
        _row = Number("r") ?? _row + 1;
        _column = 0;
        if (IsHidden("ht") && _row <= CellAddress.MaxRow && _hiddenRows.Count < CellAddress.MaxRow) _hiddenRows.Add(_row);
    }

    private RawCell? ReadCell()
    {
        var address = Locate();
        if (address.Row is < 1 or > CellAddress.MaxRow || address.Column > CellAddress.MaxColumn) return null;
        string? type = reader.Plain("t"), style = reader.Plain("s"), value = null, inline = null;
        var isFormula = false;
        var depth = reader.Depth;
        while (reader.NextElementWithin(depth))
        {
            if (reader.Name == "f") isFormula = true;
            else if (reader.Name == "v") value = reader.ReadText();
            else if (reader.Name == "is") inline = CellText.ReadItem(reader);
        }
        var cell = Interpret(address, type, style, inline ?? value ?? "", inline is not null) with { IsFormula = isFormula };
        return cell.IsFilled || cell.HadControlCharacters ? cell : null;
    }

    private CellAddress Locate()
    {
        _column++;
        if (CellAddress.TryParse(reader.Plain("r"), out var given)) (_row, _column) = (given.Row, given.Column);
        return new CellAddress(_row, _column);
    }

    private RawCell Interpret(CellAddress at, string? type, string? style, string value, bool isInline) => type switch
    {
        _ when value.Length == 0 => RawCell.EmptyAt(at),
        _ when isInline => RawCell.OfText(at, value),
        "s" => SharedText(at, value),
        "str" or "inlineStr" => RawCell.OfText(at, CellText.Clean(value)),
        "b" => RawCell.OfBoolean(at, value.Trim() is "1" or "true"),
        "e" => new RawCell { Address = at, Kind = RawCellKind.Error, Text = UnsafeCharacters.Remove(value.Trim()) },
        "d" => IsoDate(at, value.Trim()),
        _ => NumberCell(at, value.Trim(), workbook.Styles.IsDate(style)),
    };

    private RawCell SharedText(CellAddress at, string index)
    {
        var (text, wasUnsafe) = workbook.SharedText(index);
        return RawCell.OfText(at, text) with { HadControlCharacters = wasUnsafe };
    }

    private RawCell NumberCell(CellAddress at, string value, bool isDate)
    {
        if (SpreadsheetNumber.Parse(value) is not { } number) return RawCell.OfText(at, value);
        return isDate && SpreadsheetNumber.ToDate(number, workbook.From1904) is { } date
            ? RawCell.OfDate(at, date, number) : RawCell.OfNumber(at, number);
    }

    private static RawCell IsoDate(CellAddress at, string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? RawCell.OfDate(at, date, serial: null)
            : RawCell.OfText(at, value);

    private void ReadMerges()
    {
        var depth = reader.Depth;
        while (reader.NextElementWithin(depth))
        {
            if (reader.Name != "mergeCell" || !CellRange.TryParse(reader.Plain("ref"), out var range)) continue;
            _merges.Add(range);
            workbook.CountMerge(_merges.Count);
        }
    }
}
