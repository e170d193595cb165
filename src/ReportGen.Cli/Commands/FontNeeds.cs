using System.Text.RegularExpressions;
using ReportGen.Definitions;
using ReportGen.Printing;

namespace ReportGen.Cli.Commands;

/// <summary>The font lists that styles name: which family is wanted first, and what may stand in for it.</summary>
internal static partial class FontNeeds
{
    private static readonly string[] StyleEndings = [".css", ".sbn-html", ".html"];

    /// <summary>What the editions of a catalog need, each list once.</summary>
    public static ImmutableArray<FontNeed> Of(KindCatalog catalog) =>
    [
        .. from kind in catalog.All
           from list in In(kind.Folder).Concat(In(Path.Combine(catalog.Folder, "_shared")))
           group $"{kind.Id}/{kind.Edition}" by string.Join('\n', list) into need
           select new FontNeed(string.Join(", ", need.Distinct()), [.. need.Key.Split('\n')]),
    ];

    /// <summary>The lists in a folder's styles and templates, each once: family names in order of preference.</summary>
    public static ImmutableArray<ImmutableArray<string>> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => StyleEndings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)
            .SelectMany(f => FontList().Matches(File.ReadAllText(f)).Where(m => !m.Groups["any"].Success).Select(m => m.Value))
            .Distinct().Select(Families).Where(f => f.Length > 0),
    ];

    private static ImmutableArray<string> Families(string list) => [.. Name().Matches(list).Select(m => m.Groups[1].Value)];

    // Names in quotation marks, ended by a generic family: a font list, wherever it stands. One that begins with the system's
    // own is for the screen and takes what there is.
    [GeneratedRegex("""(?<any>system-ui\s*,\s*)?(?:"[^"\r\n]+"\s*,\s*)+(?:serif|sans-serif|monospace)\b""", RegexOptions.NonBacktracking)]
    private static partial Regex FontList();

    [GeneratedRegex("\"([^\"\r\n]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
