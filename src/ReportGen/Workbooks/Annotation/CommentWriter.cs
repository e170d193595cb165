using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Workbooks.Annotation;

/// <summary>
/// Writes the comments of a sheet: the part with their texts, and the drawing with their boxes. Comments by others are
/// kept; a cell that has one gets no further comment, as the format allows only one per cell.
/// </summary>
internal sealed partial class CommentWriter(PackageEdit edit, PartLinks links, XNamespace main, string sheetPart)
{
    private const string Author = "ReportGen";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    /// <summary>The width of a comment's box, in points.</summary>
    private const double Width = 240;

    private const string DrawingStart =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
            + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">";

    /// <summary>Replaces the program's own comments in the sheet.</summary>
    /// <returns>The id of the relationship to a new drawing; null if the sheet already has one or needs none.</returns>
    public string? Write(IReadOnlyList<(CellAddress Cell, string Text)> comments)
    {
        var part = links.Target(sheetPart, "comments");
        if (part is null && comments.Count == 0) return null;
        var (document, removed) = Load(part);
        var list = document.Root!.Element(main + "commentList")!;
        var taken = list.Elements(main + "comment").Select(c => (string?)c.Attribute("ref")).ToHashSet();
        var added = comments.Where(c => !taken.Contains(c.Cell.ToString())).ToList();
        var author = AuthorId(document.Root);
        foreach (var (cell, text) in added) list.Add(Comment(cell, text, author));
        Sort(list);
        edit.Put(part ?? NewComments(), document);
        return WriteDrawing(removed, added);
    }

    private (XDocument Document, List<CellAddress> Removed) Load(string? part)
    {
        var document = part is null ? null : edit.Xml(part);
        if (document?.Root?.Element(main + "commentList") is not { } list)
        {
            return (new XDocument(
                new XElement(main + "comments", new XElement(main + "authors"), new XElement(main + "commentList"))), []);
        }

        var own = document.Root.Element(main + "authors")?.Elements().Select((a, i) => (a.Value, i)).Where(a => a.Value == Author)
            .Select(a => a.i.ToString(CultureInfo.InvariantCulture)).ToHashSet() ?? [];
        var removed = new List<CellAddress>();
        foreach (var comment in list.Elements(main + "comment").Where(c => IsOwn(c, own)).ToList())
        {
            if (CellAddress.TryParse((string?)comment.Attribute("ref"), out var cell)) removed.Add(cell);
            comment.Remove();
        }
        return (document, removed);
    }

    // Some programs lose the author on saving; then the start of the text identifies own comments.
    private bool IsOwn(XElement comment, HashSet<string> authors) =>
        authors.Contains((string?)comment.Attribute("authorId") ?? "")
        || OwnText().IsMatch(string.Concat(comment.Descendants(main + "t").Select(t => t.Value)));

    private int AuthorId(XElement root)
    {
        var authors = root.Element(main + "authors");
        if (authors is null) root.AddFirst(authors = new XElement(main + "authors"));
        var names = authors.Elements().Select(a => a.Value).ToList();
        if (names.IndexOf(Author) is >= 0 and var known) return known;
        authors.Add(new XElement(main + "author", Author));
        return names.Count;
    }

    // A rich text run, as Excel writes it: ClosedXML reads nothing else.
    private XElement Comment(CellAddress cell, string text, int author) => new(main + "comment",
        new XAttribute("ref", cell), new XAttribute("authorId", author),
        new XElement(main + "text", new XElement(main + "r",
            new XElement(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XlsxText.Fit(text)))));

    private static void Sort(XElement list)
    {
        var sorted = list.Elements().OrderBy(c => CellAddress.TryParse((string?)c.Attribute("ref"), out var at) ? at : default)
            .ToList();
        list.RemoveNodes();
        list.Add(sorted);
    }

