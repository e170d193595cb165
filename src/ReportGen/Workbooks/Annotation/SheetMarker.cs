using System.Xml;
using System.Xml.Linq;

namespace ReportGen.Workbooks.Annotation;

/// <summary>
/// Marks cells with conditional formats, so that cells and styles stay unchanged and the marks of an earlier return can be
/// removed. Everything else in the sheet is copied unchanged.
/// </summary>
/// <param name="marks">The cells to mark; null if none.</param>
/// <param name="firstMark">The index of the differential format of errors.</param>
/// <param name="drawing">The relationship to a new drawing for comments; null if none.</param>
internal sealed class SheetMarker(SheetMarks? marks, int firstMark, (XNamespace Kinds, string Id)? drawing)
{
    /// <summary>
    /// A formula that is always true. It identifies the program's own formats even after another program has saved them.
    /// </summary>
    public const string Signature = "N(\"reportgen\")=0";

    private const int CellsPerFormat = 200;

    private static readonly HashSet<string> s_afterFormats =
    [
        "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
        "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF",
        "drawingHF",
        "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    ];

    private static readonly HashSet<string> s_afterDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private readonly ImmutableArray<ImmutableArray<CellAddress>> _cells = marks?.ByColour ?? [];
    private bool _hasFormats;
    private bool _hasDrawing;

    /// <summary>Returns the sheet with its marks, unselected and without the marks of earlier returns.</summary>
    /// <param name="sheet">The worksheet part.</param>
    public byte[] Mark(byte[] sheet)
    {
        using var reader = PackageEdit.Reader(sheet);
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, PackageEdit.WriterSettings)) Copy(reader, writer);
        return stream.ToArray();
    }

    private void Copy(XmlReader reader, XmlWriter writer)
    {
        reader.MoveToContent();
        writer.WriteStartDocument();
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        XNamespace ns = reader.NamespaceURI;
        writer.WriteAttributes(reader, false);
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        while (!isEmpty && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element) writer.WriteNode(reader, false);
            else CopyChild(reader, writer, ns);
        }
        InsertBefore(writer, ns, null);
        writer.WriteEndElement();
    }

    private void CopyChild(XmlReader reader, XmlWriter writer, XNamespace ns)
    {
        InsertBefore(writer, ns, reader.LocalName);
        switch (reader.LocalName)
        {
            case "conditionalFormatting": WithoutOwn((XElement)XNode.ReadFrom(reader))?.WriteTo(writer); break;
            case "sheetViews": Unselected((XElement)XNode.ReadFrom(reader)).WriteTo(writer); break;
            default: writer.WriteNode(reader, false); break;
        }
    }

    private void InsertBefore(XmlWriter writer, XNamespace ns, string? next)
    {
        if (!_hasFormats && (next is null || s_afterFormats.Contains(next)))
        {
            _hasFormats = true;
            foreach (var format in Formats(ns)) format.WriteTo(writer);
        }
        if (_hasDrawing || drawing is not { } link || (next is not null && !s_afterDrawing.Contains(next))) return;
        _hasDrawing = true;
        new XElement(ns + "legacyDrawing", new XAttribute(link.Kinds + "id", link.Id)).WriteTo(writer);
    }

    private IEnumerable<XElement> Formats(XNamespace ns) =>
        from colour in Enumerable.Range(0, _cells.Length)
        from chunk in _cells[colour].Chunk(CellsPerFormat)
        select new XElement(ns + "conditionalFormatting", new XAttribute("sqref", string.Join(' ', chunk)),
            new XElement(ns + "cfRule", new XAttribute("type", "expression"), new XAttribute("dxfId", firstMark + colour),
                new XAttribute("priority", colour + 1), new XElement(ns + "formula", Signature)));

    private static XElement? WithoutOwn(XElement format)
    {
        XNamespace ns = format.Name.Namespace;
        foreach (var rule in format.Elements(ns + "cfRule").ToList())
        {
            if (rule.Elements(ns + "formula").Any(f => f.Value.Replace(" ", "", StringComparison.Ordinal) == Signature))
                rule.Remove();
            else if ((int?)rule.Attribute("priority") is { } priority)
                rule.SetAttributeValue("priority", (priority + 4).ToString(CultureInfo.InvariantCulture));
        }
        return format.Elements(ns + "cfRule").Any() ? format : null;
    }

    private static XElement Unselected(XElement views)
    {
        foreach (var view in views.Elements()) view.Attribute("tabSelected")?.Remove();
        return views;
    }
}
