namespace ReportGen.Templating.Functions;

/// <summary>A function that templates can call. Immutable and thread-safe.</summary>
public sealed class CustomFunction : IScriptCustomFunction
{
    private static readonly ScriptParameterInfo s_additional = new(typeof(object), "argument");

    private readonly Func<RenderContext, ScriptNode?, ScriptArray, object?> _run;
    private readonly ScriptParameterInfo[] _parameters;

    /// <summary>Creates a function of the host program with a fixed number of parameters.</summary>
    /// <param name="run">The implementation: receives the rendering, the place of the call, and one value per parameter.</param>
    /// <param name="parameters">The parameters in order; those with a default value are optional.</param>
    public CustomFunction(Func<RenderContext, SourceSpan, ScriptArray, object?> run, params ScriptParameterInfo[] parameters)
    {
        _run = (context, caller, arguments) => run(context, caller?.Span ?? context.CurrentSpan, arguments);
        _parameters = parameters;
        RequiredParameterCount = parameters.Count(p => !p.HasDefaultValue);
    }

    /// <summary>Creates a function with the parameters of another, which accept any value: so sources are preserved.</summary>
    /// <param name="other">The other function.</param>
    /// <param name="run">The implementation: receives the rendering, the node of the call, and the arguments.</param>
    internal CustomFunction(IScriptFunctionInfo other, Func<RenderContext, ScriptNode?, ScriptArray, object?> run)
    {
        _run = run;
        _parameters = [.. Enumerable.Range(0, other.ParameterCount).Select(i => Open(other.GetParameterInfo(i)))];
        (RequiredParameterCount, VarParamKind) = (other.RequiredParameterCount, other.VarParamKind);
    }

    /// <inheritdoc/>
    public int RequiredParameterCount { get; }

    /// <inheritdoc/>
    public int ParameterCount => _parameters.Length;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind { get; }

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) => index < _parameters.Length ? _parameters[index] : s_additional;

    /// <inheritdoc/>
    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        _run((RenderContext)context, callerContext, arguments);

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    private static ScriptParameterInfo Open(ScriptParameterInfo info) =>
        typeof(ScriptNode).IsAssignableFrom(info.ParameterType) ? info
        : info.HasDefaultValue ? new ScriptParameterInfo(typeof(object), info.Name, info.DefaultValue)
        : new ScriptParameterInfo(typeof(object), info.Name);
}
