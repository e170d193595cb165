using System.IO.Enumeration;

namespace ReportGen.Cli.Inputs;

/// <summary>
/// Expands path patterns, for shells that do not: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders. A
/// path that exists is not a pattern.
/// </summary>
internal static class GlobPattern
{
    private static readonly EnumerationOptions s_shallow = new() { IgnoreInaccessible = true };

    /// <summary>Whether a path is a pattern.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?') && !Path.Exists(path);

    /// <summary>Returns the distinct files that match a pattern, in ordinal order.</summary>
    public static IEnumerable<string> Files(string pattern)
    {
        var names = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var plain = names.TakeWhile(n => !n.AsSpan().ContainsAny('*', '?')).Count();
        var root = string.Join(Path.DirectorySeparatorChar, names[..plain]);
        if (root.Length == 0 && plain > 0) root = Path.DirectorySeparatorChar.ToString();
        return Walk(root, names.AsMemory(plain)).Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Walk(string folder, ReadOnlyMemory<string> names)
    {
        if (folder.Length > 0 && !Directory.Exists(folder)) return [];
        var name = names.Span[0];
        if (name == "**")
        {
            var rest = names.Length > 1 ? names[1..] : new[] { "*" };
            return Walk(folder, rest).Concat(Folders(folder, "*").SelectMany(f => Walk(f, names)));
        }

        return names.Length == 1
            ? Named(folder, name, Directory.EnumerateFiles(Real(folder), "*", s_shallow))
            : Folders(folder, name).SelectMany(f => Walk(f, names[1..]));
    }

    // Hidden folders and links are not entered.
    private static IEnumerable<string> Folders(string folder, string name) => name.AsSpan().ContainsAny('*', '?')
        ? Named(folder, name, new DirectoryInfo(Real(folder)).EnumerateDirectories("*", s_shallow)
            .Where(d => d.LinkTarget is null && d.Name[0] != '.').Select(d => d.FullName))
        : [Path.Combine(folder, name)];

    private static IEnumerable<string> Named(string folder, string pattern, IEnumerable<string> paths) =>
        paths.Select(p => Path.GetFileName(p)).Where(n => FileSystemName.MatchesSimpleExpression(pattern, n))
            .Select(n => Path.Combine(folder, n));

    private static string Real(string folder) => folder.Length == 0 ? "." : folder;
}
