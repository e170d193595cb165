using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Templating;
using ReportGen.Templating.Parsing;

namespace ReportGen.Documents;

/// <summary>
/// The templates of one edition, read and parsed once: its own, those of its kind's folder, and the shared ones. Immutable
/// and safe for many reports at once.
/// </summary>
public sealed class TemplateLibrary
{
    private readonly ImmutableDictionary<string, Template> _templates;

    private TemplateLibrary(TemplateFolders folders, ImmutableDictionary<string, Template> templates)
    {
        Folders = folders;
        _templates = templates;
    }

    /// <summary>Every file that was read, as full paths: what a watcher has to watch.</summary>
    public ImmutableArray<string> Files => Folders.Files;

    /// <summary>Where included templates and style sheets are found.</summary>
    internal TemplateFolders Folders { get; }

    /// <summary>Included templates, parsed when first used.</summary>
    internal TemplateCache Included { get; } = new();

    /// <summary>Reads the templates of an edition.</summary>
    /// <param name="editionFolder">The edition's folder, such as <c>templates/KIND/2021</c>.</param>
    /// <param name="templates">From the format (<c>html</c>, <c>md</c>) to the template's file name in that folder.</param>
    /// <returns>The library; null, with every mistake, when a template cannot be read or is wrong.</returns>
    public static Outcome<TemplateLibrary> Load(string editionFolder, IReadOnlyDictionary<string, string> templates)
    {
        var folders = TemplateFolders.Read(editionFolder);
        var findings = new List<Diagnostic>(folders.Diagnostics);
        var parsed = ImmutableDictionary.CreateBuilder<string, Template>();
        foreach (var (format, name) in templates)
        {
            if (folders.Find(name) is { } path)
                parsed[format] = Parse(path, folders.TextOf(path), findings);
            else
                findings.Add(DocumentMessages.NoTemplate(Path.Combine(editionFolder, name)));
        }

        foreach (var path in folders.Files.Where(IsTemplate).Except(parsed.Values.Select(t => t.SourceFilePath)))
            Parse(path, folders.TextOf(path), findings);
        return new(findings.Any(f => f.Severity == Severity.Error) ? null : new TemplateLibrary(folders, parsed.ToImmutable()), [.. findings]);
    }

    /// <summary>The template of a format; null when the edition has none.</summary>
    internal Template? Find(string format) => _templates.GetValueOrDefault(format);

    private static bool IsTemplate(string path) => Path.GetExtension(path).StartsWith(".sbn-", StringComparison.Ordinal);

    private static Template Parse(string path, string text, List<Diagnostic> findings)
    {
        var isHtml = Path.GetExtension(path) == ".sbn-html";
        var template = Template.Parse(text, path, new ParserOptions { Html = isHtml });
        findings.AddRange(template.Messages.Select(DocumentMessages.TemplateMistake));
        return template;
    }
}
