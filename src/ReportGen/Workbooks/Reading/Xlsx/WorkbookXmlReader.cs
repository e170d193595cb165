namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>Reads one workbook: the parts shared by its sheets, and the counts checked against the limits.</summary>
internal sealed class WorkbookXmlReader(XlsxPackage package, WorkbookLimits limits)
{
    private readonly List<(string Text, bool WasUnsafe)> _sharedTexts = [];
    private int _cells;
    private long _text;

    /// <summary>The cell styles.</summary>
    public StyleTable Styles { get; private set; } = new();

    /// <summary>Whether dates are counted from 1904 rather than 1900.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Reads all worksheets.</summary>
    /// <param name="workbookPart">The name of the main part.</param>
    public ImmutableArray<RawSheet> ReadSheets(string workbookPart)
    {
        var links = Relationship.Read(package, workbookPart);
        ReadSharedTexts(links);
        using (var styles = Open(links, "styles")) Styles = StyleTable.Read(styles);
        var sheets = ImmutableArray.CreateBuilder<RawSheet>();
        foreach (var (name, isHidden, id) in ReadTabs(workbookPart))
        {
            if (links.Find(l => l.Id == id && l.Kind == "worksheet") is not { } link) continue;
            using var part = package.Read(link.Target) ?? throw Damaged(link.Target);
            sheets.Add(new WorksheetXmlReader(this, part).Read(name, isHidden));
        }
        return sheets.ToImmutable();
    }

    /// <summary>A shared string by its index, without <see cref="UnsafeCharacters"/>, and whether it had any.</summary>
    public (string Text, bool WasUnsafe) SharedText(string index) =>
        int.TryParse(index.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _sharedTexts.Count
            ? _sharedTexts[i]
            : throw Damaged($"sharedStrings {index}");

    public void CountCell(RawCell cell)
    {
        ThrowIfOver(++_cells, limits.Cells, "单元格数", "cells with content");
        ThrowIfOver(_text += cell.Text.Length, limits.TotalText, "总字数", "characters in all cells");
    }

    public void CountRow(int rows) => ThrowIfOver(rows, limits.RowsPerSheet, "工作表行数", "rows with content");

    public void CountMerge(int merges) => ThrowIfOver(merges, limits.MergesPerSheet, "合并区域数", "merged ranges");

    private List<(string Name, bool IsHidden, string Id)> ReadTabs(string workbookPart)
    {
        var tabs = new List<(string, bool, string)>();
        using var reader = package.Read(workbookPart);
        while (reader is not null && reader.NextElement())
        {
            if (reader.Name == "workbookPr") From1904 = reader.Plain("date1904") is "1" or "true";
            if (reader.Name != "sheet" || reader.Plain("name") is not { } name) continue;
            tabs.Add((CellText.Clean(name), reader.Plain("state") is "hidden" or "veryHidden", reader.Attribute("id") ?? ""));
            ThrowIfOver(tabs.Count, limits.Sheets, "工作表数", "worksheets");
        }
        return tabs;
    }

    private void ReadSharedTexts(List<Relationship> links)
    {
        using var reader = Open(links, "sharedStrings");
        while (reader is not null && reader.NextElement())
        {
            if (reader.Name != "si") continue;
            var text = CellText.ReadItem(reader);
            var clean = UnsafeCharacters.Remove(text);
            _sharedTexts.Add((clean, clean.Length < text.Length));
        }
    }

    private PartReader? Open(List<Relationship> links, string kind) =>
        links.Find(l => l.Kind == kind) is { } link ? package.Read(link.Target) : null;

    private void ThrowIfOver(long count, long limit, string chinese, string english) =>
        WorkbookRefusedException.ThrowIfOver(package.File, count, limit, chinese, english);

    private WorkbookRefusedException Damaged(string part) => new(FileMessages.Damaged(package.File, part));
}
