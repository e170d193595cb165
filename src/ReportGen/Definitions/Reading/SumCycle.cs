namespace ReportGen.Definitions.Reading;

/// <summary>Finds a sum that includes itself, directly or through other sums.</summary>
internal static class SumCycle
{
    /// <summary>The id of a line in a cycle; null if none.</summary>
    public static string? Find(ImmutableArray<(string Id, ImmutableArray<string> SumOf)> lines)
    {
        var open = lines.Where(l => !l.SumOf.IsEmpty).DistinctBy(l => l.Id).ToDictionary(l => l.Id, l => l.SumOf);
        while (open.FirstOrDefault(l => !l.Value.Any(open.ContainsKey)).Key is { } computable) open.Remove(computable);
        return open.Keys.FirstOrDefault();
    }
}
