using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reads text in blocks: level and text in each row below their headings.</summary>
internal sealed class ProseSheetReader(SheetLabels labels, ProseSheet prose, FindingList findings)
{
    // Cells that gave a block or a finding.
    private readonly HashSet<CellAddress> _taken = [];

    /// <summary>Reads the blocks from top to bottom; rows without text are skipped.</summary>
    public ImmutableArray<Block> Read()
    {
        var (level, text) = FindHeadings();
        if (level is null) ReportMissing(prose.LevelColumn);
        if (text is null) ReportMissing(prose.TextColumn);
        if (level is null || text is null) return [];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var first = text.Range.Last.Row + 1;
        foreach (var row in labels.Sheet.Cells.Select(c => c.Address.Row).Where(r => r >= first).Distinct())
            if (ReadBlock(row, level, text) is { } block) blocks.Add(block);
        ReportUnread(first, level);
        return blocks.ToImmutable();
    }

    /// <summary>Reports cells below the headings that are neither a level nor a block's text.</summary>
    private void ReportUnread(int first, LabelCell level)
    {
        var levels = new CellRange(level.Range.First, new CellAddress(CellAddress.MaxRow, level.Range.Last.Column));
        foreach (var cell in labels.Sheet.Cells.Where(
            c => c.Address.Row >= first && c.IsFilled && !string.IsNullOrWhiteSpace(c.Text)))
        {
            if (!levels.Contains(cell.Address) && !_taken.Contains(cell.Address))
                findings.Add(SheetMessages.UnreadText(prose, cell, labels.At(cell.Address)));
        }
    }

    private (LabelCell? Level, LabelCell? Text) FindHeadings()
    {
        var levels = labels.Find([prose.LevelColumn], LabelLooseness.Exact);
        var texts = labels.Find([prose.TextColumn], LabelLooseness.Exact);
        var level = levels.FirstOrDefault(l => texts.Any(t => t.Row == l.Row)) ?? levels.FirstOrDefault();
        return (level, texts.FirstOrDefault(t => t.Row == level?.Row) ?? texts.FirstOrDefault());
    }

    private void ReportMissing(string column)
    {
        var near = labels.Nearest(column, l => l.Row <= 5);
        SourceLocation at = near is null ? labels.Location : labels.At(near.Cell.Address);
        findings.Add(SheetMessages.MissingColumns(prose, column, at, near?.Cell.Text));
    }

    private Block? ReadBlock(int row, LabelCell level, LabelCell text)
    {
        var cell = labels.Sheet.FirstFilled(row, text.Column, text.Range.Last.Column);
        _taken.Add(cell.Address);
        if (cell.Kind == RawCellKind.Error)
            findings.Add(CellMessages.ErrorValue($"“{prose.TextColumn}”", cell.Text, labels.At(cell.Address)));
        if (cell.HasNoStoredValue) findings.Add(CellMessages.NoStoredValue($"“{prose.TextColumn}”", labels.At(cell.Address)));
        if (cell.Kind is RawCellKind.Error or RawCellKind.Empty || string.IsNullOrWhiteSpace(cell.Text)) return null;
        return LevelOf(row, level, cell.Address) is { } id
            ? new Block { Level = id, Text = cell.Text.Trim(), Location = labels.At(cell.Address) }
            : null;
    }

    private string? LevelOf(int row, LabelCell heading, CellAddress text)
    {
        var address = new CellAddress(row, heading.Column);
        var merged = labels.Sheet.Merges.FirstOrDefault(m => m.Contains(address));
        var cell = labels.Sheet[merged.First.Row > 0 ? merged.First : address];
        if (string.IsNullOrWhiteSpace(cell.Text))
        {
            findings.Add(SheetMessages.MissingLevel(prose, labels.At(text)));
            return null;
        }
        var level = prose.Levels.FirstOrDefault(l => LabelText.Key(l.Name) == LabelText.Key(cell.Text));
        if (level is not null) return level.Id;
        var near = Spelling.Nearest(cell.Text, prose.Levels.Select(l => l.Name));
        findings.Add(SheetMessages.UnknownLevel(prose, cell.Text, near, labels.At(cell.Address)));
        return null;
    }
}
