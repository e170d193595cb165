using System.Collections.Immutable;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>A function that a template defines. As an expression its value is itself.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="name">Its name, for messages.</param>
/// <param name="parameters">
/// Its parameters, where a default value is a <see cref="ScriptExpression"/>; null for a simple function, which finds
/// its arguments in <c>$</c>.
/// </param>
/// <param name="body">A block, or the expression of an inline function.</param>
public sealed class ScriptFunction(
    SourceSpan span, string name, ImmutableArray<ScriptParameterInfo>? parameters, ScriptNode body)
    : ScriptExpression(span), IScriptCustomFunction
{
    private readonly IReadOnlyList<ScriptParameterInfo>? _parameters = parameters;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<ScriptParameterInfo>? Parameters => _parameters;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => this;

    /// <inheritdoc/>
    public object? Invoke(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        if (_parameters is null)
            return Run(context, arguments, blockStatement);
        context.PushGlobal(Bind(context, _parameters, arguments, out var direct));
        try
        {
            return Run(context, direct, blockStatement);
        }
        finally
        {
            context.PopGlobal();
        }
    }

    private object? Run(TemplateContext context, ScriptArray arguments, ScriptBlockStatement? block)
    {
        context.PushLocal(arguments, block);
        try
        {
            return context.Evaluate(body);
        }
        finally
        {
            context.FlowState = FlowState.None;
            context.PopLocal();
        }
    }

    private static ScriptObject Bind(
        TemplateContext context, IReadOnlyList<ScriptParameterInfo> parameters, ScriptArray arguments,
        out ScriptArray direct)
    {
        var scope = new ScriptObject();
        direct = new ScriptArray(parameters.Count);
        for (var i = 0; i < parameters.Count; i++)
        {
            var value = parameters[i].TakesRest ? new ScriptArray(arguments.Skip(i)) : arguments[i];
            if (value is ScriptExpression standard and not ScriptFunction)
                value = context.Evaluate(standard);
            scope.SetValue(parameters[i].Name, value);
            direct.Add(value);
        }

        return scope;
    }
}
