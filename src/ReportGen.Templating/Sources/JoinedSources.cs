namespace ReportGen.Templating.Sources;

/// <summary>The sources of a value computed from several others. Joining takes constant time. Immutable.</summary>
public sealed class JoinedSources
{
    private const int MaxParts = 1000;

    private readonly object _left;
    private readonly object _right;
    private readonly int _count;

    private JoinedSources(object left, object right) => (_left, _right, _count) = (left, right, Count(left) + Count(right));

    /// <summary>The distinct sources in order. Limited to the first thousand or two.</summary>
    public IReadOnlyCollection<object> Parts => [.. Leaves().Distinct()];

    /// <summary>
    /// Adds sources to a result: a text, number or date gets those of <paramref name="operands"/>; other results are returned
    /// unchanged.
    /// </summary>
    internal static object? WithSourcesOf(object? result, params ReadOnlySpan<object?> operands)
    {
        if (result is not (string or HtmlString or DateTime or TimeSpan or BigInteger or IConvertible) || result is bool)
            return result;
        object? source = null;
        foreach (var operand in operands)
        {
            if (operand is ISourcedValue sourced && !sourced.Source.Equals(source) && Count(source) < MaxParts)
                source = source is null ? sourced.Source : new JoinedSources(source, sourced.Source);
        }

        return source is null ? result : new SourcedValue(result, source);
    }

    private IEnumerable<object> Leaves()
    {
        var open = new Stack<object>([this]);
        while (open.TryPop(out var next))
        {
            if (next is not JoinedSources joined)
            {
                yield return next;
                continue;
            }

            open.Push(joined._right);
            open.Push(joined._left);
        }
    }

    private static int Count(object? source) => source is JoinedSources joined ? joined._count : 1;
}
