namespace ReportGen.Workbooks.Mapping;

/// <summary>How alike two labels are.</summary>
internal static class Similarity
{
    private const int LongestCompared = 120;
    private const double LeastShare = 0.5;

    /// <summary>The item whose key is most like <paramref name="key"/>; null when none shares half of it.</summary>
    public static T? Nearest<T>(string key, IEnumerable<T> items, Func<T, string> keyOf)
        where T : class
    {
        T? best = null;
        var bestShare = LeastShare;
        foreach (var item in items)
        {
            var share = Share(key, keyOf(item));
            if (share <= bestShare) continue;
            (best, bestShare) = (item, share);
        }
        return best;
    }

    private static double Share(string a, string b)
    {
        var longest = Math.Max(a.Length, b.Length);
        if (longest is 0 or > LongestCompared || Math.Min(a.Length, b.Length) * 2 < longest) return 0;
        return 1 - ((double)Distance(a, b) / longest);
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
