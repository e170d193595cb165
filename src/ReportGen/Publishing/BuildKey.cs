using System.Security.Cryptography;

namespace ReportGen.Publishing;

/// <summary>
/// A digest of everything that a result depends on: the workbook's content, templates, theme, fonts, the versions of
/// program and browser, the options. Equal keys mean equal results, so that an unchanged report need not be built again.
/// </summary>
public sealed class BuildKey
{
    private readonly SortedDictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <summary>Adds a named part: a version, an option, a digest.</summary>
    public BuildKey Add(string name, string value)
    {
        _parts[name] = value;
        return this;
    }

    /// <summary>Adds the content of files. A file that does not exist counts as such.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public BuildKey AddFiles(string name, IEnumerable<string> paths)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
            _parts[$"{name}/{path}"] = File.Exists(path) ? DigestOfFile(path) : "missing";
        return this;
    }

    /// <summary>The digest: 64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        var text = string.Join('\n', _parts.Select(p => $"{p.Key.Length}:{p.Key}={p.Value.Length}:{p.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string DigestOfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
