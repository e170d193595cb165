using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ReportGen.Cli.Preview;

/// <summary>The files of the preview page, embedded in the program.</summary>
internal static class PageFiles
{
    private const string Prefix = "preview/";

    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8", [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8", [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, PageFile> s_files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(n => n[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>Returns a file by name; null if none.</summary>
    public static PageFile? Find(string name) => s_files.GetValueOrDefault(name);

    private static PageFile Read(string resource)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(content, s_types[Path.GetExtension(resource)],
            $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
    }
}

/// <summary>An embedded file.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Tag">Its entity tag.</param>
internal sealed record PageFile(ReadOnlyMemory<byte> Content, string Type, string Tag);