    private string NewComments()
    {
        var part = edit.FreeName("xl/comments", ".xml");
        links.Add(sheetPart, "comments", part);
        links.DeclareType(part, CommentsType);
        return part;
    }

    private string? WriteDrawing(List<CellAddress> removed, List<(CellAddress Cell, string Text)> added)
    {
        var part = DrawingOfComments();
        var old = part is not null && edit.Bytes(part) is { } bytes ? Encoding.UTF8.GetString(bytes) : DrawingStart + "</xml>";
        var kept = Shape().Replace(old, shape => removed.Exists(cell => IsNoteOf(shape.Value, cell)) ? "" : shape.Value);
        var end = kept.LastIndexOf("</xml>", StringComparison.Ordinal);
        if (end < 0) return null;
        var grid = added.Count > 0 ? SheetGrid.Read(edit.Bytes(sheetPart)!) : null;
        var shapes =
            string.Concat(added.Select(a => Box(a.Cell, grid!.AnchorBeside(a.Cell, Width, HeightOf(a.Text)), HeightOf(a.Text))));
        var target = part ?? edit.FreeName("xl/drawings/vmlDrawing", ".vml");
        edit.Put(target, Encoding.UTF8.GetBytes(kept.Insert(end, shapes)));
        if (part is not null) return null;
        links.DeclareExtension("vml", DrawingType);
        return links.Add(sheetPart, "vmlDrawing", target);
    }

    /// <summary>
    /// The drawing with the comment boxes, as opposed to one for page headers, which has the same relationship type.
    /// </summary>
    private string? DrawingOfComments()
    {
        using var reader = PackageEdit.Reader(edit.Bytes(sheetPart)!);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "legacyDrawing" || reader.Depth != 1) continue;
            return reader.GetAttribute("id", links.Kinds.NamespaceName) is { } id ? links.TargetById(sheetPart, id) : null;
        }
        return null;
    }

    private static bool IsNoteOf(string shape, CellAddress cell) =>
        shape.Contains("ObjectType=\"Note\"", StringComparison.Ordinal)
        && shape.Contains(string.Create(CultureInfo.InvariantCulture, $"<x:Row>{cell.Row - 1}</x:Row>"), StringComparison.Ordinal)
        && shape.Contains(string.Create(CultureInfo.InvariantCulture, $"<x:Column>{cell.Column - 1}</x:Column>"),
            StringComparison.Ordinal);

    // About 24 characters to a line of 9 points.
    private static double HeightOf(string text) =>
        Math.Clamp((text.Split('\n').Sum(line => Math.Max(1, (line.Sum(c => c < 0x1100 ? 0.55 : 1) + 23) / 24)) * 13) + 12, 40,
            320);

    private static string Box(CellAddress cell, string anchor, double height) => string.Create(CultureInfo.InvariantCulture, $"""
        <v:shape id="_reportgen_{cell}" type="#_x0000_t202" fillcolor="#ffffe1" strokecolor="#c00000" o:insetmode="auto"
          xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
          xmlns:x="urn:schemas-microsoft-com:office:excel"
          style="position:absolute;margin-left:80pt;margin-top:2pt;width:{Width:0}pt;height:{height:0}pt;z-index:1;
          visibility:hidden">
          <v:fill color2="#ffffe1"/>
          <v:path o:connecttype="none"/>
          <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>
          <x:ClientData ObjectType="Note">
            <x:MoveWithCells/>
            <x:SizeWithCells/>
            <x:Anchor>{anchor}</x:Anchor>
            <x:AutoFill>False</x:AutoFill>
            <x:Row>{cell.Row - 1}</x:Row>
            <x:Column>{cell.Column - 1}</x:Column>
          </x:ClientData>
        </v:shape>
        """);

    [GeneratedRegex($@"^{ReturnSheet.Name} \d+［")]
    private static partial Regex OwnText();

    [GeneratedRegex("<v:shape .*?</v:shape>", RegexOptions.Singleline)]
    private static partial Regex Shape();
}
