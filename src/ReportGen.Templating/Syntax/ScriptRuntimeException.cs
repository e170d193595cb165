using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Syntax;

/// <summary>A mistake met while a template runs, with its place. <c>Template.TryRender</c> turns it into a value.</summary>
public class ScriptRuntimeException : Exception
{
    /// <summary>A mistake at <paramref name="span"/>.</summary>
    public ScriptRuntimeException(SourceSpan span, TemplateMessage message, Exception? inner = null)
        : base(message.English, inner)
    {
        Span = span;
        Reason = message;
    }

    /// <summary>A mistake at <paramref name="span"/>, said in both languages.</summary>
    public ScriptRuntimeException(SourceSpan span, string chinese, string english)
        : this(span, new TemplateMessage(chinese, english))
    {
    }

    /// <summary>Where it happened.</summary>
    public SourceSpan Span { get; }

    /// <summary>What is wrong and what would be right.</summary>
    public TemplateMessage Reason { get; }
}
