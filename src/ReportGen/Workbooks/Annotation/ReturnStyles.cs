using System.Xml.Linq;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Workbooks.Annotation;

/// <summary>Adds the formats of the list and the marks to a workbook's styles. Existing formats keep their index.</summary>
internal sealed class ReturnStyles
{
    private readonly XElement _root;
    private readonly XNamespace _ns;
    private readonly int[] _severities = new int[3];

    private ReturnStyles(XElement root) => (_root, _ns) = (root, root.Name.Namespace);

    /// <summary>The index of the cell format of the list's title.</summary>
    public int Title { get; private set; }

    /// <summary>The index of the cell format of headings.</summary>
    public int Heading { get; private set; }

    /// <summary>The index of the cell format of texts; it keeps them text when edited.</summary>
    public int Text { get; private set; }

    /// <summary>The index of the cell format of locations that link to a cell.</summary>
    public int Link { get; private set; }

    /// <summary>The index of the cell format of a severity in the list, in the colour of its marks.</summary>
    public int Of(Severity severity) => _severities[(int)severity];

    /// <summary>
    /// The index of the differential format of errors, followed by those of warnings, information and related cells.
    /// </summary>
    public int FirstMark { get; private set; }

    /// <summary>Adds the formats to the styles part.</summary>
    /// <exception cref="InvalidDataException">The part lacks a mandatory element.</exception>
    public static ReturnStyles AddTo(XDocument document)
    {
        var styles = new ReturnStyles(document.Root!);
        styles.AddFormats();
        styles.AddMarks();
        return styles;
    }

    private void AddFormats()
    {
        var bold = Add("fonts", Font(new XElement(_ns + "b")));
        var link = Add("fonts", Font(new XElement(_ns + "u"), "FF0563C1"));
        var plain = Add("fonts", Font(null));
        var shade = Add("fills", Fill("patternFill", "fgColor", "FFD9E1F2"));
        var box = Add("borders", Box());
        Title = Add("cellXfs", Format(bold, 0, 0));
        Heading = Add("cellXfs", Format(bold, shade, box));
        Text = Add("cellXfs", Format(plain, 0, box));
        Link = Add("cellXfs", Format(link, 0, box));
        foreach (var severity in Enum.GetValues<Severity>())
        {
            var fill = Add("fills", Fill("patternFill", "fgColor", MarkColours.Of(severity)));
            _severities[(int)severity] = Add("cellXfs", Format(bold, fill, box));
        }

    }

    private void AddMarks()
    {
        if (_root.Element(_ns + "dxfs") is null)
        {
            var previous = _root.Element(_ns + "cellStyles") ?? _root.Element(_ns + "cellXfs")!;
            previous.AddAfterSelf(new XElement(_ns + "dxfs", new XAttribute("count", 0)));
        }
        FirstMark = Add("dxfs", Mark(MarkColours.Of(Severity.Error)));
        Add("dxfs", Mark(MarkColours.Of(Severity.Warning)));
        Add("dxfs", Mark(MarkColours.Of(Severity.Information)));
        Add("dxfs", Mark(MarkColours.Related));
    }

    private int Add(string list, XElement item)
    {
        var items = _root.Element(_ns + list) ?? throw new InvalidDataException(list);
        var index = items.Elements(item.Name).Count();
        items.Add(item);
        items.SetAttributeValue("count", (index + 1).ToString(CultureInfo.InvariantCulture));
        return index;
    }

    private XElement Font(XElement? effect, string? color = null) => new(_ns + "font", effect,
        new XElement(_ns + "sz", new XAttribute("val", "11")),
        color is null ? null : new XElement(_ns + "color", new XAttribute("rgb", color)),
        new XElement(_ns + "name", new XAttribute("val", "宋体")),
        new XElement(_ns + "charset", new XAttribute("val", "134")));

    private XElement Fill(string pattern, string place, string color) => new(_ns + "fill",
        new XElement(_ns + pattern, new XAttribute("patternType", "solid"),
            new XElement(_ns + place, new XAttribute("rgb", color)),
            new XElement(_ns + "bgColor", new XAttribute("indexed", "64"))));

    private XElement Box() => new(_ns + "border",
        new[] { "left", "right", "top", "bottom" }.Select(side => new XElement(_ns + side, new XAttribute("style", "thin"),
            new XElement(_ns + "color", new XAttribute("rgb", "FF8C8C8C")))),
        new XElement(_ns + "diagonal"));

    private XElement Format(int font, int fill, int border) => new(_ns + "xf",
        new XAttribute("numFmtId", 49), new XAttribute("fontId", font), new XAttribute("fillId", fill),
        new XAttribute("borderId", border),
        new XAttribute("xfId", 0), new XAttribute("quotePrefix", 1), new XAttribute("applyNumberFormat", 1),
        new XAttribute("applyFont", 1),
        new XAttribute("applyFill", 1), new XAttribute("applyBorder", 1), new XAttribute("applyAlignment", 1),
        new XElement(_ns + "alignment", new XAttribute("vertical", "center"), new XAttribute("wrapText", 1)));

    private XElement Mark(string color) => new(_ns + "dxf", new XElement(_ns + "fill",
        new XElement(_ns + "patternFill", new XAttribute("patternType", "solid"),
            new XElement(_ns + "fgColor", new XAttribute("rgb", color)),
            new XElement(_ns + "bgColor", new XAttribute("rgb", color)))));
}
