using System.Collections.Frozen;
using System.Text.Json;
using ReportGen.Files;

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
            using var json = JsonDocument.Parse(RegularFile.ReadBytes(list, 4 << 20));
            var faces = json.RootElement.GetProperty("faces").EnumerateArray()
                .Select(FontFace.Of)
                .Where(f => Path.GetFileName(f.File) == f.File && File.Exists(Path.Combine(folder!, f.File))).ToList();
            return new(
                faces.ToFrozenDictionary(f => f.File, f => Path.Combine(folder!, f.File), StringComparer.Ordinal),
                string.Concat(faces.SelectMany(f => Rules(f, new FileInfo(Path.Combine(folder!, f.File)), faces))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            return new(FrozenDictionary<string, string>.Empty, "");
        }
    }

    /// <summary>Returns the path of a listed font; null if it is not listed.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name);

    // A font of another script is in no list of the style sheets: for its characters it is part of the families that it names,
    // in the weights that they have. In another weight it would be a family without all other characters.
    // The URL changes with the file, so that browsers may cache it forever.
    private static IEnumerable<string> Rules(FontFace face, FileInfo file, IReadOnlyCollection<FontFace> all)
    {
        var source = string.Create(CultureInfo.InvariantCulture,
            $"src:url(\"/fonts/{file.Name}?{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\")");
        if (face.Ranges.IsEmpty) return [Rule(face.Family, face.Weight, source)];
        var ranges = $"unicode-range:{string.Join(',', face.Ranges.Select(r => $"U+{r}"))};";
        return from family in face.Supplements
               let own = all.Where(f => f.Ranges.IsEmpty && f.Family == family)
               from weight in own.Select(f => f.Weight).DefaultIfEmpty(face.Weight)
               select Rule(family, weight, ranges + source);
    }

    private static string Rule(string family, int weight, string rest) => string.Create(CultureInfo.InvariantCulture,
        $"@font-face{{font-family:\"{family}\";font-weight:{weight};font-display:block;{rest}}}\n");

    /// <summary>An entry of fonts.json.</summary>
    private sealed record FontFace(
        string File, string Family, int Weight, ImmutableArray<string> Ranges, ImmutableArray<string> Supplements)
    {
        public static FontFace Of(JsonElement face) => new(
            face.GetProperty("file").GetString()!, face.GetProperty("family").GetString()!, face.GetProperty("weight").GetInt32(),
            Texts(face, "ranges"), Texts(face, "supplements"));

        private static ImmutableArray<string> Texts(JsonElement face, string name) =>
            face.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(t => t.GetString()!)] : [];
    }
}
