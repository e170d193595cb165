using System.Xml.Linq;
using ReportGen.Workbooks.Reading.Xlsx;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Workbooks.Annotation;

/// <summary>Edits the main part of a workbook: its sheets and their order.</summary>
internal sealed class WorkbookIndex
{
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    private readonly PackageEdit _edit;
    private readonly XDocument _document;
    private readonly List<Relationship> _relationships;

    public WorkbookIndex(PackageEdit edit)
    {
        _edit = edit;
        MainPart = edit.Package.MainPart;
        _document = edit.Xml(MainPart) ?? throw new InvalidDataException(MainPart);
        _relationships = Relationship.Read(edit.Package, MainPart);
        Links = new PartLinks(edit, Main.NamespaceName.Contains("purl.oclc.org", StringComparison.Ordinal));
    }

    public string MainPart { get; }

    public PartLinks Links { get; }

    /// <summary>The namespace of the workbook's parts.</summary>
    public XNamespace Main => _document.Root!.Name.Namespace;

    /// <summary>The names and parts of the worksheets, in tab order.</summary>
    public IEnumerable<(string Name, string Part)> Sheets =>
        from tab in Tabs.Elements(Main + "sheet")
        let id = tab.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.Namespace != XNamespace.None)?.Value
        let link = _relationships.Find(l => l.Id == id && l.Kind == "worksheet")
        where link is not null
        select (UnsafeCharacters.Remove(CellText.Clean((string?)tab.Attribute("name") ?? "")), link.Target);

    private XElement Tabs => _document.Root!.Element(Main + "sheets") ?? throw new InvalidDataException(MainPart);

    /// <summary>Inserts a new first sheet and returns the name of its part.</summary>
    public string AddFirstSheet(string name)
    {
        var part = _edit.FreeName("xl/worksheets/sheet", ".xml");
        var id = Links.Add(MainPart, "worksheet", part);
        Links.DeclareType(part, SheetType);
        var number = Tabs.Elements().Select(s => (uint?)s.Attribute("sheetId") ?? 0).DefaultIfEmpty(0u).Max() + 1;
        Tabs.AddFirst(new XElement(Main + "sheet", new XAttribute("name", name),
            new XAttribute("sheetId", number.ToString(CultureInfo.InvariantCulture)), new XAttribute(Links.Kinds + "id", id)));
        ShiftNames();
        return part;
    }

    /// <summary>
    /// Converts a template or a workbook with macros to a plain .xlsx, as programs refuse to open these with that extension.
    /// Removes signatures, which the changes invalidate.
    /// </summary>
    /// <returns>Whether macros were removed.</returns>
    public bool MakePlain()
    {
        if (Links.TypeOf(MainPart) is { } type && type != PackageWriter.MainType)
            Links.DeclareType(MainPart, PackageWriter.MainType);
        Links.Remove("", "origin");
        return Links.Remove(MainPart, "vbaProject");
    }

    /// <summary>The styles part, created if there is none.</summary>
    public (string Part, XDocument Document) Styles()
    {
        if (Links.Target(MainPart, "styles") is { } part && _edit.Xml(part) is { } document) return (part, document);
        var created = _edit.FreeName("xl/styles", ".xml");
        Links.Add(MainPart, "styles", created);
        Links.DeclareType(created, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
        return (created, PlainStyles());
    }

    /// <summary>
    /// Names the range of a sheet's automatic filter, as Excel does; LibreOffice shows no filter without the name.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="range">The range; null to remove the name.</param>
    public void NameFilter(string sheet, CellRange? range)
    {
        const string filterName = "_xlnm._FilterDatabase";
        var index = Tabs.Elements().ToList().FindIndex(s => (string?)s.Attribute("name") == sheet);
        var names = _document.Root!.Element(Main + "definedNames");
        names?.Elements()
            .Where(n => (string?)n.Attribute("name") == filterName && (int?)n.Attribute("localSheetId") == index).Remove();
        if (range is { } filter)
        {
            if (names is null) NamesGoAfter().AddAfterSelf(names = new XElement(Main + "definedNames"));
            names.AddFirst(new XElement(Main + "definedName", new XAttribute("name", filterName),
                new XAttribute("localSheetId", index), new XAttribute("hidden", 1),
                $"{CellReference.Quote(sheet)}!{Fixed(filter.First)}:{Fixed(filter.Last)}"));
        }
        else if (names?.HasElements == false)
        {
            names.Remove();
        }
    }

    /// <summary>Writes the main part, with the given sheet active on opening.</summary>
    public void Save(string shown)
    {
        var tab = Tabs.Elements().ToList().FindIndex(s => (string?)s.Attribute("name") == shown);
        foreach (var view in _document.Root!.Element(Main + "bookViews")?.Elements() ?? [])
        {
            view.SetAttributeValue("activeTab", Math.Max(0, tab).ToString(CultureInfo.InvariantCulture));
            view.Attribute("firstSheet")?.Remove();
        }
        KeepNamesApart();
        _edit.Put(MainPart, _document);
    }

    // Programs refuse a workbook with two sheets of one name, which the removal of unsafe characters may bring about.
    private void KeepNamesApart()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Tabs.Elements().Attributes("name"))
        {
            var clean = PartCleaner.Clean(name.Value);
            var start = clean.Length <= 25 ? clean : clean[..25];
            for (var i = 2; clean.Length == 0 || !taken.Add(clean); i++)
                clean = string.Create(CultureInfo.InvariantCulture, $"{start} ({i})");
            name.Value = clean;
        }
    }

    private XElement NamesGoAfter() =>
        _document.Root!.Element(Main + "externalReferences") ?? _document.Root.Element(Main + "functionGroups") ?? Tabs;

    private static string Fixed(CellAddress cell) =>
        string.Create(CultureInfo.InvariantCulture, $"${CellAddress.ColumnLetters(cell.Column)}${cell.Row}");

    private void ShiftNames()
    {
        foreach (var name in _document.Root!.Element(Main + "definedNames")?.Elements() ?? [])
        {
            if ((int?)name.Attribute("localSheetId") is { } sheet)
                name.SetAttributeValue("localSheetId", (sheet + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private XDocument PlainStyles() => new(new XElement(Main + "styleSheet",
        new XElement(Main + "fonts", new XElement(Main + "font", new XElement(Main + "sz", new XAttribute("val", 11)))),
        new XElement(Main + "fills",
            new[] { "none", "gray125" }.Select(
                p => new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", p))))),
        new XElement(Main + "borders", new XElement(Main + "border")),
        new XElement(Main + "cellStyleXfs", new XElement(Main + "xf")),
        new XElement(Main + "cellXfs", new XElement(Main + "xf", new XAttribute("xfId", 0)))));
}
