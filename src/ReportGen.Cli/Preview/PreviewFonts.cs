using System.Collections.Frozen;
using System.Text.Json;

namespace ReportGen.Cli.Preview;

/// <summary>The bundled fonts, the same files that the printer uses, as <c>@font-face</c>. Immutable.</summary>
internal sealed class PreviewFonts
{
    private readonly FrozenDictionary<string, string> _paths;

    private PreviewFonts(FrozenDictionary<string, string> paths, string css) => (_paths, Css) = (paths, css);

    /// <summary>The style sheet with the font faces; empty if there are no fonts.</summary>
    public string Css { get; }

    /// <summary>Loads the list of fonts in a folder; no fonts if the folder is null or its list cannot be read.</summary>
    public static PreviewFonts Load(string? folder)
    {
        var list = folder is null ? null : Path.Combine(folder, "fonts.json");
        if (!File.Exists(list)) return new(FrozenDictionary<string, string>.Empty, "");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(list));
            var faces = json.RootElement.GetProperty("faces").EnumerateArray()
                .Select(
                    f => (File: f.GetProperty("file").GetString()!, Family: f.GetProperty("family").GetString()!,
                        Weight: f.GetProperty("weight").GetInt32()))
                .Where(f => Path.GetFileName(f.File) == f.File && File.Exists(Path.Combine(folder!, f.File))).ToList();
            return new(
                faces.ToFrozenDictionary(f => f.File, f => Path.Combine(folder!, f.File), StringComparer.Ordinal),
                string.Concat(faces.Select(f => Face(Path.Combine(folder!, f.File), f.Family, f.Weight))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            return new(FrozenDictionary<string, string>.Empty, "");
        }
    }

    /// <summary>Returns the path of a listed font; null if it is not listed.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name);

    // The URL changes with the file, so that browsers may cache it forever.
    private static string Face(string path, string family, int weight)
    {
        var info = new FileInfo(path);
        var version = string.Create(CultureInfo.InvariantCulture, $"{info.Length:x}-{info.LastWriteTimeUtc.Ticks:x}");
        return string.Create(CultureInfo.InvariantCulture,
            $"@font-face{{font-family:\"{family}\";font-weight:{weight};font-display:block;"
                + $"src:url(\"/fonts/{info.Name}?{version}\")}}\n");
    }
}
