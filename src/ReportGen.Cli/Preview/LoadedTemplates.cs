using System.Security.Cryptography;
using ReportGen.Model;
using ReportGen.Printing;

namespace ReportGen.Cli.Preview;

/// <summary>A templates folder as it was at one moment, and which of its files each report depends on.</summary>
internal sealed class LoadedTemplates
{
    private static readonly string[] Endings = [".yaml", ".yml", ".css", ".sbn-html", ".sbn-md"];
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
    private readonly string _folder;
    private readonly ImmutableDictionary<string, string> _digests;

    private LoadedTemplates(string folder, Outcome<ReportPipeline> loaded, ImmutableDictionary<string, string> digests)
    {
        _folder = folder;
        _digests = digests;
        Pipeline = loaded.Value;
        Mistakes = [.. loaded.Diagnostics.Where(d => d.Severity == Severity.Error)];
    }

    /// <summary>The pipeline; null when there is no usable kind.</summary>
    public ReportPipeline? Pipeline { get; }

    /// <summary>What is wrong with the definitions.</summary>
    public ImmutableArray<Diagnostic> Mistakes { get; }

    /// <summary>Reads the folder.</summary>
    public static LoadedTemplates Load(string folder, IPdfPrinter printer)
    {
        var digests = Files(folder).ToImmutableDictionary(f => f, Digest, StringComparer.Ordinal);
        return new(folder, ReportPipeline.Load(folder, printer), digests);
    }

    /// <summary>The folder as it is after a change. Kinds are read again only when more has changed than the content of templates and style sheets.</summary>
    /// <param name="changed">The files that have changed.</param>
    /// <param name="printer">Who prints.</param>
    public LoadedTemplates After(ImmutableArray<string> changed, IPdfPrinter printer)
    {
        if (Pipeline is null || changed.Any(p => Path.GetExtension(p) is ".yaml" or ".yml" || !_digests.ContainsKey(p) || !File.Exists(p)))
            return Load(_folder, printer);
        return new(_folder, new(Pipeline.WithTemplatesReadAnew(), Mistakes), _digests.SetItems(changed.Select(p => KeyValuePair.Create(p, Digest(p)))));
    }

    /// <summary>The files that could matter to a report.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(Path.GetFullPath(folder), "*", Deep).Where(Concerns) : [];

    /// <summary>Whether a changed path could matter.</summary>
    public static bool Concerns(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.Ordinal);

    /// <summary>Those of the paths whose content is not what it was.</summary>
    public ImmutableArray<string> Changed(IEnumerable<string> paths) =>
        [.. paths.Where(p => Digest(p) != _digests.GetValueOrDefault(p, ""))];

    /// <summary>What is wrong with the definitions of a report's kind; of all kinds when it is not known.</summary>
    public ImmutableArray<Diagnostic> MistakesFor(string? kind) =>
        [.. Mistakes.Where(m => kind is null || m.Location is null || IsOf(kind, m.Location.File))];

    /// <summary>The same, with files of the templates folder named from there on, and not by where it is on this machine.</summary>
    public ImmutableArray<Diagnostic> Named(ImmutableArray<Diagnostic> mistakes) => [.. mistakes.Select(m => m with
    {
        Location = m.Location is null ? null : Named(m.Location), Related = [.. m.Related.Select(Named)],
    })];

    /// <summary>Whether a report was made with one of these files.</summary>
    public bool Uses(string kind, string edition, IEnumerable<string> paths)
    {
        var definition = Pipeline?.Catalog.Editions(kind).FirstOrDefault(e => e.Edition == edition);
        var files = definition is null ? [] : Pipeline!.TemplatesOf(definition).Value?.Files ?? [];
        return paths.Any(p => files.Contains(p) || (Path.GetExtension(p) is ".yaml" or ".yml" && IsOf(kind, p))
            || (definition is not null && Pipeline!.TemplatesOf(definition).Value is null && IsOf(kind, p)));
    }

    private SourceLocation Named(SourceLocation location)
    {
        var name = location.File.Length == 0 ? ".." : NameOf(location.File);
        return name.Split('/')[0] == ".." || Path.IsPathRooted(name) ? location : location with { File = name };
    }

    private bool IsOf(string kind, string path)
    {
        var first = NameOf(path).Split('/')[0];
        return first == kind || first.StartsWith('_');
    }

    private string NameOf(string path) => Path.GetRelativePath(Path.GetFullPath(_folder), Path.GetFullPath(path)).Replace('\\', '/');

    private static string Digest(string path)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
