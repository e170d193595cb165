using System.IO.Enumeration;

namespace ReportGen.Cli.Inputs;

/// <summary>
/// A pattern of paths for shells that leave them to the program: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number
/// of folders. A name that exists as it is written is no pattern.
/// </summary>
internal static class GlobPattern
{
    private static readonly EnumerationOptions Shallow = new() { IgnoreInaccessible = true };

    /// <summary>Whether a path is meant as a pattern.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?') && !Path.Exists(path);

    /// <summary>The files that a pattern means, in deterministic order.</summary>
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
            ? Named(folder, name, Directory.EnumerateFiles(Real(folder), "*", Shallow))
            : Folders(folder, name).SelectMany(f => Walk(f, names[1..]));
    }

    // A folder that is hidden, or leads elsewhere, is not gone into.
    private static IEnumerable<string> Folders(string folder, string name) => name.AsSpan().ContainsAny('*', '?')
        ? Named(folder, name, new DirectoryInfo(Real(folder)).EnumerateDirectories("*", Shallow).Where(d => d.LinkTarget is null && d.Name[0] != '.').Select(d => d.FullName))
        : [Path.Combine(folder, name)];

    private static IEnumerable<string> Named(string folder, string pattern, IEnumerable<string> paths) =>
        paths.Select(p => Path.GetFileName(p)).Where(n => FileSystemName.MatchesSimpleExpression(pattern, n)).Select(n => Path.Combine(folder, n));

    private static string Real(string folder) => folder.Length == 0 ? "." : folder;
}
