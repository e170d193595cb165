using ReportGen.Bindings;

namespace ReportGen.Documents.Views;

/// <summary>A scope with a fixed list of names. A value is worked out when a template asks for it.</summary>
internal abstract class LazyScope : ReadOnlyScope
{
    private OrderedDictionary<string, Func<object?>>? _members;

    /// <summary>The names in order, each with how its value is found. Called once.</summary>
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
