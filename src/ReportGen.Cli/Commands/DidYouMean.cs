namespace ReportGen.Cli.Commands;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class DidYouMean
{
    /// <summary>The nearest of <paramref name="words"/>, or null when none is near: one slip in three letters, two swapped letters being one slip.</summary>
    public static string? Guess(string typed, IEnumerable<string> words)
    {
        var limit = Math.Max(1, typed.TrimStart('-').Length / 3);
        return words.Select(word => (Word: word, Slips: Slips(typed.ToLowerInvariant(), word.ToLowerInvariant())))
            .Where(c => c.Slips <= limit).OrderBy(c => c.Slips).Select(c => c.Word).FirstOrDefault();
    }

    private static int Slips(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 3) return int.MaxValue;
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
                table[i, j] = Cheapest(table, a, b, i, j);
        return table[a.Length, b.Length];
    }

    private static int Cheapest(int[,] table, string a, string b, int i, int j)
    {
        var change = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var cheapest = Math.Min(change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(cheapest, table[i - 2, j - 2] + 1) : cheapest;
    }
}
