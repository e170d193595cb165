using System.Collections;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

/// <summary>Walks what a template gives where a list is wanted.</summary>
internal static class Lists
{
    /// <summary>
    /// The items of a list, each counted as a step: null has none, a text gives its characters, an object pairs of
    /// <c>key</c> and <c>value</c>.
    /// </summary>
    /// <exception cref="ScriptRuntimeException">The value is no list, or has more items than the context allows.</exception>
    public static IEnumerable<object?> Walk(TemplateContext context, SourceSpan span, object? list)
    {
        var count = 0;
        foreach (var item in Open(context, span, TemplateContext.Unwrap(list)))
        {
            context.StepLoop(span);
            context.CheckCount(span, ++count);
            yield return item;
        }
    }

    /// <summary>A new array of the items of a list.</summary>
    /// <exception cref="ScriptRuntimeException">The value is no list, or has more items than the context allows.</exception>
    public static ScriptArray Copy(TemplateContext context, SourceSpan span, object? list) =>
        Gather(context, span, Walk(context, span, list));

    /// <summary>A new array of items.</summary>
    /// <exception cref="ScriptRuntimeException">There are more items than the context allows.</exception>
    public static ScriptArray Gather(TemplateContext context, SourceSpan span, IEnumerable<object?> items)
    {
        var array = new ScriptArray();
        foreach (var item in items)
        {
            context.CheckCount(span, array.Count + 1);
            array.Add(item);
        }
        return array;
    }

    private static IEnumerable<object?> Open(TemplateContext context, SourceSpan span, object? list) => list switch
    {
        null => [],
        string or HtmlString => context.ObjectToString(list).EnumerateRunes().Select(rune => (object?)rune.ToString()),
        IList items => Items(items),
        IScriptObject members => Pairs(context, span, members),
        IEnumerable items => items.Cast<object?>(),
        _ => throw FunctionMessages.NoList(span, context.TypeName(list)),
    };

    // By index: a function called for each item may change the list meanwhile.
    private static IEnumerable<object?> Items(IList items)
    {
        for (var i = 0; i < items.Count; i++)
            yield return items[i];
    }

    private static IEnumerable<object?> Pairs(TemplateContext context, SourceSpan span, IScriptObject members)
    {
        foreach (var name in members.GetMembers().ToArray())
        {
            members.TryGetValue(context, span, name, out var value);
            yield return new ScriptObject { ["key"] = name, ["value"] = value };
        }
    }
}
