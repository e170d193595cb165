using System.Collections.Concurrent;

namespace ReportGen.Templating;

/// <summary>Parsed templates by path, so that an include is read once. Safe to share between contexts and threads.</summary>
public sealed class TemplateCache
{
    private readonly ConcurrentDictionary<(string Path, bool Html), Template> _templates = new();

    /// <summary>The template at a path, read if it was not yet.</summary>
    internal Template? Get(string path, bool html, Func<Template?> read)
    {
        if (_templates.TryGetValue((path, html), out var known))
            return known;
        return read() is { } template ? _templates.GetOrAdd((path, html), template) : null;
    }
}
