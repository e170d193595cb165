using System.Text.RegularExpressions;
using ReportGen.Definitions;
using ReportGen.Files;
using ReportGen.Printing;

namespace ReportGen.Cli.Commands;

/// <summary>Finds the font lists in style sheets and templates: the preferred family and its alternatives.</summary>
internal static partial class FontNeeds
{
    private static readonly string[] s_styleEndings = [".css", ".sbn-html", ".html"];

    /// <summary>Returns the font lists of all editions of a catalog, without duplicates.</summary>
    public static ImmutableArray<FontNeed> Of(KindCatalog catalog) =>
    [
        .. from kind in catalog.All
           from list in In(kind.Folder).Concat(In(Path.Combine(catalog.Folder, "_shared")))
           group $"{kind.Id}/{kind.Edition}" by string.Join('\n', list) into need
           select new FontNeed(string.Join(", ", need.Distinct()), [.. need.Key.Split('\n')]),
    ];

    /// <summary>Returns the distinct font lists in a folder, in order of preference; empty if the folder is missing.</summary>
    public static ImmutableArray<ImmutableArray<string>> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => s_styleEndings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)
            .SelectMany(f => FontList().Matches(TextOf(f)).Where(m => !m.Groups["any"].Success).Select(m => m.Value))
            .Distinct().Select(Families).Where(f => f.Length > 0),
    ];

    private static string TextOf(string file)
    {
        try
        {
            return RegularFile.ReadText(file, 4 << 20);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reported when the template is used.
            return "";
        }
    }

    private static ImmutableArray<string> Families(string list) => [.. Name().Matches(list).Select(m => m.Groups[1].Value)];

    // A font list is a list of quoted names that ends with a generic family. Lists that start with system-ui are for the screen.
    [GeneratedRegex("""(?<any>system-ui\s*,\s*)?(?:"[^"\r\n]+"\s*,\s*)+(?:serif|sans-serif|monospace)\b""",
        RegexOptions.NonBacktracking)]
    private static partial Regex FontList();

    [GeneratedRegex("\"([^\"\r\n]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
