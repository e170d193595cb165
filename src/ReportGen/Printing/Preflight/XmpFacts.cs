using System.Xml;
using System.Xml.Linq;
using ReportGen.Printing.Pdf;

namespace ReportGen.Printing.Preflight;

/// <summary>The XMP packet of a document (ISO 16684-1).</summary>
internal sealed class XmpFacts
{
    /// <summary>The namespaces whose properties need no extension schema.</summary>
    private static readonly string[] s_predefined =
    [
        "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/",
        "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/", PdfMetadata.ArchiveNamespace, Extension,
    ];

    private const string Extension = "http://www.aiim.org/pdfa/ns/extension/", Schema = "http://www.aiim.org/pdfa/ns/schema#",
        Property = "http://www.aiim.org/pdfa/ns/property#", Dublin = "http://purl.org/dc/elements/1.1/";

    private static readonly XNamespace s_rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private readonly XElement[] _properties = [];

    /// <summary>Reads the packet; what cannot be read has no properties.</summary>
    public XmpFacts(byte[] packet)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(packet, writable: false), settings);
            var document = XDocument.Load(reader);
            IsWellFormed = document.Descendants(s_rdf + "RDF").Any();
            Header = document.Nodes().OfType<XProcessingInstruction>().FirstOrDefault(p => p.Target == "xpacket")?.Data;
            _properties = [.. document.Descendants(s_rdf + "Description").Elements()];
        }
        catch (XmlException)
        {
        }
    }

    public bool IsWellFormed { get; }

    /// <summary>The attributes of the packet's header; null if it has none.</summary>
    public string? Header { get; }

    public string? Title => Value(Dublin, "title");

    /// <summary>The value of a property, without white space around it; null if it is missing or empty.</summary>
    public string? Value(string space, string name) =>
        Find(space, name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The prefix of a property; null if it is missing.</summary>
    public string? Prefix(string space, string name) =>
        Find(space, name) is { } property ? property.GetPrefixOfNamespace(space) : null;

    /// <summary>Whether all properties are predefined, or defined by an extension schema in the packet.</summary>
    public bool IsDefined => _properties.All(p =>
        s_predefined.Contains(p.Name.NamespaceName) || Defined().Contains((p.Name.NamespaceName, p.Name.LocalName)));

    /// <summary>Whether the extension schemas, if any, have all the fields that they need.</summary>
    public bool HasValidExtensions => Find(Extension, "schemas") is not { } schemas
        || (schemas.GetPrefixOfNamespace(Extension) == "pdfaExtension" && schemas.Element(s_rdf + "Bag") is { } bag
            && bag.Elements(s_rdf + "li").All(IsValidSchema));

    private XElement? Find(string space, string name) => _properties.FirstOrDefault(p => p.Name == XName.Get(name, space));

    private static bool IsValidSchema(XElement schema) =>
        Has(schema, Schema, "schema") && Has(schema, Schema, "namespaceURI") && Has(schema, Schema, "prefix")
        && schema.Elements(XName.Get("property", Schema)).Elements(s_rdf + "Seq").Elements(s_rdf + "li").All(p =>
            Has(p, Property, "name") && Has(p, Property, "valueType") && Has(p, Property, "description")
            && p.Element(XName.Get("category", Property))?.Value is "internal" or "external");

    private static bool Has(XElement parent, string space, string name) =>
        parent.Element(XName.Get(name, space))?.Value is { Length: > 0 };

    private HashSet<(string Space, string Name)> Defined() =>
    [
        .. from schema in Find(Extension, "schemas")?.Descendants(s_rdf + "li") ?? []
           let space = schema.Element(XName.Get("namespaceURI", Schema))?.Value
           where space is not null
           from name in schema.Descendants(XName.Get("name", Property))
           select (space!, name.Value),
    ];
}
