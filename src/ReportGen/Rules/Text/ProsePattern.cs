namespace ReportGen.Rules.Text;

/// <summary>The view of a text in which a pattern is matched.</summary>
internal enum TextView
{
    /// <summary>Normalized widths, no blanks and emphasis, and every number replaced by <c>#</c>.</summary>
    Masked,

    /// <summary>Normalized widths, no blanks and emphasis.</summary>
    Plain,

    /// <summary>The text as the author wrote it, with bound figures inserted.</summary>
    Raw,
}

/// <summary>A pattern over prose. It matches in linear time.</summary>
/// <param name="Regex">The compiled pattern; the group <c>n</c>, if any, is the number compared.</param>
/// <param name="View">The view of the text.</param>
internal sealed record ProsePattern(LinearRegex Regex, TextView View)
{
    private readonly ImmutableArray<string> _literals = PatternLiteral.AnyOf(Regex.ToString());

    /// <summary>Whether a text contains the literals that every match has. If false, there is no match.</summary>
    public bool MayMatch(ReadOnlySpan<char> text)
    {
        if (_literals.IsEmpty) return true;
        foreach (var literal in _literals)
            if (text.Contains(literal, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>
    /// Compiles a pattern. A single <c>#</c> of a masked pattern, outside character classes, becomes the group <c>n</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The pattern is not a valid regular expression.</exception>
    /// <exception cref="NotSupportedException">The pattern cannot be matched in linear time.</exception>
    public static ProsePattern Compile(string pattern, TextView view)
    {
        if (view == TextView.Masked && !pattern.Contains("(?<n>", StringComparison.Ordinal) && Numbers(pattern) is [var number])
            pattern = $"{pattern[..number]}(?<n>#){pattern[(number + 1)..]}";
        return new ProsePattern(new LinearRegex(pattern), view);
    }

    /// <summary>The positions of <c>#</c> outside character classes.</summary>
    private static List<int> Numbers(string pattern)
    {
        var numbers = new List<int>();
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] is '[' or ']') isInClass = pattern[i] == '[';
            else if (pattern[i] == '#' && !isInClass) numbers.Add(i);
        }

        return numbers;
    }
}
