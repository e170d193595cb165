using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Syntax;

/// <summary>A part of code that has a value.</summary>
/// <param name="span">The text it was read from.</param>
public abstract class ScriptExpression(SourceSpan span) : ScriptNode(span)
{
    /// <summary>The value, where a function stands for itself and is not called.</summary>
    internal virtual object? EvaluateRaw(TemplateContext context) => Evaluate(context);
}

/// <summary>An expression that names a place: its value is called where it is a function.</summary>
/// <param name="span">The text it was read from.</param>
public abstract class ScriptPathExpression(SourceSpan span) : ScriptExpression(span)
{
    /// <inheritdoc/>
    public sealed override object? Evaluate(TemplateContext context) =>
        context.CallIfFunction(this, EvaluateRaw(context));

    /// <inheritdoc/>
    internal abstract override object? EvaluateRaw(TemplateContext context);

    /// <summary>Whether something may be assigned to it.</summary>
    internal virtual bool IsAssignable => true;

    /// <summary>Whether a missing member of it is null even in strict mode.</summary>
    internal virtual bool IsLenient => false;

    /// <summary>Assigns a value.</summary>
    internal abstract void SetValue(TemplateContext context, object? value);
}
