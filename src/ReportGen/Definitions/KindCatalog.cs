using System.Text.RegularExpressions;
using ReportGen.Definitions.Reading;
using ReportGen.Files;

namespace ReportGen.Definitions;

/// <summary>The kinds of report in a templates folder, with their editions. Immutable.</summary>
public sealed partial class KindCatalog
{
    private const long LargestFile = 512 << 10;

    private readonly ImmutableSortedDictionary<string, ImmutableArray<KindDefinition>> _kinds;

    private KindCatalog(
        string folder, ImmutableSortedDictionary<string, ImmutableArray<KindDefinition>> kinds, ImmutableArray<string> broken) =>
        (Folder, _kinds, Broken) = (folder, kinds, broken);

    /// <summary>The templates folder, as a full path.</summary>
    public string Folder { get; }

    /// <summary>The ids of the kinds, in ordinal order.</summary>
    public ImmutableArray<string> Kinds => [.. _kinds.Keys];

    /// <summary>
    /// The ids of the kinds with an error, in ordinal order. Such a kind has no editions: the others would find errors in
    /// workbooks that were made for the edition with the error.
    /// </summary>
    internal ImmutableArray<string> Broken { get; }

    /// <summary>All editions of all kinds.</summary>
    public IEnumerable<KindDefinition> All => _kinds.Values.SelectMany(e => e);

    /// <summary>The language of all kinds; null if they differ, or none states one.</summary>
    public Language? Language => All.Select(k => k.Language).Distinct().ToArray() is [var only] ? only : null;

    /// <summary>
    /// Loads the kinds of a templates folder. Each subfolder is a kind, unless its name starts with <c>_</c> or <c>.</c>; each
    /// folder in it with a <c>kind.yaml</c> is an edition. All ids are verified.
    /// </summary>
    /// <param name="templatesFolder">The templates folder.</param>
    /// <param name="readRules">
    /// Reads the rule files of an edition whose definition has no errors, and reports errors in them to their YAML nodes. A
    /// kind with such errors is rejected too. Called concurrently for several editions.
    /// </param>
    /// <returns>The catalogue of all kinds without errors, with the errors of the others; null if there is no such
    /// folder.</returns>
    public static Outcome<KindCatalog> Load(string templatesFolder, Action<KindDefinition> readRules)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(templatesFolder));
        if (!Directory.Exists(root))
            return new(null, [DefinitionMessages.NoTemplatesFolder(new FileLocation { File = templatesFolder })]);
        var findings = new List<Diagnostic>();
        var loaded = Folders(root).ToImmutableSortedDictionary(f => Path.GetFileName(f),
            f => LoadKind(root, f, readRules), StringComparer.Ordinal);
        findings.AddRange(loaded.Values.SelectMany(k => k.Findings));
        var broken = loaded.Where(k => k.Value.Findings.Any(f => f.Severity == Severity.Error)).Select(k => k.Key)
            .ToImmutableArray();
        var kinds = loaded.ToImmutableSortedDictionary(k => k.Key, k => broken.Contains(k.Key) ? [] : k.Value.Editions,
            StringComparer.Ordinal);
        if (kinds.IsEmpty) findings.Add(DefinitionMessages.NoKind(new FileLocation { File = templatesFolder }));
        return new(new KindCatalog(root, kinds, broken), [.. findings.Distinct()]);
    }

    /// <summary>
    /// Finds the language that the kinds of a templates folder state, without reading and verifying them, which takes much
    /// longer; null if none states one, if they differ, or if they cannot be read.
    /// </summary>
    public static Language? FindLanguage(string templatesFolder)
    {
        try
        {
            if (!Directory.Exists(templatesFolder)) return null;
            var stated = Folders(templatesFolder).SelectMany(Folders).Select(f => Path.Combine(f, KindReader.FileName))
                .Where(File.Exists).Select(f => LanguageKey().Match(RegularFile.ReadText(f, LargestFile)))
                .Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct().ToArray();
            return stated is [var only] ? only == "zh" ? Diagnostics.Language.Chinese : Diagnostics.Language.English : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The editions of a kind, oldest first; empty if there is no such kind.</summary>
    public ImmutableArray<KindDefinition> Editions(string kind) => _kinds.GetValueOrDefault(kind, []);

    /// <summary>The edition required for reports on <paramref name="year"/>; the newest if null. Null if none.</summary>
    public KindDefinition? Find(string kind, int? year) =>
        year is { } y ? Editions(kind).FirstOrDefault(e => e.IsFor(y)) : Editions(kind).LastOrDefault();

    /// <summary>Like <see cref="Find"/>, with a finding if there is no such kind or edition.</summary>
    public Outcome<KindDefinition> Choose(string kind, int? year)
    {
        if (Find(kind, year) is { } found) return new(found, []);
        if (Broken.Contains(kind)) return new(null, [DefinitionMessages.Broken(kind)]);
        return new(null, [Editions(kind).IsEmpty || year is null
            ? DefinitionMessages.UnknownKind(kind, Kinds)
            : DefinitionMessages.NoEditionForYear(kind, year.Value, Editions(kind).Select(e => e.Edition))]);
    }

    private static (ImmutableArray<KindDefinition> Editions, ImmutableArray<Diagnostic> Findings) LoadKind(
        string root, string folder, Action<KindDefinition> readRules)
    {
        var reading = Folders(folder).Where(f => File.Exists(Path.Combine(f, KindReader.FileName)))
            .Select(f => Task.Run(() => KindReader.Read(root, f, readRules))).ToArray();
        var outcomes = reading.Select(r => r.GetAwaiter().GetResult()).ToArray();
        ImmutableArray<KindDefinition> editions =
            [.. outcomes.Select(o => o.Value).OfType<KindDefinition>().OrderBy(k => k.Years.From ?? int.MinValue)
                .ThenBy(k => k.Edition, StringComparer.Ordinal)];
        var overlaps =
            editions.Zip(editions.Skip(1)).Where(p => (p.First.Years.To ?? int.MaxValue) >= (p.Second.Years.From ?? int.MinValue))
            .Select(p => DefinitionMessages.YearsOverlap(FileOf(p.Second), p.Second.Edition, p.First.Edition));
        ImmutableArray<Diagnostic> empty =
            outcomes.Length == 0 ? [DefinitionMessages.NoEdition(new FileLocation { File = folder })] : [];
        return (editions, [.. outcomes.SelectMany(o => o.Diagnostics), .. empty, .. overlaps]);
    }

    private static FileLocation FileOf(KindDefinition kind) => new() { File = Path.Combine(kind.Folder, KindReader.FileName) };

    [GeneratedRegex("""^language:\s*["']?(zh|en)["']?\s*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LanguageKey();

    private static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder).Where(f => Path.GetFileName(f)[0] is not ('_' or '.'))
            .Order(StringComparer.Ordinal);
}
