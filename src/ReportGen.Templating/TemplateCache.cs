using System.Collections.Concurrent;

namespace ReportGen.Templating;

/// <summary>Parsed templates by path, so that an included template is parsed once. Thread-safe.</summary>
public sealed class TemplateCache
{
    private readonly ConcurrentDictionary<(string Path, bool IsHtml), ReportTemplate> _templates = new();

    /// <summary>
    /// The template at a path, parsed if it is not yet in the cache; null if <paramref name="read"/> returns null.
    /// </summary>
    internal ReportTemplate? Get(string path, bool isHtml, Func<ReportTemplate?> read)
    {
        if (_templates.TryGetValue((path, isHtml), out var known)) return known;
        return read() is { } template ? _templates.GetOrAdd((path, isHtml), template) : null;
    }
}
