namespace ReportGen.Model;

/// <summary>The author's declaration that empty cells count as 0.</summary>
/// <param name="Field">The field with the declaration.</param>
/// <param name="Counts">The empty cells that were counted as 0, by the name of their table; without tables that have
/// none.</param>
public sealed record BlankDeclaration(Field Field, ImmutableArray<(string Table, int Count)> Counts)
{
    /// <summary>The number of empty cells that were counted as 0.</summary>
    public int Count => Counts.Sum(c => c.Count);

    /// <summary>A sentence for people who read the report's findings but not its cover.</summary>
    public LocalizedText Remark => new(
        $"封面“{Field.Name}”一行填了“{Field.Text}”，共有 {Count} 个空格按 0 计。",
        $"The cover declares “{Field.Name}”: {Field.Text}; {Count} empty cells count as 0.");
}
