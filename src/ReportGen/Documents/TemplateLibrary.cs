using System.Security.Cryptography;
using ReportGen.Templating;

namespace ReportGen.Documents;

/// <summary>
/// The templates of one edition, read and parsed once: its own, those of its kind's folder, and the shared ones. Immutable and
/// thread-safe.
/// </summary>
public sealed class TemplateLibrary
{
    private static readonly string s_shared = Path.DirectorySeparatorChar + TemplateFolders.Shared + Path.DirectorySeparatorChar;

    private readonly ImmutableDictionary<string, ReportTemplate> _templates;
    private readonly ImmutableDictionary<string, ReportTemplate> _byPath;

    private TemplateLibrary(
        TemplateFolders folders, ImmutableDictionary<string, ReportTemplate> templates,
        ImmutableDictionary<string, ReportTemplate> byPath) => (Folders, _templates, _byPath) = (folders, templates, byPath);

    /// <summary>The full paths of all files read, to be watched for changes.</summary>
    public ImmutableArray<string> Files => Folders.Files;

    /// <summary>The folders in which included templates and style sheets are found.</summary>
    internal TemplateFolders Folders { get; }

    /// <summary>The included templates, parsed at first use.</summary>
    internal TemplateCache Included { get; } = new();

    /// <summary>Reads the templates of an edition.</summary>
    /// <param name="editionFolder">The edition's folder, such as <c>templates/KIND/2021</c>.</param>
    /// <param name="templates">Maps the format (<c>html</c>, <c>md</c>) to the template's path, relative to that folder.</param>
    /// <returns>The library; null, with all errors, if a template cannot be read or has errors.</returns>
    public static Outcome<TemplateLibrary> Load(string editionFolder, IReadOnlyDictionary<string, string> templates) =>
        Load(Path.GetFullPath(Path.Combine(editionFolder, "..", "..")), editionFolder, templates);

    private static Outcome<TemplateLibrary> Load(
        string root, string editionFolder, IReadOnlyDictionary<string, string> templates)
    {
        var paths = templates.ToDictionary(t => t.Key, t => Path.GetFullPath(t.Value, Path.GetFullPath(editionFolder)));
        var folders = TemplateFolders.Read(root, editionFolder, paths.Values);
        var findings = new List<Diagnostic>(folders.Diagnostics);
        findings.AddRange(paths.Values.Where(p => folders.TextOf(p) is null).Select(DocumentMessages.NoTemplate));
        var parsed = folders.Files.Where(IsTemplate).ToImmutableDictionary(p => p, p => Parse(p, folders.TextOf(p)!, findings));
        var main = paths.Where(p => parsed.ContainsKey(p.Value)).ToImmutableDictionary(p => p.Key, p => parsed[p.Value]);
        return new(findings.Any(f => f.Severity == Severity.Error) ? null : new TemplateLibrary(folders, main, parsed),
            [.. findings]);
    }

    /// <summary>Reads the templates that all kinds share, for a page that belongs to no kind.</summary>
    /// <param name="templatesFolder">The folder of the kinds, such as <c>templates</c>.</param>
    /// <param name="template">The file name of the required template.</param>
    /// <returns>As for an edition.</returns>
    public static Outcome<TemplateLibrary> LoadShared(string templatesFolder, string template) =>
        Load(templatesFolder, TemplateFolders.SharedWith(template, templatesFolder),
            ImmutableDictionary<string, string>.Empty.Add("html", template));

    /// <summary>Whether a template with that file name exists, in the edition or shared.</summary>
    public bool Has(string name) => Named(name) is not null;

    /// <summary>The SHA-256 of the template or style sheet with that name, as it was read; null if none.</summary>
    public string? DigestOf(string name) => Folders.Find(name) is { } path
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folders.TextOf(path)!))) : null;

    /// <summary>The templates of all formats.</summary>
    internal IEnumerable<ReportTemplate> Main => _templates.Values;

    /// <summary>The templates in the folders of the edition and its kind, with their full paths; without shared ones.</summary>
    internal IEnumerable<(string Path, ReportTemplate Template)> Own =>
        _byPath.Where(t => !t.Key.Contains(s_shared, StringComparison.Ordinal)).OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => (t.Key, t.Value));

    /// <summary>The template for a format; null if the edition has none.</summary>
    internal ReportTemplate? Find(string format) => _templates.GetValueOrDefault(format);

    /// <summary>The template with that file name, the edition's own before a shared one; null if none.</summary>
    internal ReportTemplate? Named(string name) => Folders.Find(name) is { } path ? _byPath.GetValueOrDefault(path) : null;

    private static bool IsTemplate(string path) => Path.GetExtension(path).StartsWith(".sbn-", StringComparison.Ordinal);

    private static ReportTemplate Parse(string path, string text, List<Diagnostic> findings)
    {
        var isHtml = Path.GetExtension(path) == ".sbn-html";
        var template = ReportTemplate.Parse(text, path, isHtml);
        findings.AddRange(template.Errors.Select(DocumentMessages.InvalidTemplate));
        return template;
    }
}
