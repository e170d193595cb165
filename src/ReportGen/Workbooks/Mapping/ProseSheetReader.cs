using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reads text in blocks: a level and a content for each row below their headings.</summary>
internal sealed class ProseSheetReader
{
    private readonly RawSheet _sheet;
    private readonly SheetLabels _labels;
    private readonly ProseSheet _prose;
    private readonly FindingList _findings;

    private ProseSheetReader(SheetLabels labels, ProseSheet prose, FindingList findings) =>
        (_labels, _sheet, _prose, _findings) = (labels, labels.Sheet, prose, findings);

    /// <summary>The blocks from top to bottom; rows without text are left out.</summary>
    public static ImmutableArray<Block> Read(SheetLabels labels, ProseSheet prose, FindingList findings) =>
        new ProseSheetReader(labels, prose, findings).Read();

    private ImmutableArray<Block> Read()
    {
        var (level, text) = FindHeadings();
        if (level is null) ReportMissing(_prose.LevelColumn);
        if (text is null) ReportMissing(_prose.TextColumn);
        if (level is null || text is null) return [];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var first = text.Range.Last.Row + 1;
        foreach (var row in _sheet.Cells.Select(c => c.Address.Row).Where(r => r >= first).Distinct())
            if (ReadBlock(row, level, text) is { } block) blocks.Add(block);
        return blocks.ToImmutable();
    }

    private (LabelCell? Level, LabelCell? Text) FindHeadings()
    {
        var levels = _labels.Find([_prose.LevelColumn], LabelLooseness.Exact);
        var texts = _labels.Find([_prose.TextColumn], LabelLooseness.Exact);
        var level = levels.FirstOrDefault(l => texts.Any(t => t.Row == l.Row)) ?? levels.FirstOrDefault();
        return (level, texts.FirstOrDefault(t => t.Row == level?.Row) ?? texts.FirstOrDefault());
    }

    private void ReportMissing(string column)
    {
        var near = _labels.Nearest(column, l => l.Row <= 5);
        SourceLocation at = near is null ? _labels.Location : At(near.Cell.Address);
        _findings.Add(SheetMessages.MissingColumns(_prose, column, at, near?.Cell.Text));
    }

    private Block? ReadBlock(int row, LabelCell level, LabelCell text)
    {
        var cell = _sheet.FirstFilled(row, text.Column, text.Range.Last.Column);
        if (cell.Kind == RawCellKind.Error) _findings.Add(SheetMessages.ErrorValue(_prose.TextColumn, cell, At(cell.Address)));
        if (cell.Kind is RawCellKind.Error or RawCellKind.Empty || string.IsNullOrWhiteSpace(cell.Text)) return null;
        return LevelOf(row, level, cell.Address) is { } id
            ? new Block { Level = id, Text = cell.Text.Trim(), Location = At(cell.Address) }
            : null;
    }

    private string? LevelOf(int row, LabelCell heading, CellAddress text)
    {
        var address = new CellAddress(row, heading.Column);
        var merged = _sheet.Merges.FirstOrDefault(m => m.Contains(address));
        var cell = _sheet[merged.First.Row > 0 ? merged.First : address];
        if (string.IsNullOrWhiteSpace(cell.Text))
        {
            _findings.Add(SheetMessages.MissingLevel(_prose, At(text)));
            return null;
        }
        var level = _prose.Levels.FirstOrDefault(l => LabelText.Key(l.Name) == LabelText.Key(cell.Text));
        if (level is null)
            _findings.Add(SheetMessages.UnknownLevel(_prose, cell.Text, Spelling.Nearest(cell.Text, _prose.Levels.Select(l => l.Name)), At(cell.Address)));
        return level?.Id;
    }

    private CellLocation At(CellAddress address) => _labels.At(address);
}
