using ReportGen.Bindings;

namespace ReportGen.Documents.Views;

/// <summary>The settings of one rendering for templates; a setting without a value is empty.</summary>
internal sealed class SettingsView(ImmutableDictionary<string, string> settings) : ReadOnlyScope
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => settings.Keys.Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = settings.GetValueOrDefault(member, "");
        return true;
    }
}
