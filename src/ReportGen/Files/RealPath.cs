namespace ReportGen.Files;

/// <summary>Resolves links, so that a file can be held to a folder.</summary>
public static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>Returns the full path without links in any of its parts.</summary>
    /// <exception cref="IOException">There are too many links, such as a cycle.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var links = 0; FirstLink(full) is var (link, target); links++)
        {
            if (links == MaxLinks) throw new IOException("链接太多 (too many links)");
            var rest = full[link.Length..].TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
            full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(target, rest)));
        }

        return full;
    }

    /// <summary>Whether a path is below a folder once all links are resolved. False if it cannot be resolved.</summary>
    public static bool IsBelow(string path, string folder)
    {
        try
        {
            var start = Of(folder);
            if (!Path.EndsInDirectorySeparator(start)) start += Path.DirectorySeparatorChar;
            return Of(path).StartsWith(start, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a path itself is a link. On Windows, a file in the cloud is none.</summary>
    public static bool IsLink(string path) => TargetOf(path) is not null;

    private static (string Link, string Target)? FirstLink(string full)
    {
        for (var end = full.IndexOf(Path.DirectorySeparatorChar, Path.GetPathRoot(full)!.Length); ;
            end = full.IndexOf(Path.DirectorySeparatorChar, end + 1))
        {
            var part = end < 0 ? full : full[..end];
            if (TargetOf(part) is { } target) return (part, Path.GetFullPath(target, Path.GetDirectoryName(part) ?? part));
            if (end < 0) return null;
        }
    }

    private static string? TargetOf(string path) => new FileInfo(path).LinkTarget;
}
