using System.Collections.Concurrent;

namespace ReportGen.Templating;

/// <summary>Parsed templates, so that an included one is parsed once. Thread-safe.</summary>
public sealed class TemplateCache : ConcurrentDictionary<(string Path, bool IsHtml), ReportTemplate>;
