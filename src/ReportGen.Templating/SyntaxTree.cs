namespace ReportGen.Templating;

/// <summary>Walks Scriban's syntax trees without recursion, because a hostile template can nest them deeply.</summary>
internal static class SyntaxTree
{
    private const int MaxDepth = 1200;

    /// <summary>
    /// A node and all its descendants, except those of nodes for which <paramref name="isLeaf"/> is true, in text order.
    /// </summary>
    public static IEnumerable<(ScriptNode Node, int Depth)> Walk(ScriptNode root, Func<ScriptNode, bool>? isLeaf = null)
    {
        var open = new Stack<(ScriptNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            yield return next;
            for (var i = isLeaf?.Invoke(next.Node) == true ? -1 : next.Node.ChildrenCount - 1; i >= 0; i--)
            {
                if (next.Node.GetChildren(i) is { } child) open.Push((child, next.Depth + 1));
            }
        }
    }

    /// <summary>
    /// The error at the first node that is nested too deeply; null if none. Scriban's parser limits most nesting itself, but
    /// not chains such as <c>a.b.c…</c>, which are evaluated, and printed in messages, by recursion.
    /// </summary>
    public static TemplateError? FindExcess(ScriptNode root, SourceText source) =>
        Walk(root).FirstOrDefault(n => n.Depth > MaxDepth).Node is { } deep
            ? source.ErrorAt(deep.Span, Messages.TooDeep())
            : null;

    /// <summary>The names that the template of <paramref name="node"/> assigns.</summary>
    public static IEnumerable<string> NamesAssignedAround(ScriptNode node)
    {
        while (node.Parent is { } parent) node = parent;
        return Walk(node).Select(n => n.Node).OfType<ScriptVariable>().Where(IsAssigned).Select(v => v.Name);
    }

    /// <summary>Whether a variable stands where it receives its value.</summary>
    public static bool IsAssigned(ScriptVariable variable) => variable.Parent switch
    {
        ScriptAssignExpression assignment => ReferenceEquals(assignment.Target, variable),
        ScriptForStatement loop => ReferenceEquals(loop.Variable, variable),
        ScriptCaptureStatement or ScriptFunction or ScriptParameter => true,
        _ => false,
    };
}
