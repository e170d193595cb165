using ReportGen.Model;

namespace ReportGen.Bindings;

/// <summary>The fields by name and id.</summary>
internal sealed class FieldsScope(ImmutableArray<Field> fields, ReadValues readValues) : ReadOnlyScope
{
    /// <summary>The field with that name or id; null if none.</summary>
    public static FieldValue? Find(ImmutableArray<Field> fields, string member, ReadValues readValues)
    {
        var field = fields.FirstOrDefault(f => f.Name == member) ?? fields.FirstOrDefault(f => f.Id == member);
        return field is null ? null : readValues.Read(new FieldValue(field));
    }

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => fields.SelectMany(f => new[] { f.Name, f.Id }).Distinct();

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = Find(fields, member, readValues);
        return value is not null;
    }
}
