using ReportGen.Printing.Pdf;

namespace ReportGen.Printing.Preflight;

/// <summary>An element of the structure tree.</summary>
/// <param name="item">The object.</param>
/// <param name="dictionary">The object's dictionary.</param>
/// <param name="type">The standard type, through the role map; null if there is none.</param>
/// <param name="parent">The element around it; null if it is at the root.</param>
internal sealed class StructureElement(PdfObject item, PdfDictionary dictionary, string? type, StructureElement? parent)
{
    public PdfObject Object => item;

    public PdfDictionary Dictionary => dictionary;

    public string? Type => type;

    public StructureElement? Parent => parent;

    public List<StructureElement> Kids { get; } = [];

    /// <summary>Its marked content: the page or form, and the number in its content stream.</summary>
    public List<(PdfObject? Owner, int Id)> Content { get; } = [];

    /// <summary>The annotations in it.</summary>
    public List<PdfObject> Annotations { get; } = [];
}

/// <summary>The structure tree, with what connects it to the pages.</summary>
internal sealed class StructureFacts
{
    private const int MaxDepth = 100;

    private static readonly HashSet<string> s_standard =
    [
        .. ("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
            + "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP "
            + "Figure Formula Form").Split(' '),
    ];

    private readonly PdfFile _file;
    private readonly Dictionary<int, StructureElement> _byObject = [];

    public StructureFacts(PdfFile file)
    {
        _file = file;
        Root = file.Dictionary(file.Catalog["StructTreeRoot"]);
        Roles = file.Dictionary(Root?["RoleMap"]) ?? new PdfDictionary();
        if (Root is null) return;
        foreach (var kid in Kids(Root["K"])) Add(kid, null, null, 0);
        ReadParents(Root["ParentTree"], 0);
        HeaderIds = [.. Of("TH").Select(h => file.Text(h.Dictionary["ID"])).OfType<string>()];
        NamedHeaders = [.. Of("TH", "TD").SelectMany(HeadersOf)];
    }

    /// <summary>The root of the tree; null if the document has none.</summary>
    public PdfDictionary? Root { get; }

    public PdfDictionary Roles { get; }

    /// <summary>The elements, in the order in which they are read.</summary>
    public List<StructureElement> Elements { get; } = [];

    /// <summary>The objects in the tree that are no structure elements, or are in it twice.</summary>
    public List<PdfObject> Damaged { get; } = [];

    /// <summary>The parent tree: by key an array of elements for a content stream, or the element of an annotation.</summary>
    public Dictionary<int, PdfValue> Parents { get; } = [];

    /// <summary>The ids of the table headers.</summary>
    public HashSet<string> HeaderIds { get; } = [];

    /// <summary>The ids of the headers that cells name.</summary>
    public HashSet<string> NamedHeaders { get; } = [];

    /// <summary>Whether a structure type is one of PDF 1.7 (ISO 32000-1, 14.8.4).</summary>
    public static bool IsStandard(string type) => s_standard.Contains(type);

    /// <summary>The element that a reference leads to; null if there is none.</summary>
    public StructureElement? Element(PdfValue? value) =>
        value is PdfReference reference ? _byObject.GetValueOrDefault(reference.Number) : null;

    /// <summary>The elements of a type.</summary>
    public IEnumerable<StructureElement> Of(params string[] types) =>
        Elements.Where(e => e.Type is { } type && types.Contains(type));

    /// <summary>An attribute of an owner, such as the scope of a table cell; null if it is not set.</summary>
    public PdfValue? Attribute(StructureElement element, string owner, string key)
    {
        var attributes = _file.Resolve(element.Dictionary["A"]);
        if (attributes is not PdfArray list) return Attribute(attributes, owner, key);
        foreach (var item in list.Items)
            if (Attribute(item, owner, key) is { } value) return value;
        return null;
    }

    private PdfValue? Attribute(PdfValue? attributes, string owner, string key) =>
        _file.Resolve(attributes) is PdfDictionary own && _file.Name(own["O"]) == owner ? _file.Resolve(own[key]) : null;

    /// <summary>The ids of the headers that a cell names.</summary>
    public IEnumerable<string> HeadersOf(StructureElement cell) =>
        _file.Items(Attribute(cell, "Table", "Headers")).OfType<PdfString>().Select(h => h.Text);

    /// <summary>
    /// The standard type of a type, through the role map; null if there is none, or the map goes round in a circle.
    /// </summary>
    public string? StandardType(string type)
    {
        for (var left = MaxDepth; left > 0; left--)
        {
            if (IsStandard(type)) return type;
            if (_file.Name(Roles[type]) is not { } next) return null;
            type = next;
        }
        return null;
    }

    private IEnumerable<PdfValue> Kids(PdfValue? value) => value switch
    {
        null => [],
        PdfArray array => array.Items,
        PdfReference reference when _file.Resolve(reference) is PdfArray array => array.Items,
        _ => [value],
    };

    private void Add(PdfValue kid, StructureElement? parent, PdfObject? page, int depth)
    {
        if (_file.Object(kid) is { } item) AddElement(item, parent, page, depth);
        else if (parent is not null && kid is PdfNumber number) parent.Content.Add((page, (int)number.Value));
        else if (parent is not null && kid is PdfDictionary part) AddPart(part, parent, page);
    }

    private void AddPart(PdfDictionary part, StructureElement parent, PdfObject? page)
    {
        if (_file.Name(part["Type"]) == "OBJR" && _file.Object(part["Obj"]) is { } annotation) parent.Annotations.Add(annotation);
        if (_file.Number(part["MCID"]) is { } id)
            parent.Content.Add((_file.Object(part["Stm"]) ?? _file.Object(part["Pg"]) ?? page, (int)id));
    }

    private void AddElement(PdfObject item, StructureElement? parent, PdfObject? page, int depth)
    {
        if (item.Dictionary is not { } dictionary || _file.Name(dictionary["S"]) is not { } type || depth > MaxDepth
            || _byObject.ContainsKey(item.Number))
        {
            Damaged.Add(item);
            return;
        }
        var element = new StructureElement(item, dictionary, StandardType(type), parent);
        _byObject[item.Number] = element;
        Elements.Add(element);
        parent?.Kids.Add(element);
        var own = _file.Object(dictionary["Pg"]) ?? page;
        foreach (var kid in Kids(dictionary["K"])) Add(kid, element, own, depth + 1);
    }

    private void ReadParents(PdfValue? node, int depth)
    {
        if (_file.Dictionary(node) is not { } tree || depth > MaxDepth) return;
        var numbers = _file.Array(tree["Nums"])?.Items ?? [];
        for (var i = 0; i + 1 < numbers.Count; i += 2)
            if (_file.Number(numbers[i]) is { } key) Parents[(int)key] = numbers[i + 1];
        foreach (var kid in _file.Array(tree["Kids"])?.Items ?? []) ReadParents(kid, depth + 1);
    }
}
