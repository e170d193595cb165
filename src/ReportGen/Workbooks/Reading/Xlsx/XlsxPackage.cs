using System.IO.Compression;

namespace ReportGen.Workbooks.Reading.Xlsx;

/// <summary>
/// The parts of an Office Open XML package, by name. Names are compared ignoring case and the direction of slashes, as
/// programs differ in both. Nothing is unpacked to disk, so names cannot point outside the package.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ZipArchive _archive;
    private readonly WorkbookLimits _limits;
    private readonly InflationBudget _budget;

    private XlsxPackage(ZipArchive archive, string file, WorkbookLimits limits, long fileBytes) =>
        (_archive, File, _limits, _budget) = (archive, file, limits, new InflationBudget(file, limits, fileBytes));

    /// <summary>The path shown in findings.</summary>
    public string File { get; }

    /// <summary>Reads the directory of a package.</summary>
    /// <exception cref="WorkbookRefusedException">The package is damaged, has too many parts, or has a duplicate
    /// name.</exception>
    public static XlsxPackage Open(ReadOnlyMemory<byte> content, string file, WorkbookLimits limits)
    {
        var archive = OpenArchive(content, file);
        var package = new XlsxPackage(archive, file, limits, content.Length);
        try
        {
            package.Index();
            return package;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>The name of the main part: the target of the relationship, or the usual name.</summary>
    public string MainPart =>
        Relationship.Read(this, "").Find(l => l.Kind == "officeDocument")?.Target is { } linked && Has(linked)
            ? linked : "xl/workbook.xml";

    public bool Has(string part) => _parts.ContainsKey(part);

    public bool HasFolder(string folder) => _parts.Keys.Any(k => k.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a reader for a part; null if there is no such part.</summary>
    public PartReader? Read(string part) =>
        _parts.TryGetValue(part, out var entry) ? new PartReader(Open(entry), File, _limits, _budget) : null;

    /// <summary>The bytes of a part; null if there is no such part.</summary>
    public byte[]? Bytes(string part) => _parts.TryGetValue(part, out var entry) ? Inflate(entry) : null;

    /// <summary>The names of all parts as stored, in package order.</summary>
    public IEnumerable<string> Names => _archive.Entries.Where(e => !e.FullName.EndsWith('/')).Select(e => e.FullName);

    public void Dispose() => _archive.Dispose();

    private BoundedStream Open(ZipArchiveEntry entry) => new(entry.Open(), _budget);

    private byte[] Inflate(ZipArchiveEntry entry)
    {
        using var source = Open(entry);
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }

    private static ZipArchive OpenArchive(ReadOnlyMemory<byte> content, string file)
    {
        try
        {
            return new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw new WorkbookRefusedException(FileMessages.Damaged(file, "ZIP"));
        }
    }

    private void Index()
    {
        WorkbookRefusedException.ThrowIfOver(File, _archive.Entries.Count, _limits.Entries, "内部文件数", "parts");
        foreach (var entry in _archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (name.EndsWith('/')) continue;
            if (!_parts.TryAdd(name, entry)) throw new WorkbookRefusedException(FileMessages.Hostile(File, $"{name} ×2"));
        }
    }
}
