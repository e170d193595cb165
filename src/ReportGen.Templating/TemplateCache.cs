using System.Collections.Concurrent;

namespace ReportGen.Templating;

/// <summary>Parsed templates by path, so that an include is read once. Safe to share between contexts and threads.</summary>
public sealed class TemplateCache
{
    private readonly ConcurrentDictionary<string, Template> _pages = new();
    private readonly ConcurrentDictionary<string, Template> _texts = new();

    /// <summary>The template at a path, read if it was not yet.</summary>
    internal Template? Get(string path, bool html, Func<Template?> read)
    {
        var templates = html ? _pages : _texts;
        if (templates.TryGetValue(path, out var known))
            return known;
        return read() is { } template ? templates.GetOrAdd(path, template) : null;
    }
}
