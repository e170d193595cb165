namespace ReportGen.Printing.Pdf;

/// <summary>
/// Finds the headings of tables that print repeats on each page. Chromium tags each copy as content of the same cell, so that a
/// screen reader would read it several times. Not thread-safe.
/// </summary>
internal sealed class RepeatedHeadings
{
    private readonly PdfFile _file;
    private readonly Dictionary<(PdfObject Page, int Id), PdfObject> _cells = [];
    private readonly Dictionary<PdfObject, (PdfObject Page, HashSet<string> Texts)> _first = [];
    private readonly HashSet<PdfObject> _pages = [];

    private RepeatedHeadings(PdfFile file) => _file = file;

    /// <summary>Finds the cells of column headings that have content on several pages.</summary>
    public static RepeatedHeadings Find(PdfFile file)
    {
        var found = new RepeatedHeadings(file);
        foreach (var cell in file.Objects)
            if (StructureFinisher.TypeOf(cell).SequenceEqual("TH"u8) && found.IsOfColumn(cell)) found.Add(cell);
        return found;
    }

    /// <summary>Whether a page has such cells.</summary>
    public bool HasAnyOn(PdfObject page) => _pages.Contains(page);

    /// <summary>Whether marked content repeats what was asked about before: the same cell with the same text.</summary>
    /// <param name="page">The page, in the order of the pages.</param>
    /// <param name="id">The number of the marked content.</param>
    /// <param name="text">The operands that show its text.</param>
    public bool IsRepeated(PdfObject page, int id, string text)
    {
        if (!_cells.TryGetValue((page, id), out var cell)) return false;
        if (!_first.TryGetValue(cell, out var first)) _first[cell] = first = (page, []);
        if (page != first.Page) return first.Texts.Contains(text);
        first.Texts.Add(text);
        return false;
    }

    private bool IsOfColumn(PdfObject cell) =>
        _file.Items(cell.Dictionary?["A"]).OfType<PdfDictionary>().Any(a => _file.Name(a["Scope"]) == "Column");

    private void Add(PdfObject cell)
    {
        var content = new List<(PdfObject Page, int Id)>();
        Collect(cell, null, content, new HashSet<PdfObject>());
        if (content.Select(c => c.Page).Distinct().Take(2).Count() < 2) return;
        foreach (var item in content)
        {
            _cells[item] = cell;
            _pages.Add(item.Page);
        }
    }

    private void Collect(PdfObject element, PdfObject? page, List<(PdfObject Page, int Id)> content, HashSet<PdfObject> seen)
    {
        if (element.Dictionary is not { } dictionary || !seen.Add(element)) return;
        var own = _file.Object(dictionary["Pg"]) ?? page;
        foreach (var kid in StructureFinisher.Kids(dictionary))
        {
            if (_file.Object(kid) is { } inner)
            {
                Collect(inner, own, content, seen);
            }
            else if (kid is PdfNumber number && own is not null)
            {
                content.Add((own, (int)number.Value));
            }
            else if (kid is PdfDictionary part && _file.Number(part["MCID"]) is { } id
                && (_file.Object(part["Pg"]) ?? own) is { } place)
            {
                content.Add((place, (int)id));
            }
        }
    }
}
