using System.Security.Cryptography;
using ReportGen.Files;
using ReportGen.Model;
using ReportGen.Printing;

namespace ReportGen.Cli.Preview;

/// <summary>A snapshot of a templates folder, with the files that each report depends on. Immutable.</summary>
internal sealed class LoadedTemplates
{
    private static readonly string[] s_extensions = [".yaml", ".yml", ".css", ".sbn-html", ".sbn-md"];
    private static readonly EnumerationOptions s_deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
    private readonly string _folder;
    private readonly ImmutableDictionary<string, string> _digests;

    private LoadedTemplates(string folder, Outcome<ReportPipeline> loaded, ImmutableDictionary<string, string> digests)
    {
        _folder = folder;
        _digests = digests;
        Pipeline = loaded.Value;
        Errors = [.. loaded.Diagnostics.Where(d => d.Severity == Severity.Error)];
    }

    /// <summary>The pipeline; null if there is no usable kind.</summary>
    public ReportPipeline? Pipeline { get; }

    /// <summary>The errors in the definitions.</summary>
    public ImmutableArray<Diagnostic> Errors { get; }

    /// <summary>Loads a templates folder.</summary>
    public static LoadedTemplates Load(string folder, IPdfPrinter printer)
    {
        var digests = Files(folder).ToImmutableDictionary(f => f, Digest, StringComparer.Ordinal);
        return new(folder, ReportPipeline.Load(folder, printer), digests);
    }

    /// <summary>Loads the folder again after a change; the kinds only if more than template content has changed.</summary>
    /// <param name="changed">The changed files.</param>
    /// <param name="printer">The printer.</param>
    public LoadedTemplates Reload(ImmutableArray<string> changed, IPdfPrinter printer)
    {
        if (Pipeline is null
            || changed.Any(p => Path.GetExtension(p) is ".yaml" or ".yml" || !_digests.ContainsKey(p) || !File.Exists(p)))
        {
            return Load(_folder, printer);
        }

        return new(_folder, new(Pipeline.WithReloadedTemplates(), Errors),
            _digests.SetItems(changed.Select(p => KeyValuePair.Create(p, Digest(p)))));
    }

    /// <summary>Returns the files in a folder that reports may depend on.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(Path.GetFullPath(folder), "*", s_deep).Where(IsRelevant) : [];

    /// <summary>Whether reports may depend on a path.</summary>
    public static bool IsRelevant(string path) => s_extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal);

    /// <summary>Returns the paths whose content differs from the snapshot.</summary>
    public ImmutableArray<string> Changed(IEnumerable<string> paths) =>
        [.. paths.Where(p => Digest(p) != _digests.GetValueOrDefault(p, ""))];

    /// <summary>Returns the errors in the definitions of a kind; of all kinds if null.</summary>
    public ImmutableArray<Diagnostic> ErrorsFor(string? kind) =>
        [.. Errors.Where(m => kind is null || m.Location is null || IsOf(kind, m.Location.File))];

    /// <summary>Returns the findings with file paths relative to the templates folder.</summary>
    public ImmutableArray<Diagnostic> WithRelativePaths(ImmutableArray<Diagnostic> findings) => [.. findings.Select(m => m with
    {
        Location = m.Location is null ? null : WithRelativePath(m.Location), Related = [.. m.Related.Select(WithRelativePath)],
    })];

    /// <summary>Whether a report depends on one of the files.</summary>
    public bool Uses(string kind, string edition, IEnumerable<string> paths)
    {
        var definition = Pipeline?.Catalog.Editions(kind).FirstOrDefault(e => e.Edition == edition);
        var files = definition is null ? [] : Pipeline!.TemplatesOf(definition).Value?.Files ?? [];
        return paths.Any(p => files.Contains(p) || (Path.GetExtension(p) is ".yaml" or ".yml" && IsOf(kind, p))
            || (definition is not null && Pipeline!.TemplatesOf(definition).Value is null && IsOf(kind, p)));
    }

    private SourceLocation WithRelativePath(SourceLocation location)
    {
        var name = location.File.Length == 0 ? ".." : NameOf(location.File);
        return name.Split('/')[0] == ".." || Path.IsPathRooted(name) ? location : location with { File = name };
    }

    private bool IsOf(string kind, string path)
    {
        var first = NameOf(path).Split('/')[0];
        return first == kind || first.StartsWith('_');
    }

    private string NameOf(string path) =>
        Path.GetRelativePath(Path.GetFullPath(_folder), Path.GetFullPath(path)).Replace('\\', '/');

    private static string Digest(string path)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(RegularFile.ReadBytes(path, 64 << 20)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Deleted meanwhile: an empty digest differs from every other.
            return "";
        }
    }
}
