namespace ReportGen.Model;

/// <summary>The author's declaration that empty cells count as 0.</summary>
/// <param name="Field">The line of the cover with the declaration.</param>
/// <param name="Counts">The empty cells that were counted as 0, by the name of their table; without tables that have none.</param>
public sealed record BlankDeclaration(Field Field, ImmutableArray<(string Table, int Count)> Counts)
{
    /// <summary>The number of empty cells that were counted as 0.</summary>
    public int Count => Counts.Sum(c => c.Count);
}
