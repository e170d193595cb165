using System.Collections;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>The settings of a <c>for</c> or <c>tablerow</c> after its list.</summary>
/// <param name="Offset">Items left out at the start, or null.</param>
/// <param name="Limit">The most items, or null.</param>
/// <param name="Columns">Cells of one row, or null for one.</param>
/// <param name="Reversed">Whether from the last item to the first.</param>
public sealed record ScriptLoopOptions(
    ScriptExpression? Offset, ScriptExpression? Limit, ScriptExpression? Columns, bool Reversed);

/// <summary><c>for x in list … else … end</c>, and <c>tablerow</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="variable">The item.</param>
/// <param name="list">The list.</param>
/// <param name="options">What follows the list.</param>
/// <param name="body">The block for each item.</param>
/// <param name="otherwise">The block where there are no items, or null.</param>
/// <param name="isTable">Whether each item is a cell of a table row.</param>
public sealed class ScriptForStatement(
    SourceSpan span, ScriptPathExpression variable, ScriptExpression list, ScriptLoopOptions options,
    ScriptBlockStatement body, ScriptBlockStatement? otherwise, bool isTable) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var items = context.Iterate(list.Span, context.Evaluate(list));
        var offset = options.Offset is null ? 0 : context.ToInt(options.Offset.Span, context.Evaluate(options.Offset));
        var limit = options.Limit is null ? int.MaxValue : context.ToInt(options.Limit.Span, context.Evaluate(options.Limit));
        offset = Math.Clamp(offset, 0, items.Count);
        var count = Math.Clamp(limit, 0, items.Count - offset);
        if (count == 0)
            return otherwise is null ? null : context.Evaluate(otherwise);
        var name = (variable as ScriptVariableGlobal)?.Name;
        var loop = new LoopScope(isTable ? "tablerow" : "for", name);
        loop.State.Length = count;
        if (options.Columns is not null)
            loop.State.Columns = context.ToInt(options.Columns.Span, context.Evaluate(options.Columns));
        loop.State.Columns = Math.Max(1, loop.State.Columns);
        return Run(context, items, offset, loop);
    }

    private object? Run(TemplateContext context, IList items, int offset, LoopScope loop)
    {
        context.PushLoop(loop);
        try
        {
            object? result = null;
            for (var i = 0; i < loop.State.Length && context.FlowState == FlowState.None; i++)
            {
                var index = offset + (options.Reversed ? loop.State.Length - 1 - i : i);
                SetItem(context, loop, i, index < items.Count ? items[index] : null);
                result = RunTurn(context, loop, i);
            }

            return result;
        }
        finally
        {
            context.PopLoop();
            context.EndLoop();
        }
    }

    private object? RunTurn(TemplateContext context, LoopScope loop, int i)
    {
        context.CheckLoop(Span, i + 1);
        if (isTable)
            OpenCell(context, loop, i);
        var result = context.Evaluate(body);
        if (isTable)
            CloseCell(context, loop, i);
        context.ContinueLoop();
        return result;
    }

    private void SetItem(TemplateContext context, LoopScope loop, int i, object? item)
    {
        loop.State.Index = i;
        loop.State.Before = loop.State.Current;
        loop.State.Current = item;
        loop.Item = item;
        if (loop.Variable is null)
            variable.SetValue(context, item);
    }

    private static void OpenCell(TemplateContext context, LoopScope loop, int i)
    {
        loop.State.Column = (i % loop.State.Columns) + 1;
        if (loop.State.Column == 1)
            context.Write($"<tr class=\"row{(i / loop.State.Columns) + 1}\">");
        context.Write($"<td class=\"col{loop.State.Column}\">");
    }

    private static void CloseCell(TemplateContext context, LoopScope loop, int i)
    {
        context.Write("</td>");
        if (loop.State.Column == loop.State.Columns || i == loop.State.Length - 1)
            context.Write("</tr>\n");
    }
}

/// <summary><c>while condition … end</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="condition">The condition.</param>
/// <param name="body">The block.</param>
public sealed class ScriptWhileStatement(SourceSpan span, ScriptExpression condition, ScriptBlockStatement body)
    : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var loop = new LoopScope("while", null);
        context.PushLoop(loop);
        try
        {
            object? result = null;
            for (var i = 0; context.FlowState == FlowState.None && Holds(context, loop, i); i++)
            {
                context.CheckLoop(Span, i + 1);
                result = context.Evaluate(body);
                context.ContinueLoop();
            }

            return result;
        }
        finally
        {
            context.PopLoop();
            context.EndLoop();
        }
    }

    private bool Holds(TemplateContext context, LoopScope loop, int i)
    {
        loop.State.Index = i;
        return context.ToBool(context.Evaluate(condition));
    }
}
