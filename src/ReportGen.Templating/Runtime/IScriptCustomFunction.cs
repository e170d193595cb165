using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>A function that a template may call.</summary>
public interface IScriptCustomFunction
{
    /// <summary>
    /// The parameters in order, without those that the runtime fills in itself; the last may take all that is left.
    /// Null for a function that takes arguments as they come, named ones as members of the array.
    /// </summary>
    IReadOnlyList<ScriptParameterInfo>? Parameters { get; }

    /// <summary>The name for messages, such as <c>string.append</c>.</summary>
    string Name { get; }

    /// <summary>Calls the function.</summary>
    /// <param name="context">The running template.</param>
    /// <param name="callerContext">The calling place; its <c>Span</c> is for messages.</param>
    /// <param name="arguments">
    /// The arguments in the order of <see cref="Parameters"/>; named ones are already in their places and missing
    /// optional ones filled with their defaults.
    /// </param>
    /// <param name="blockStatement">The block of a <c>wrap</c> statement, otherwise null.</param>
    /// <exception cref="ScriptRuntimeException">The arguments do not fit, or the function fails.</exception>
    object? Invoke(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);
}

/// <summary>One parameter of a function.</summary>
/// <param name="Name">The name as templates write it, in snake_case.</param>
/// <param name="ParameterType">The type its argument is converted to.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="DefaultValue">Its value when left out.</param>
/// <param name="TakesRest">Whether it takes all arguments that are left.</param>
public sealed record ScriptParameterInfo(
    string Name, Type ParameterType, bool IsOptional, object? DefaultValue, bool TakesRest);
