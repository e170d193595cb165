using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>Text between code, printed as it is.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="text">The text.</param>
public sealed class ScriptRawStatement(SourceSpan span, string text) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        if (!context.EnableOutput)
            return null;
        context.CurrentSpan = Span;
        context.Write(text);
        return null;
    }
}

/// <summary>An expression that prints its value.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="expression">The expression.</param>
/// <param name="place">Where in HTML it stands.</param>
/// <param name="indent">White space before the code block, where there is nothing else on the line; otherwise null.</param>
public sealed class ScriptExpressionStatement(
    SourceSpan span, ScriptExpression expression, HtmlPlace place, string? indent) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        context.CurrentSpan = Span;
        if (!context.EnableOutput)
            return context.Evaluate(expression);
        if (indent is null && place.Context is HtmlContext.None or HtmlContext.Text && expression is ScriptFunctionCall call)
        {
            context.WriteValue(call.EvaluateToOutput(context), place, null);
            return null;
        }

        var before = context.Output.Length;
        var value = context.Evaluate(expression);
        context.CurrentSpan = Span;
        context.WriteValue(value, context.WriteApart(before, place, indent), indent);
        return null;
    }
}

/// <summary>An assignment <c>target = value</c>, or <c>target += value</c> and the like.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">What is assigned to.</param>
/// <param name="op">The operator of a compound assignment, otherwise null.</param>
/// <param name="value">The value.</param>
public sealed class ScriptAssignStatement(
    SourceSpan span, ScriptPathExpression target, ScriptBinaryOperator? op, ScriptExpression value) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        context.CurrentSpan = Span;
        if (op is { } compound)
        {
            var before = context.Evaluate(target);
            var operand = context.Evaluate(value);
            var after = BinaryOperations.Evaluate(context, Span, compound, before, operand);
            target.SetValue(context, JoinedSources.Keep(after, before, operand));
        }
        else
        {
            target.SetValue(context, context.Evaluate(value));
        }

        return null;
    }
}

/// <summary>The definition of a named function.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">Its name.</param>
/// <param name="function">The function.</param>
public sealed class ScriptFunctionStatement(SourceSpan span, ScriptPathExpression target, ScriptFunction function)
    : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        target.SetValue(context, function);
        return null;
    }
}

/// <summary><c>break</c>, <c>continue</c> or <c>ret</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="flow">Where to go on.</param>
/// <param name="value">The result of <c>ret</c>, or null.</param>
public sealed class ScriptFlowStatement(SourceSpan span, FlowState flow, ScriptExpression? value) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var result = value is null ? null : context.Evaluate(value);
        context.FlowState = flow;
        return result;
    }
}

/// <summary><c>readonly x</c>: makes a variable constant.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">The variable.</param>
public sealed class ScriptReadOnlyStatement(SourceSpan span, ScriptPathExpression target) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        if (target is ScriptVariableGlobal global)
            context.SetReadOnly(global.Name);
        else if (target is ScriptVariableLocal local)
            context.Local.Variables.SetReadOnly(local.Name, true);
        return null;
    }
}

/// <summary><c>import x</c>: makes the members of an object variables.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="source">The object.</param>
public sealed class ScriptImportStatement(SourceSpan span, ScriptExpression source) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        if (TemplateContext.Unwrap(context.Evaluate(source)) is not IScriptObject members)
            throw new ScriptRuntimeException(source.Span, RuntimeMessages.CannotImport(context.Quote(source)));
        var into = context.CurrentGlobal;
        context.CheckCollection(Span, (long)into.Count + members.Count);
        foreach (var name in members.GetMembers().ToArray())
        {
            if (into.CanWrite(name) && members.TryGetValue(context, Span, name, out var value))
                into.TrySetValue(context, Span, name, value, false);
        }

        return null;
    }
}
