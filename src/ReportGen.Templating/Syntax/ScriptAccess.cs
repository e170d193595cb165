using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>A member <c>target.member</c>, or <c>target?.member</c> which is null where the target is.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">The object.</param>
/// <param name="member">The name of the member.</param>
/// <param name="memberSpan">The place of the name.</param>
/// <param name="optional">Whether a missing target or member is null.</param>
public sealed class ScriptMemberExpression(
    SourceSpan span, ScriptExpression target, string member, SourceSpan memberSpan, bool optional)
    : ScriptPathExpression(span)
{
    /// <summary>The object.</summary>
    public ScriptExpression Target { get; } = target;

    /// <summary>The name of the member.</summary>
    public string Member { get; } = member;

    /// <inheritdoc/>
    internal override object? EvaluateRaw(TemplateContext context)
    {
        var owner = context.Evaluate(Target);
        if (TemplateContext.Unwrap(owner) is null)
            return optional ? null : throw NullTarget(context);
        if (!optional && !(Target is ScriptPathExpression { IsLenient: true }))
            return context.GetMember(memberSpan, owner, Member);
        return context.TryGetMember(memberSpan, owner, Member, out var value) ? value : null;
    }

    /// <inheritdoc/>
    internal override void SetValue(TemplateContext context, object? value)
    {
        var owner = context.Evaluate(Target);
        if (TemplateContext.Unwrap(owner) is null)
            throw NullTarget(context);
        context.SetMember(memberSpan, owner, Member, value);
    }

    private ScriptRuntimeException NullTarget(TemplateContext context) =>
        new(Target.Span, RuntimeMessages.NullTarget(context.Quote(Target), Member));
}

/// <summary>An item <c>target[index]</c>, or <c>target?[index]</c> which is null where the target is.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">The array or object.</param>
/// <param name="index">The index from zero, from the end where negative; or the name of a member.</param>
/// <param name="optional">Whether a missing target or item is null.</param>
public sealed class ScriptIndexerExpression(
    SourceSpan span, ScriptExpression target, ScriptExpression index, bool optional)
    : ScriptPathExpression(span)
{
    /// <summary>The array or object.</summary>
    public ScriptExpression Target { get; } = target;

    /// <summary>The index or name.</summary>
    public ScriptExpression Index { get; } = index;

    /// <inheritdoc/>
    internal override object? EvaluateRaw(TemplateContext context)
    {
        var owner = context.Evaluate(Target);
        if (TemplateContext.Unwrap(owner) is null)
            return optional ? null : throw NullTarget(context);
        var lenient = optional || Target is ScriptPathExpression { IsLenient: true };
        var position = context.Evaluate(Index);
        return context.GetIndexed(Span, owner!, position, context.StrictVariables && !lenient);
    }

    /// <inheritdoc/>
    internal override void SetValue(TemplateContext context, object? value)
    {
        var owner = context.Evaluate(Target);
        if (TemplateContext.Unwrap(owner) is null)
            throw NullTarget(context);
        context.SetIndexed(Span, owner, context.Evaluate(Index), value);
    }

    private ScriptRuntimeException NullTarget(TemplateContext context) =>
        new(Target.Span, RuntimeMessages.NullTarget(context.Quote(Target), "[" + context.Quote(Index) + "]"));
}
