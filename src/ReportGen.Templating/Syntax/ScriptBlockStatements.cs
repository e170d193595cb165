using System.Collections.Immutable;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>A condition with the block that runs where it holds.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Then">The block.</param>
public sealed record ScriptBranch(ScriptExpression Condition, ScriptBlockStatement Then);

/// <summary><c>if … else if … else … end</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="branches">The conditions in order.</param>
/// <param name="otherwise">The block where none holds, or null.</param>
public sealed class ScriptIfStatement(
    SourceSpan span, ImmutableArray<ScriptBranch> branches, ScriptBlockStatement? otherwise) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        foreach (var branch in branches)
        {
            if (context.ToBool(context.Evaluate(branch.Condition)))
                return context.Evaluate(branch.Then);
        }

        return otherwise is null ? null : context.Evaluate(otherwise);
    }
}

/// <summary>The values of a <c>when</c> with its block.</summary>
/// <param name="Values">The values.</param>
/// <param name="Then">The block.</param>
public sealed record ScriptWhen(ImmutableArray<ScriptExpression> Values, ScriptBlockStatement Then);

/// <summary><c>case … when … else … end</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="subject">The value to match.</param>
/// <param name="whens">The values in order.</param>
/// <param name="otherwise">The block where none matches, or null.</param>
public sealed class ScriptCaseStatement(
    SourceSpan span, ScriptExpression subject, ImmutableArray<ScriptWhen> whens, ScriptBlockStatement? otherwise)
    : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var value = context.Evaluate(subject);
        foreach (var when in whens)
        {
            foreach (var candidate in when.Values)
            {
                if (BinaryOperations.AreEqual(context, candidate.Span, value, context.Evaluate(candidate)))
                    return context.Evaluate(when.Then);
            }
        }

        return otherwise is null ? null : context.Evaluate(otherwise);
    }
}

/// <summary><c>capture x … end</c>: what the block prints becomes the value of a variable.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">The variable.</param>
/// <param name="body">The block.</param>
public sealed class ScriptCaptureStatement(SourceSpan span, ScriptPathExpression target, ScriptBlockStatement body)
    : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        context.PushOutput();
        object? result;
        string text;
        try
        {
            result = context.Evaluate(body);
        }
        finally
        {
            text = context.PopOutput();
        }

        if (!context.EnableHtmlEscape)
            context.CheckStringLength(Span, text.Length);
        target.SetValue(context, context.EnableHtmlEscape ? new HtmlString(text) : text);
        return result;
    }
}

/// <summary><c>with x … end</c>: the members of an object are the variables of the block.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">The object.</param>
/// <param name="body">The block.</param>
public sealed class ScriptWithStatement(SourceSpan span, ScriptExpression target, ScriptBlockStatement body)
    : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        if (TemplateContext.Unwrap(context.Evaluate(target)) is not IScriptObject members)
            throw new ScriptRuntimeException(target.Span, RuntimeMessages.CannotOpen(context.Quote(target)));
        context.PushGlobal(members);
        try
        {
            return context.Evaluate(body);
        }
        finally
        {
            context.PopGlobal();
        }
    }
}

/// <summary><c>wrap f a b … end</c>: calls a function that may run the block as <c>$$</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="call">The call.</param>
/// <param name="body">The block.</param>
/// <param name="place">Where in HTML it stands.</param>
/// <param name="indent">White space before the code block, or null.</param>
public sealed class ScriptWrapStatement(
    SourceSpan span, ScriptFunctionCall call, ScriptBlockStatement body, HtmlPlace place, string? indent)
    : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var before = context.Output.Length;
        var value = call.Evaluate(context, body);
        if (!context.EnableOutput)
            return value;
        context.WriteValue(value, context.WriteApart(before, place, indent), indent);
        return null;
    }
}
