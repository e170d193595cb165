namespace ReportGen.Diagnostics;

/// <summary>Suggests the known word that a misspelled word probably stands for.</summary>
public static class Spelling
{
    private const int MaxLength = 64;
    private const int MaxListed = 12;

    /// <summary>The word of <paramref name="known"/> most similar to <paramref name="word"/>; null if none is similar.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var allowed = Math.Max(1, (word.Length + 1) / 3);
        return known.Where(k => k.Length <= MaxLength && word.Length <= MaxLength && Math.Abs(k.Length - word.Length) <= allowed)
            .Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(p => p.Distance <= allowed && p.Distance < Math.Max(word.Length, p.Word.Length))
            .OrderBy(p => p.Distance).ThenBy(p => p.Word, StringComparer.Ordinal)
            .Select(p => p.Word).FirstOrDefault();
    }

    /// <summary>“Did you mean …?” if a word is similar, otherwise a list of the known words; null if there are none.</summary>
    public static LocalizedText? Hint(string word, IReadOnlyCollection<string> known)
    {
        if (Nearest(word, known) is { } near) return new($"是否应为“{near}”？", $"Did you mean “{near}”?");
        if (known.Count == 0) return null;
        var (first, more) = (known.Take(MaxListed), known.Count > MaxListed);
        return new($"可用的有：{string.Join("、", first)}{(more ? "……" : "。")}",
            $"Available: {string.Join(", ", first)}{(more ? ", …" : ".")}");
    }

    /// <summary>The edit distance: insertions, deletions, substitutions and swaps of neighbours, ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
