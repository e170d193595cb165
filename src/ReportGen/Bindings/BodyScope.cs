using ReportGen.Model;

namespace ReportGen.Bindings;

/// <summary>The figures of one body in a district total: its <c>name</c>, and its tables by name and id.</summary>
internal sealed class BodyScope(BodyFigures body, ReadValues readValues) : ReadOnlyScope
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => ["name", .. TablesScope.NamesOf(body.Tables)];

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = member == "name" ? body.Body : TablesScope.Find(body.Tables, member, readValues);
        return value is not null;
    }
}
