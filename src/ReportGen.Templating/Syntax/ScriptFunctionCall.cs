using System.Collections.Immutable;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>An argument of a call.</summary>
/// <param name="Name">Its name where it is named, otherwise null.</param>
/// <param name="Value">Its value.</param>
public sealed record ScriptArgument(string? Name, ScriptExpression Value);

/// <summary>A call <c>f a b</c>, <c>f(a, b)</c> or <c>a | f b</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">The function.</param>
/// <param name="arguments">The arguments; a piped value is the first.</param>
/// <param name="explicitCall">Whether the arguments stand in parentheses.</param>
public sealed class ScriptFunctionCall(
    SourceSpan span, ScriptExpression target, ImmutableArray<ScriptArgument> arguments, bool explicitCall)
    : ScriptExpression(span)
{
    /// <summary>The function.</summary>
    public ScriptExpression Target { get; } = target;

    /// <summary>The arguments.</summary>
    public ImmutableArray<ScriptArgument> Arguments { get; } = arguments;

    /// <summary>Whether the arguments stand in parentheses.</summary>
    public bool ExplicitCall { get; } = explicitCall;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => Evaluate(context, null);

    /// <summary>Calls with the block of a <c>wrap</c>.</summary>
    internal object? Evaluate(TemplateContext context, ScriptBlockStatement? block)
    {
        var function = FindFunction(context);
        return context.Call(this, function, EvaluateArguments(context), block);
    }

    /// <summary>Calls where the result is printed at once: an <c>include</c> then writes without a string between.</summary>
    internal object? EvaluateToOutput(TemplateContext context)
    {
        var function = FindFunction(context);
        var arguments = EvaluateArguments(context);
        if (function is not IncludeFunction)
            return context.Call(this, function, arguments, null);
        IncludeFunction.Write(context, this, arguments);
        return null;
    }

    private ScriptArray EvaluateArguments(TemplateContext context)
    {
        var arguments = new ScriptArray(Arguments.Length);
        foreach (var (name, value) in Arguments)
            AddArgument(context, arguments, name, value);
        context.CurrentSpan = Span;
        return arguments;
    }

    private IScriptCustomFunction FindFunction(TemplateContext context)
    {
        var value = context.EvaluateRaw(Target);
        if (value is IScriptCustomFunction function)
            return function;
        var name = context.Quote(Target);
        throw new ScriptRuntimeException(Target.Span, value is null
            ? RuntimeMessages.UnknownFunction(name, null)
            : RuntimeMessages.NotAFunction(name));
    }

    private static void AddArgument(TemplateContext context, ScriptArray arguments, string? name, ScriptExpression value)
    {
        var plain = context.Evaluate(value);
        if (name is not null)
            arguments.ScriptObject.SetValue(name, plain);
        else if (value is ScriptUnaryExpression { IsExpansion: true } && context.ToList(value.Span, plain) is { } items)
            arguments.AddRange(items);
        else
            arguments.Add(plain);
    }
}
