using System.Collections.Immutable;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Syntax;

/// <summary>Statements in order. Its value is the value of the last one.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="statements">The statements.</param>
public sealed class ScriptBlockStatement(SourceSpan span, ImmutableArray<ScriptNode> statements) : ScriptNode(span)
{
    /// <summary>The statements.</summary>
    public ImmutableArray<ScriptNode> Statements { get; } = statements;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        object? result = null;
        foreach (var statement in Statements)
        {
            result = context.Evaluate(statement);
            if (context.FlowState != FlowState.None)
                break;
        }

        return result;
    }
}
