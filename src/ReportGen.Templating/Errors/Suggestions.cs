namespace ReportGen.Templating.Errors;

/// <summary>Finds the known name that is most similar to a wrong one, for “Did you mean”.</summary>
internal static class Suggestions
{
    private const int MaxCandidates = 10_000;
    private const int MaxNameLength = 64;

    /// <summary>The most similar of <paramref name="known"/>; null if none is similar.</summary>
    public static string? For(string name, IEnumerable<string> known)
    {
        if (name.Length is 1 or > MaxNameLength) return null;
        return known.Take(MaxCandidates).Where(c => c.Length <= MaxNameLength && c != name)
            .Select(c => (Name: c, Distance: Distance(name, c)))
            .Where(c => c.Distance <= Math.Max(1, name.Length / 3)).OrderBy(c => c.Distance).FirstOrDefault().Name;
    }

    /// <summary>The names that the template of <paramref name="node"/> assigns.</summary>
    public static IEnumerable<string> AssignedIn(ScriptNode node)
    {
        while (node.Parent is { } parent) node = parent;
        return SyntaxTree.Walk(node).Select(n => n.Node).OfType<ScriptVariable>().Where(IsSet).Select(v => v.Name);
    }

    private static bool IsSet(ScriptVariable variable) => variable.Parent switch
    {
        ScriptAssignExpression assignment => ReferenceEquals(assignment.Target, variable),
        ScriptForStatement loop => ReferenceEquals(loop.Variable, variable),
        ScriptCaptureStatement or ScriptFunction or ScriptParameter => true,
        _ => false,
    };

    /// <summary>The edit distance: insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++) table[i, j] = i == 0 || j == 0 ? i + j : Cheapest(table, a, b, i, j);
        }

        return table[a.Length, b.Length];
    }

    private static int Cheapest(int[,] table, string a, string b, int i, int j)
    {
        var replaced = table[i - 1, j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
        var cheapest = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(cheapest, table[i - 2, j - 2] + 1) : cheapest;
    }
}
