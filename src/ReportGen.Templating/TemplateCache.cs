using System.Collections.Concurrent;

namespace ReportGen.Templating;

/// <summary>Parsed templates by path, so that an include is parsed once. Safe to share between renderings and threads.</summary>
public sealed class TemplateCache
{
    private readonly ConcurrentDictionary<(string Path, bool IsHtml), ReportTemplate> _templates = new();

    /// <summary>The template at a path, read if it was not yet; null where <paramref name="read"/> gives none.</summary>
    internal ReportTemplate? Get(string path, bool isHtml, Func<ReportTemplate?> read)
    {
        if (_templates.TryGetValue((path, isHtml), out var known))
            return known;
        return read() is { } template ? _templates.GetOrAdd((path, isHtml), template) : null;
    }
}
