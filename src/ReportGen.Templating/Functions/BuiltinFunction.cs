namespace ReportGen.Templating.Functions;

/// <summary>
/// Adapts a built-in function of Scriban: it receives plain values; its result carries the sources of its arguments, is never a
/// lazy list, and is decimal if the rendering uses decimals. Immutable and thread-safe.
/// </summary>
internal class BuiltinFunction(IScriptCustomFunction inner) : IScriptCustomFunction
{
    private readonly ScriptParameterInfo[] _parameters =
        [.. Enumerable.Range(0, inner.ParameterCount).Select(i => Open(inner.GetParameterInfo(i)))];

    protected IScriptCustomFunction Inner => inner;

    public int RequiredParameterCount => inner.RequiredParameterCount;

    public int ParameterCount => inner.ParameterCount;

    public ScriptVarParamKind VarParamKind => inner.VarParamKind;

    public Type ReturnType => inner.ReturnType;

    public ScriptParameterInfo GetParameterInfo(int index) => index < _parameters.Length ? _parameters[index]
        : VarParamKind == ScriptVarParamKind.Direct ? new ScriptParameterInfo(typeof(object), "argument" + index)
        : Open(inner.GetParameterInfo(index));

    public virtual object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var render = (RenderContext)context;
        var span = callerContext?.Span ?? context.CurrentSpan;
        var result = inner.Invoke(context, callerContext, Plain(render, arguments), blockStatement);
        return JoinedSources.Keep(Exact(render, render.Materialized(span, result)), [.. arguments]);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>Accepts any value, so that sources are preserved; the function itself converts the value.</summary>
    private static ScriptParameterInfo Open(ScriptParameterInfo info) =>
        typeof(ScriptNode).IsAssignableFrom(info.ParameterType) ? info
        : info.HasDefaultValue ? new ScriptParameterInfo(typeof(object), info.Name, info.DefaultValue)
        : new ScriptParameterInfo(typeof(object), info.Name);

    private ScriptArray Plain(RenderContext context, ScriptArray arguments)
    {
        if (!arguments.Any(a => a is ISourcedValue or HtmlString or ScriptArray { Count: > 0 })) return arguments;
        var plain = (ScriptArray)arguments.Clone(false);
        for (var i = 0; i < plain.Count; i++)
        {
            var isRest = VarParamKind == ScriptVarParamKind.LastParameter && i == ParameterCount - 1;
            plain[i] = isRest && plain[i] is ScriptArray rest
                ? new ScriptArray(rest.Select(context.Plainest))
                : context.Plainest(plain[i]);
        }

        return plain;
    }

    private static object? Exact(RenderContext context, object? value)
    {
        if (!context.UsesDecimals || value is not (double or float)) return value;
        var number = Convert.ToDouble(value, null);
        return Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : value;
    }
}
