namespace ReportGen.Definitions.Checks;

/// <summary>Finds the characters that a pattern cannot match without: looking for them is much quicker than matching.</summary>
internal static class PatternLiteral
{
    private const string Signs = "\\^$.|?*+()[]{}#";

    /// <summary>The longest run of plain characters outside groups; empty when there is none, or when the pattern is a choice.</summary>
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
            else if (c == '|') return "";
            else if (c is '?' or '*' or '{' && run.Length > 0) run = run[..^1];

            if (run.Length > longest.Length) longest = run;
            run = "";
            i = Past(pattern, i);
        }

        return longest;
    }

    /// <summary>The last character of the group, class, escape or count that begins at a place; the place itself where none does.</summary>
    private static int Past(string pattern, int at)
    {
        if (pattern[at] == '\\') return pattern[Math.Min(at + 1, pattern.Length - 1)] == 'u' ? at + 5 : at + 1;
        if (pattern[at] == '{') return pattern.IndexOf('}', at);
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
