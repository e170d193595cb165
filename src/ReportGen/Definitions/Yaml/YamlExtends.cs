using ReportGen.Files;

namespace ReportGen.Definitions.Yaml;

/// <summary>
/// Resolves <c>extends: ../2021/kind.yaml</c>. Keys of the file replace those of the base. If both have a list whose
/// entries have an <c>id</c>, an entry replaces the base's entry with the same id in its position, new entries are
/// appended, and <c>{ id: x, omit: true }</c> removes an entry.
/// </summary>
internal static class YamlExtends
{
    private const int MaxChain = 4;

    /// <summary>
    /// Reads a file and those it extends, and adds their full paths to <paramref name="files"/>. All files must be below
    /// <paramref name="root"/>.
    /// </summary>
    /// <returns>The merged map; null, with findings, if a file cannot be read.</returns>
    public static YamlMap? ReadFile(string file, string root, ICollection<Diagnostic> findings, ICollection<string> files)
    {
        var chain = new List<string>();
        var map = Read(Path.GetFullPath(file), Path.GetFullPath(root), findings, chain);
        foreach (var read in chain) files.Add(read);
        return map;
    }

    private static YamlMap? Read(string file, string root, ICollection<Diagnostic> findings, List<string> chain)
    {
        chain.Add(file);
        if (File.Exists(file) && !RealPath.IsBelow(file, root))
        {
            findings.Add(YamlMessages.LinkOutside(new FileLocation { File = file }));
            return null;
        }

        if (YamlReader.ReadFile(file, findings) is not { } map) return null;
        if (map.Scalar("extends") is not { } reference) return map;
        var target = Path.GetFullPath(reference.Value, Path.GetDirectoryName(file)!);
        if (ErrorIn(reference, target, root, chain) is { } error)
        {
            reference.Report(error);
            return null;
        }

        return Read(target, root, findings, chain) is { } under ? Merge(under, map) : null;
    }

    private static Diagnostic? ErrorIn(YamlText reference, string target, string root, List<string> chain)
    {
        if (!IsUnder(target, root)) return YamlMessages.OutsideRoot(reference);
        if (chain.Contains(target) || chain.Count >= MaxChain) return YamlMessages.CyclicExtends(reference, MaxChain);
        return File.Exists(target) ? null : YamlMessages.NoSuchFile(reference);
    }

    /// <summary>Whether a path is below a folder. Both are full paths.</summary>
    internal static bool IsUnder(string path, string root) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static YamlMap Merge(YamlMap under, YamlMap over)
    {
        var own = over.Entries.Where(e => e.Key.Value != "extends").ToDictionary(e => e.Key.Value);
        var merged = under.Entries.Select(
            e => own.Remove(e.Key.Value, out var mine) ? (mine.Key, MergeValue(e.Value, mine.Value)) : e);
        ImmutableArray<(YamlText, YamlNode)> entries = [.. merged];
        var rest = over.Entries.Where(e => own.ContainsKey(e.Key.Value));
        return new YamlMap(over.Source, over.Location.Line, over.Location.Column, [.. entries, .. rest]);
    }

    private static YamlNode MergeValue(YamlNode under, YamlNode over)
    {
        if (under is not YamlList a || over is not YamlList b || a.Items.Any(i => Id(i) is null)
            || b.Items.Any(i => Id(i) is null))
        {
            return over;
        }

        var own = b.Items.GroupBy(i => Id(i)!).ToDictionary(g => g.Key, g => g.ToArray());
        var items = a.Items.SelectMany(i => own.Remove(Id(i)!, out var mine) ? mine : [i]).ToArray();
        var rest = b.Items.Where(i => own.ContainsKey(Id(i)!));
        return new YamlList(b.Source, b.Location.Line, b.Location.Column, [.. items.Concat(rest).Where(i => !IsOmitted(i))]);
    }

    private static string? Id(YamlNode node) => Value(node, "id");

    private static bool IsOmitted(YamlNode node) => Value(node, "omit") == "true";

    private static string? Value(YamlNode node, string key) =>
        ((node as YamlMap)?.Entries.FirstOrDefault(e => e.Key.Value == key).Value as YamlText)?.Value;
}
