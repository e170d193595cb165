using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>What belongs to one call of a function or include: <c>$</c>, <c>$$</c> and the local variables.</summary>
/// <param name="arguments">The arguments.</param>
/// <param name="block">The block of a <c>wrap</c>, or null.</param>
internal sealed class LocalScope(ScriptArray arguments, ScriptBlockStatement? block)
{
    private ScriptObject? _variables;

    /// <summary>The arguments, <c>$</c>.</summary>
    public ScriptArray Arguments { get; } = arguments;

    /// <summary>The block of a <c>wrap</c>, <c>$$</c>.</summary>
    public ScriptBlockStatement? Block { get; } = block;

    /// <summary>The local variables, without their <c>$</c>.</summary>
    public ScriptObject Variables => _variables ??= new ScriptObject();
}
