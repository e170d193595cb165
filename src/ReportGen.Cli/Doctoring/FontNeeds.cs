using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportGen.Cli.Doctoring;

/// <summary>The font lists that styles name: which family is wanted first, and what may stand in for it.</summary>
internal static partial class FontNeeds
{
    private static readonly string[] StyleEndings = [".css", ".sbn-html", ".html"];

    /// <summary>The lists in a folder's styles and templates, each once: family names in order of preference.</summary>
    public static ImmutableArray<ImmutableArray<string>> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => StyleEndings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)
            .SelectMany(f => FontList().Matches(File.ReadAllText(f)).Select(m => m.Value))
            .Distinct().Select(Families).Where(f => f.Length > 0),
    ];

    private static ImmutableArray<string> Families(string list) => [.. Name().Matches(list).Select(m => m.Groups[1].Value)];

    // Names in quotation marks, ended by a generic family: a font list, wherever it stands.
    [GeneratedRegex("""(?:"[^"\r\n]+"\s*,\s*)+(?:serif|sans-serif|monospace)\b""", RegexOptions.NonBacktracking)]
    private static partial Regex FontList();

    [GeneratedRegex("\"([^\"\r\n]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
