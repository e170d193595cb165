using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using ReportGen.Workbooks.Reading.Xlsx;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Workbooks.Annotation;

/// <summary>
/// An edited copy of a package with parts added, replaced or removed, and without unsafe characters. Other parts are copied byte
/// for byte.
/// </summary>
internal sealed class PackageEdit(XlsxPackage package)
{
    /// <summary>The XML settings for changed parts.</summary>
    public static XmlWriterSettings WriterSettings { get; } = new()
        { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    private readonly Dictionary<string, byte[]> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _removed = new(StringComparer.OrdinalIgnoreCase);

    public XlsxPackage Package { get; } = package;

    public bool Has(string part) => _changed.ContainsKey(part) || Package.Has(part);

    public byte[]? Bytes(string part) => _changed.GetValueOrDefault(part) ?? Package.Bytes(part);

    /// <summary>Removes a part. Relationships to it must be removed separately.</summary>
    public void Remove(string part) => _removed.Add(part);

    public void Put(string part, byte[] content) => _changed[part] = content;

    public void Put(string part, XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, WriterSettings)) document.Save(writer);
        _changed[part] = stream.ToArray();
    }

    /// <summary>A part as XML; null if there is no such part.</summary>
    public XDocument? Xml(string part)
    {
        if (Bytes(part) is not { } bytes) return null;
        using var reader = Reader(bytes);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static XmlReader Reader(byte[] bytes) =>
        XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    });

    /// <summary>An unused part name, such as <c>xl/comments3.xml</c>.</summary>
    public string FreeName(string start, string end)
    {
        for (var i = 1; ; i++)
            if ($"{start}{i}{end}" is var name && !Has(name)) return name;
    }

    /// <summary>The bytes of the edited package.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var name in Package.Names)
            {
                var part = name.Replace('\\', '/').TrimStart('/');
                written.Add(part);
                if (_removed.Contains(part)) continue;
                using var target = PackageWriter.Open(zip, name);
                target.Write(PartCleaner.Clean(part, Bytes(part)!));
            }
            foreach (var (name, bytes) in _changed.Where(c => !written.Contains(c.Key))
                .OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                using var target = PackageWriter.Open(zip, name);
                target.Write(PartCleaner.Clean(name, bytes));
            }
        }
        return stream.ToArray();
    }
}
