using ReportGen.Model;

namespace ReportGen.Definitions;

/// <summary>Which empty cells count as 0 if the author declares it on the cover.</summary>
/// <param name="FieldId">The id of the field that declares it, of type <see cref="FieldType.Choice"/>.</param>
/// <param name="Values">The values of the field that declare it. Never empty.</param>
/// <param name="TableIds">The ids of the tables whose empty cells then count as 0. Never empty.</param>
public sealed record BlanksAsZero(string FieldId, ImmutableArray<string> Values, ImmutableArray<string> TableIds)
{
    /// <summary>The line of a cover that declares it; null if none does.</summary>
    public Field? DeclaredBy(IEnumerable<Field> fields) => fields.FirstOrDefault(f => f.Id == FieldId && Values.Contains(f.Text));
}
