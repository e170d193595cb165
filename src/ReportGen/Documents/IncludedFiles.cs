using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Documents;

/// <summary>Finds templates and style sheets for one rendering, and records their names.</summary>
internal sealed class IncludedFiles(TemplateFolders folders) : ITemplateLoader
{
    private readonly ImmutableSortedSet<string>.Builder _names = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);

    /// <summary>The names of the files found, as templates use them.</summary>
    public ImmutableSortedSet<string> Names => _names.ToImmutable();

    /// <summary>The full path of a file by name; null if none.</summary>
    public string? Find(string name)
    {
        var path = folders.Find(name);
        if (path is not null) _names.Add(name);
        return path;
    }

    /// <summary>The text of a file by full path; null if it was not read.</summary>
    public string? TextOf(string path) => folders.TextOf(path);

    /// <inheritdoc/>
    public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => Find(templateName);

    /// <inheritdoc/>
    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => TextOf(templatePath);

    /// <inheritdoc/>
    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(TextOf(templatePath));
}
