namespace ReportGen.Templating.Functions;

/// <summary>A function of the host for templates, with a fixed number of arguments.</summary>
/// <param name="parameters">Its parameters in order; those with a default value may be left out.</param>
public abstract class CustomFunction(params ScriptParameterInfo[] parameters) : IScriptCustomFunction
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
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        Invoke((RenderContext)context, callerContext?.Span ?? context.CurrentSpan, arguments);

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>Calls the function.</summary>
    /// <param name="context">The rendering.</param>
    /// <param name="span">The place of the call, for messages.</param>
    /// <param name="arguments">One value for each parameter.</param>
    protected abstract object? Invoke(RenderContext context, SourceSpan span, ScriptArray arguments);
}
