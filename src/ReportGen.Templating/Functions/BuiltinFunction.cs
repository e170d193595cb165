namespace ReportGen.Templating.Functions;

/// <summary>
/// A built-in function of Scriban as reports need it: it sees plain values, its result names the sources of its arguments, is
/// never a lazy list, and is decimal where the rendering is. Immutable and shared by all renderings.
/// </summary>
internal sealed class BuiltinFunction : IScriptCustomFunction
{
    private readonly IScriptCustomFunction _inner;
    private readonly ScriptParameterInfo[] _parameters;

    public BuiltinFunction(string name, IScriptCustomFunction inner)
    {
        Name = name;
        _inner = inner;
        _parameters = [.. Enumerable.Range(0, inner.ParameterCount).Select(i => Open(inner.GetParameterInfo(i)))];
    }

    /// <summary>The name with its library, such as <c>string.size</c>.</summary>
    public string Name { get; }

    public int RequiredParameterCount => _inner.RequiredParameterCount;

    public int ParameterCount => _inner.ParameterCount;

    public ScriptVarParamKind VarParamKind => _inner.VarParamKind;

    public Type ReturnType => _inner.ReturnType;

    public ScriptParameterInfo GetParameterInfo(int index) => index < _parameters.Length ? _parameters[index] : Open(_inner.GetParameterInfo(index));

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var render = (RenderContext)context;
        var span = callerContext?.Span ?? context.CurrentSpan;
        var result = _inner.Invoke(context, callerContext, Plain(render, arguments), blockStatement);
        return JoinedSources.Keep(Exact(render, render.Materialized(span, result)), [.. arguments]);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>Takes any value, so that sources get as far as here; the function itself converts it.</summary>
    private static ScriptParameterInfo Open(ScriptParameterInfo info) =>
        typeof(ScriptNode).IsAssignableFrom(info.ParameterType) ? info
        : info.HasDefaultValue ? new ScriptParameterInfo(typeof(object), info.Name, info.DefaultValue)
        : new ScriptParameterInfo(typeof(object), info.Name);

    private ScriptArray Plain(RenderContext context, ScriptArray arguments)
    {
        if (!arguments.Any(a => a is ISourcedValue or HtmlString or ScriptArray { Count: > 0 }))
            return arguments;
        var plain = (ScriptArray)arguments.Clone(false);
        for (var i = 0; i < plain.Count; i++)
            plain[i] = Plain(context, plain[i], isRest: VarParamKind == ScriptVarParamKind.LastParameter && i == ParameterCount - 1);
        return plain;
    }

    private static object? Plain(RenderContext context, object? value, bool isRest) => ISourcedValue.Plain(value) switch
    {
        HtmlString html => context.ToText(html),
        ScriptArray rest when isRest => new ScriptArray(rest.Select(v => Plain(context, v, false))),
        var plain => plain,
    };

    private static object? Exact(RenderContext context, object? value)
    {
        if (!context.UsesDecimals || value is not (double or float))
            return value;
        var number = Convert.ToDouble(value, null);
        return Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : value;
    }
}
