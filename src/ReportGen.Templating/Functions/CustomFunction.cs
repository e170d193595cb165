namespace ReportGen.Templating.Functions;

/// <summary>A function of the host program for templates, with a fixed number of parameters.</summary>
/// <param name="run">The implementation: receives the rendering, the place of the call, and one value per parameter.</param>
/// <param name="parameters">The parameters in order; those with a default value are optional.</param>
public sealed class CustomFunction(
    Func<RenderContext, SourceSpan, ScriptArray, object?> run, params ScriptParameterInfo[] parameters) : IScriptCustomFunction
{
    /// <inheritdoc/>
    public int RequiredParameterCount { get; } = parameters.Count(p => !p.HasDefaultValue);

    /// <inheritdoc/>
    public int ParameterCount => parameters.Length;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) => parameters[Math.Clamp(index, 0, parameters.Length - 1)];

    /// <inheritdoc/>
    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        run((RenderContext)context, callerContext?.Span ?? context.CurrentSpan, arguments);

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
