using System.Collections;

namespace ReportGen.Templating.Runtime;

/// <summary>A lazy sequence of values, as a range <c>1..5</c> gives it. <c>object.typeof</c> calls it an iterator.</summary>
public sealed class ScriptRange : IEnumerable
{
    private readonly IEnumerable _values;

    /// <summary>A sequence over <paramref name="values"/>, walked anew each time.</summary>
    public ScriptRange(IEnumerable values) => _values = values;

    /// <summary>The number of values, where it is known without walking; otherwise null.</summary>
    public int? Count { get; init; }

    /// <inheritdoc/>
    public IEnumerator GetEnumerator() => _values.GetEnumerator();
}
