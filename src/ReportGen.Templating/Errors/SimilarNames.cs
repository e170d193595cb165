namespace ReportGen.Templating.Errors;

/// <summary>Finds the known name that is most similar to a wrong one, for “Did you mean”.</summary>
public static class SimilarNames
{
    private const int MaxCandidates = 10_000;
    private const int MaxLength = 64;

    /// <summary>
    /// The known name most similar to a wrong one: at most a third of it may differ, and not all of it. Names longer than 64
    /// characters, and those after the first 10,000, are not compared, so that hostile ones take no time.
    /// </summary>
    /// <param name="wrong">The wrong name.</param>
    /// <param name="known">The names that exist.</param>
    /// <returns>The nearest, of equally near ones the first in ordinal order; null if none is similar.</returns>
    public static string? Nearest(string wrong, IEnumerable<string> known)
    {
        if (wrong.Length > MaxLength) return null;
        var allowed = Math.Max(1, (wrong.Length + 1) / 3);
        return known.Take(MaxCandidates).Where(k => k != wrong && k.Length <= MaxLength)
            .Where(k => Math.Abs(k.Length - wrong.Length) <= allowed)
            .Select(k => (Name: k, Distance: Distance(wrong, k)))
            .Where(p => p.Distance <= allowed && p.Distance < Math.Max(wrong.Length, p.Name.Length))
            .OrderBy(p => p.Distance).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => p.Name).FirstOrDefault();
    }

    /// <summary>The edit distance: insertions, deletions, replacements and swaps of neighbours, ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                table[i, j] = Math.Min(table[i - 1, j - 1] + change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
