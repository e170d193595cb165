using System.Xml.Linq;
using ReportGen.Workbooks.Reading.Xlsx;

namespace ReportGen.Workbooks.Annotation;

/// <summary>Edits the relationships and content types of a package.</summary>
internal sealed class PartLinks(PackageEdit edit, bool isStrict)
{
    private const string ContentTypes = "[Content_Types].xml";
    private static readonly XNamespace s_links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace s_types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>The namespace of relationship types, and of the <c>r:id</c> attribute.</summary>
    public XNamespace Kinds { get; } = isStrict
        ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
        : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The target of the relationship of type <paramref name="kind"/> of a part; null if none.</summary>
    public string? Target(string part, string kind) => Relationship.Read(edit.Package, part).Find(l => l.Kind == kind)?.Target;

    /// <summary>The target of a relationship of a part, by its id; null if none.</summary>
    public string? TargetById(string part, string id) => Relationship.Read(edit.Package, part).Find(l => l.Id == id)?.Target;

    /// <summary>Adds a relationship to a target given from the package root, and returns its id.</summary>
    public string Add(string part, string kind, string target)
    {
        var name = RelationshipPart(part);
        var xml = edit.Xml(name) ?? new XDocument(new XElement(s_links + "Relationships"));
        var taken = xml.Root!.Elements().Select(e => (string?)e.Attribute("Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var id = Enumerable.Range(1, int.MaxValue).Select(i => $"rIdR{i}").First(i => !taken.Contains(i));
        xml.Root.Add(new XElement(s_links + "Relationship", new XAttribute("Id", id),
            new XAttribute("Type", $"{Kinds}/{kind}"), new XAttribute("Target", $"/{target}")));
        edit.Put(name, xml);
        return id;
    }

    /// <summary>Removes a part's relationships of a type, with their targets and the parts that the targets refer to.</summary>
    /// <returns>Whether any were removed.</returns>
    public bool Remove(string part, string kind)
    {
        var removed = Relationship.Read(edit.Package, part).Where(l => l.Kind == kind).ToList();
        if (removed.Count == 0 || edit.Xml(RelationshipPart(part)) is not { } xml) return false;
        xml.Root!.Elements().Where(e => removed.Exists(l => l.Id == (string?)e.Attribute("Id"))).ToList()
            .ForEach(e => e.Remove());
        edit.Put(RelationshipPart(part), xml);
        foreach (var target in removed.SelectMany(l => Relationship.Read(edit.Package, l.Target).Append(l)).Select(l => l.Target))
        {
            edit.Remove(target);
            edit.Remove(RelationshipPart(target));
            RemoveType(target);
        }

        return true;
    }

    /// <summary>Sets the content type of a part, replacing any other.</summary>
    public void DeclareType(string part, string type)
    {
        RemoveType(part);
        var xml = edit.Xml(ContentTypes) ?? new XDocument(new XElement(s_types + "Types"));
        xml.Root!.Add(
            new XElement(s_types + "Override", new XAttribute("PartName", $"/{part}"), new XAttribute("ContentType", type)));
        edit.Put(ContentTypes, xml);
    }

    /// <summary>Sets the default content type of an extension, unless it has one.</summary>
    public void DeclareExtension(string extension, string type)
    {
        var xml = edit.Xml(ContentTypes) ?? new XDocument(new XElement(s_types + "Types"));
        if (xml.Root!.Elements(s_types + "Default")
            .Any(d => string.Equals((string?)d.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        xml.Root.AddFirst(
            new XElement(s_types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));
        edit.Put(ContentTypes, xml);
    }

    /// <summary>The content type declared for a part itself; null if none.</summary>
    public string? TypeOf(string part) => (string?)Override(edit.Xml(ContentTypes), part)?.Attribute("ContentType");

    private void RemoveType(string part)
    {
        var xml = edit.Xml(ContentTypes);
        if (Override(xml, part) is not { } declared) return;
        declared.Remove();
        edit.Put(ContentTypes, xml!);
    }

    private static XElement? Override(XDocument? xml, string part) => xml?.Root!.Elements(s_types + "Override")
        .FirstOrDefault(
            o => string.Equals(((string?)o.Attribute("PartName"))?.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase));

    private static string RelationshipPart(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }
}
