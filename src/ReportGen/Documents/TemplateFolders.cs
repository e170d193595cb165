using ReportGen.Files;
using ReportGen.Templating.Names;

namespace ReportGen.Documents;

/// <summary>
/// The files that the templates of an edition may use, by name: those in the folder of the edition, then beside its main
/// templates, then in the folder of the kind, then in <c>_shared</c> beside the kinds, then in that of the program. All are read
/// at once; other names are not found.
/// </summary>
internal sealed class TemplateFolders : ITemplateFiles
{
    /// <summary>The folder beside the kinds whose files all kinds may use, and the one of the program for others.</summary>
    public const string Shared = "_shared";

    private const long LargestFile = 4 << 20;

    private static readonly string s_ofProgram = Path.Combine(AppContext.BaseDirectory, "templates", Shared);

    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    private readonly string _root;

    private TemplateFolders(string root) => _root = root;

    /// <summary>The files that could not be read.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <inheritdoc/>
    public IEnumerable<string> Names => _paths.Keys;

    /// <summary>The full paths of all files, sorted.</summary>
    public ImmutableArray<string> Files { get; private set; }

    /// <summary>Reads the folders of an edition.</summary>
    /// <param name="root">
    /// The templates folder: a file in it that leads outside is refused. A file in another folder must not lead out of that.
    /// </param>
    /// <param name="editionFolder">The edition's folder.</param>
    /// <param name="templates">The full paths of its main templates.</param>
    public static TemplateFolders Read(string root, string editionFolder, IEnumerable<string> templates)
    {
        var edition = Path.TrimEndingDirectorySeparator(Path.GetFullPath(editionFolder));
        var kind = Path.GetDirectoryName(edition) ?? edition;
        var shared = Path.Combine(Path.GetDirectoryName(kind) ?? kind, Shared);
        var read = new TemplateFolders(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)));
        string[] folders = [edition, .. templates.Select(t => Path.GetDirectoryName(t)!), kind, shared, s_ofProgram];
        foreach (var folder in folders.Distinct().Where(Directory.Exists))
        {
            var isShared = Path.GetFileName(folder) == Shared;
            foreach (var path in Directory.EnumerateFiles(folder, "*", Below(isShared)).Where(IsWanted)) read.Add(folder, path);
        }

        read.Files = [.. read._texts.Keys.Order(StringComparer.Ordinal)];
        return read;
    }

    /// <summary>The folder of shared files with a template: that beside the kinds, otherwise that of the program.</summary>
    public static string SharedWith(string template, string templatesFolder)
    {
        var own = Path.Combine(templatesFolder, Shared);
        return File.Exists(Path.Combine(own, template)) || !File.Exists(Path.Combine(s_ofProgram, template)) ? own : s_ofProgram;
    }

    /// <summary>The full path of a file by name; null if none.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name.Replace('\\', '/'));

    /// <summary>The text of a file by full path; null if it was not read.</summary>
    public string? TextOf(string path) => _texts.GetValueOrDefault(path);

    // A link to a folder above itself must not be followed forever.
    private static EnumerationOptions Below(bool all) =>
        new() { RecurseSubdirectories = all, MaxRecursionDepth = 8, AttributesToSkip = 0, IgnoreInaccessible = false };

    private static bool IsWanted(string path) => Path.GetExtension(path) is ".sbn-html" or ".sbn-md" or ".css";

    private void Add(string folder, string path)
    {
        try
        {
            var bound = folder.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? _root : folder;
            if (!RealPath.IsBelow(path, bound))
            {
                _diagnostics.Add(DocumentMessages.OutsideRoot(path));
                return;
            }

            _texts[path] = RegularFile.ReadText(path, LargestFile);
            _paths.TryAdd(Path.GetRelativePath(folder, path).Replace('\\', '/'), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _diagnostics.Add(DocumentMessages.Unreadable(path, error.Message));
        }
    }
}
