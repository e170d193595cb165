using System.Collections;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    /// <summary>
    /// The items that a <c>for</c> goes through: those of a list or range, the members of an object as pairs with
    /// <c>key</c> and <c>value</c>, the characters of a text; none for null.
    /// </summary>
    /// <exception cref="ScriptRuntimeException">The value has no items.</exception>
    public IList Iterate(SourceSpan span, object? value)
    {
        value = Unwrap(value);
        return value switch
        {
            null => Array.Empty<object>(),
            IList list => list,
            string or HtmlString => Characters(span, ObjectToString(value)),
            IScriptObject or IDictionary => Pairs(span, value),
            IEnumerable items => Gather(span, items),
            _ => throw new ScriptRuntimeException(span, RuntimeMessages.NotIterable(TypeName(value))),
        };
    }

    /// <summary>Counts a turn of a loop.</summary>
    /// <exception cref="ScriptRuntimeException">It is over <see cref="LoopLimit"/>.</exception>
    internal void CheckLoop(SourceSpan span, int turns)
    {
        StepLoop(span);
        if (LoopLimit > 0 && turns > LoopLimit)
            throw new ScriptRuntimeException(span, RuntimeMessages.LoopTooLong(LoopLimit));
    }

    /// <summary>Ends a <c>continue</c>.</summary>
    internal void ContinueLoop()
    {
        if (FlowState == FlowState.Continue)
            FlowState = FlowState.None;
    }

    /// <summary>Ends a <c>break</c>.</summary>
    internal void EndLoop()
    {
        if (FlowState == FlowState.Break)
            FlowState = FlowState.None;
    }

    /// <summary>Makes a variable constant where it is found.</summary>
    internal void SetReadOnly(string name)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            if (_scopes[i] is not IScriptObject scope || !scope.Contains(name))
                continue;
            scope.SetReadOnly(name, true);
            return;
        }
    }

    private object[] Characters(SourceSpan span, string text)
    {
        CheckCollection(span, text.Length);
        return [.. text.EnumerateRunes().Select(rune => rune.ToString())];
    }

    private ScriptArray Pairs(SourceSpan span, object value)
    {
        var pairs = new ScriptArray();
        foreach (var (name, member) in MembersOf(value))
        {
            StepLoop(span);
            var pair = new ScriptObject();
            pair.SetValue("key", name);
            pair.SetValue("value", member);
            pairs.Add(pair);
        }

        return pairs;
    }
}
