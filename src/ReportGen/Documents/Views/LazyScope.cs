using ReportGen.Bindings;

namespace ReportGen.Documents.Views;

/// <summary>A scope with a fixed list of names, whose values are computed on demand.</summary>
internal abstract class LazyScope : ReadOnlyScope
{
    private OrderedDictionary<string, Func<object?>>? _members;

    /// <summary>The names in order, each with a function that computes its value. Called once.</summary>
    protected abstract OrderedDictionary<string, Func<object?>> Members { get; }

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => (_members ??= Members).Keys;

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        var isKnown = (_members ??= Members).TryGetValue(member, out var find);
        value = find?.Invoke();
        return isKnown;
    }
}
