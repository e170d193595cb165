using ReportGen.Templating.Functions;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

/// <summary>
/// One rendering: its settings, variables, output and limits. Make a new one for every rendering; not thread-safe.
/// </summary>
public partial class TemplateContext
{
    private const int LongestQuotation = 40;

    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>A context with the built-in functions.</summary>
    public TemplateContext()
        : this(new BuiltinFunctions())
    {
    }

    /// <summary>A context with other built-in functions.</summary>
    public TemplateContext(BuiltinFunctions builtinObject)
    {
        BuiltinObject = builtinObject;
        PushGlobal(builtinObject);
        PushGlobal(new ScriptObject());
        PushLocal(new ScriptArray(), null);
    }

    /// <summary>The built-in functions; templates may override them in this context only.</summary>
    public BuiltinFunctions BuiltinObject { get; }

    /// <summary>The place that runs now.</summary>
    public SourceSpan CurrentSpan { get; internal set; }

    /// <summary>A mistake with the line of the template where it is.</summary>
    public LogMessage Describe(ScriptRuntimeException error) =>
        LogMessage.At(error.Span, _sources.GetValueOrDefault(error.Span.FileName ?? "", ""), error.Reason);

    /// <summary>The text of a node, cut where it is long.</summary>
    internal string Quote(ScriptNode node)
    {
        if (!_sources.TryGetValue(node.Span.FileName ?? "", out var text) || node.Span.Start.Offset >= text.Length)
            return "";
        var length = Math.Min(node.Span.Length, text.Length - node.Span.Start.Offset);
        var quoted = text.Substring(node.Span.Start.Offset, Math.Min(length, LongestQuotation));
        return length > LongestQuotation ? quoted + "…" : quoted;
    }

    /// <summary>Keeps the text of a template for messages.</summary>
    internal void RememberSource(Template template) => _sources[template.SourceFilePath] = template.Text;
}
