namespace ReportGen.Templating.Limits;

/// <summary>
/// Bounds the depth of a syntax tree. Scriban's parser bounds most nesting itself, but not chains such as <c>a.b.c…</c>,
/// which are evaluated, and printed in messages, by recursion.
/// </summary>
internal static class TreeDepth
{
    private const int MaxDepth = 1200;

    /// <summary>The error at the first node that lies too deep; null where none does. Never recurses.</summary>
    public static TemplateError? FindExcess(ScriptNode root, string text, string path)
    {
        var open = new Stack<(ScriptNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > MaxDepth)
                return TemplateError.At(Spans.Placed(next.Node.Span, text, path), text, RuntimeMessages.TooDeep());
            for (var i = 0; i < next.Node.ChildrenCount; i++)
            {
                if (next.Node.GetChildren(i) is { } child)
                    open.Push((child, next.Depth + 1));
            }
        }

        return null;
    }
}
