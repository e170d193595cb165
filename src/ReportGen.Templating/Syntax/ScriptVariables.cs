using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>A global variable: a member of the current object, or of one around it.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="name">Its name.</param>
public sealed class ScriptVariableGlobal(SourceSpan span, string name) : ScriptPathExpression(span)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    internal override object? EvaluateRaw(TemplateContext context) =>
        context.TryGetGlobal(Span, Name, out var value) ? value : context.UnknownVariable(Span, Name);

    /// <inheritdoc/>
    internal override void SetValue(TemplateContext context, object? value) => context.SetGlobal(Span, Name, value);
}

/// <summary>A local variable <c>$name</c>, which belongs to the running function or include.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="name">Its name without the <c>$</c>.</param>
public sealed class ScriptVariableLocal(SourceSpan span, string name) : ScriptPathExpression(span)
{
    /// <summary>Its name without the <c>$</c>.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    internal override object? EvaluateRaw(TemplateContext context)
    {
        var variables = context.Local.Variables;
        if (variables.TryGetValue(context, Span, Name, out var value) || !context.StrictVariables)
            return value;
        var suggestion = Suggestions.For(Name, variables.GetMembers());
        throw new ScriptRuntimeException(
            Span, RuntimeMessages.UnknownVariable("$" + Name, suggestion is null ? null : "$" + suggestion));
    }

    /// <inheritdoc/>
    internal override void SetValue(TemplateContext context, object? value)
    {
        context.CheckCount(Span, context.Local.Variables.Count + 1L);
        if (!context.Local.Variables.TrySetValue(context, Span, Name, value, false))
            throw new ScriptRuntimeException(Span, RuntimeMessages.ReadOnlyVariable("$" + Name));
    }
}

/// <summary>The arguments <c>$</c> of the running function or include.</summary>
/// <param name="span">The text it was read from.</param>
public sealed class ScriptArguments(SourceSpan span) : ScriptPathExpression(span)
{
    /// <inheritdoc/>
    internal override bool IsAssignable => false;

    /// <inheritdoc/>
    internal override bool IsLenient => true;

    /// <inheritdoc/>
    internal override object? EvaluateRaw(TemplateContext context) => context.Local.Arguments;

    /// <inheritdoc/>
    internal override void SetValue(TemplateContext context, object? value) =>
        throw new ScriptRuntimeException(Span, RuntimeMessages.ReadOnlyVariable("$"));
}

/// <summary>The object <c>this</c>, whose members are the global variables.</summary>
/// <param name="span">The text it was read from.</param>
public sealed class ScriptThisExpression(SourceSpan span) : ScriptPathExpression(span)
{
    /// <inheritdoc/>
    internal override bool IsAssignable => false;

    /// <inheritdoc/>
    internal override object? EvaluateRaw(TemplateContext context) => context.CurrentGlobal;

    /// <inheritdoc/>
    internal override void SetValue(TemplateContext context, object? value) =>
        throw new ScriptRuntimeException(Span, RuntimeMessages.ReadOnlyVariable("this"));
}

/// <summary>The block <c>$$</c> of a <c>wrap</c>: runs it in place.</summary>
/// <param name="span">The text it was read from.</param>
public sealed class ScriptBlockDelegate(SourceSpan span) : ScriptExpression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) =>
        context.Local.Block is { } block ? context.Evaluate(block) : null;
}
