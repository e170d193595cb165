namespace ReportGen.Documents;

/// <summary>
/// The files that the templates of an edition may use, by name: those in its own folder, then beside its main templates,
/// then in its kind's folder, then in <c>_shared</c> beside the kinds. All are read at once; a name that is none of them
/// leads nowhere.
/// </summary>
internal sealed class TemplateFolders
{
    /// <summary>The folder beside the kinds whose files all of them may use.</summary>
    public const string Shared = "_shared";

    private const long LargestFile = 4 << 20;

    private readonly ImmutableDictionary<string, string> _paths;
    private readonly ImmutableDictionary<string, string> _texts;

    private TemplateFolders(ImmutableDictionary<string, string> paths, ImmutableDictionary<string, string> texts, ImmutableArray<Diagnostic> diagnostics)
    {
        _paths = paths;
        _texts = texts;
        Diagnostics = diagnostics;
        Files = [.. texts.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The full paths of all files.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>Reads the folders of an edition.</summary>
    /// <param name="editionFolder">The edition's folder.</param>
    /// <param name="templates">The full paths of its main templates.</param>
    public static TemplateFolders Read(string editionFolder, IEnumerable<string> templates)
    {
        var edition = Path.TrimEndingDirectorySeparator(Path.GetFullPath(editionFolder));
        var kind = Path.GetDirectoryName(edition) ?? edition;
        var shared = Path.Combine(Path.GetDirectoryName(kind) ?? kind, Shared);
        var paths = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var texts = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        string[] folders = [edition, .. templates.Select(t => Path.GetDirectoryName(t)!), kind, shared];
        foreach (var folder in folders.Distinct().Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", Below(folder == shared)).Where(IsWanted))
                Add(folder, path, paths, texts, findings);
        }

        return new(paths.ToImmutable(), texts.ToImmutable(), findings.DrainToImmutable());
    }

    /// <summary>The full path of a file by its name; null when there is none.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name.Replace('\\', '/'));

    /// <summary>The text of a file by its full path; null when it was not read.</summary>
    public string? TextOf(string path) => _texts.GetValueOrDefault(path);

    private static SearchOption Below(bool all) => all ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;

    private static bool IsWanted(string path) => Path.GetExtension(path) is ".sbn-html" or ".sbn-md" or ".css";

    private static void Add(
        string folder, string path, ImmutableDictionary<string, string>.Builder paths,
        ImmutableDictionary<string, string>.Builder texts, ImmutableArray<Diagnostic>.Builder findings)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new IOException($"over {LargestFile >> 20} MB");
            texts[path] = File.ReadAllText(path);
            paths.TryAdd(Path.GetRelativePath(folder, path).Replace('\\', '/'), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(DocumentMessages.Unreadable(path, error.Message));
        }
    }
}
