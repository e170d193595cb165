using System.Security.Cryptography;
using ReportGen.Files;

namespace ReportGen.Publishing;

/// <summary>
/// Builds a digest of everything that a result depends on: the workbook's content, templates, fonts, the versions of program and
/// browser, options. Equal keys mean equal results, so an unchanged report need not be built again. Not thread-safe.
/// </summary>
internal sealed class BuildKey
{
    private readonly SortedDictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <summary>Adds or replaces a named part, such as a version, an option or a digest. Returns this instance.</summary>
    public BuildKey Add(string name, string value)
    {
        _parts[name] = value;
        return this;
    }

    /// <summary>Adds the content of files; a missing file has a digest of its own. Returns this instance.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public BuildKey AddFiles(string name, IEnumerable<string> paths)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
            _parts[$"{name}/{path}"] = File.Exists(path) ? DigestOfFile(path) : "missing";
        return this;
    }

    /// <summary>Returns the digest: 64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        var text = string.Join('\n', _parts.Select(p => $"{p.Key.Length}:{p.Key}={p.Value.Length}:{p.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string DigestOfFile(string path)
    {
        using var stream = RegularFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
