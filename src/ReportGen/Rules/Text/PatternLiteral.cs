namespace ReportGen.Rules.Text;

/// <summary>
/// Finds literals that every match of a pattern contains. Searching for a literal is much faster than matching.
/// </summary>
internal static class PatternLiteral
{
    private const string Signs = "\\^$.|?*+()[]{}#";
    private const int DeepestGroup = 8;

    /// <summary>Literals of which every match contains at least one; empty if none are known.</summary>
    public static ImmutableArray<string> AnyOf(string pattern) => AnyOf(pattern, DeepestGroup);

    /// <summary>The longest literal outside groups; empty if there is none or the pattern has alternatives.</summary>
    public static string Of(string pattern)
    {
        var (longest, run) = ("", "");
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (!Signs.Contains(c, StringComparison.Ordinal))
            {
                run += c;
                if (i + 1 < pattern.Length) continue;
            }
            else if (c == '|')
            {
                return "";
            }
            else if (c is '?' or '*' or '{' && run.Length > 0)
            {
                run = run[..^1];
            }

            if (run.Length > longest.Length) longest = run;
            run = "";
            i = Past(pattern, i);
        }

        return longest;
    }

    private static ImmutableArray<string> AnyOf(string pattern, int depth)
    {
        var sets = Choices(pattern).Select(c => OfChoice(c, depth)).ToArray();
        return sets.Any(s => s.IsEmpty) ? [] : [.. sets.SelectMany(s => s).Distinct()];
    }

    // Longer literals are rarer in texts.
    private static ImmutableArray<string> OfChoice(string pattern, int depth)
    {
        ImmutableArray<string> run = Of(pattern) is { Length: > 0 } found ? [found] : [];
        return depth == 0 || Shortest(run) > 1 ? run
            : RequiredGroups(pattern).Select(g => AnyOf(g, depth - 1)).Prepend(run).MaxBy(Shortest);
    }

    private static int Shortest(ImmutableArray<string> runs) => runs.Select(r => r.Length).DefaultIfEmpty(0).Min();

    private static IEnumerable<string> Choices(string pattern)
    {
        var start = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '|')
            {
                yield return pattern[start..i];
                start = i + 1;
            }
            else if (Signs.Contains(pattern[i], StringComparison.Ordinal))
            {
                i = Past(pattern, i);
            }
        }

        yield return pattern[start..];
    }

    /// <summary>The contents of the groups that every match passes through.</summary>
    private static IEnumerable<string> RequiredGroups(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!Signs.Contains(pattern[i], StringComparison.Ordinal)) continue;
            var (start, end) = (i + 1, Past(pattern, i));
            i = end;
            if (pattern[start - 1] != '(' || end >= pattern.Length || IsOptional(pattern.AsSpan(end + 1))) continue;
            var inside = pattern[start..end];
            if (inside.StartsWith("?:", StringComparison.Ordinal)) yield return inside[2..];
            else if (inside.StartsWith("?<", StringComparison.Ordinal) && inside.IndexOf('>') is > 0 and var name)
                yield return inside[(name + 1)..];
            else if (!inside.StartsWith('?')) yield return inside;
        }
    }

    private static bool IsOptional(ReadOnlySpan<char> after) => after is ['?' or '*', ..] or ['{', '0', ..];

    /// <summary>
    /// The last character of the group, class, escape or quantifier that begins at a place; the place itself if none does.
    /// </summary>
    private static int Past(string pattern, int at)
    {
        if (pattern[at] == '\\') return pattern[Math.Min(at + 1, pattern.Length - 1)] == 'u' ? at + 5 : at + 1;
        if (pattern[at] == '{') return Math.Max(at, pattern.IndexOf('}', at));
        if (pattern[at] == '[') return ClassEnd(pattern, at);
        if (pattern[at] != '(') return at;
        var depth = 1;
        for (var i = at + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '(') depth++;
            else if (pattern[i] == ')' && --depth == 0) return i;
            else if (pattern[i] is '\\' or '[') i = Past(pattern, i);
        }

        return pattern.Length;
    }

    private static int ClassEnd(string pattern, int at)
    {
        for (var i = at + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == ']' && i > at + 1) return i;
        }

        return pattern.Length;
    }
}
