namespace ReportGen.Rules.Text;

/// <summary>In which form of the text a pattern is sought.</summary>
internal enum TextView
{
    /// <summary>Widths folded, blanks and emphasis left out, and every number replaced by <c>#</c>.</summary>
    Masked,

    /// <summary>Widths folded, blanks and emphasis left out.</summary>
    Plain,

    /// <summary>As the author wrote it.</summary>
    Raw,
}

/// <summary>A pattern over prose. It matches in linear time.</summary>
/// <param name="Regex">The compiled pattern; the group <c>n</c>, if any, is the number that counts.</param>
/// <param name="View">The form of the text.</param>
internal sealed record ProsePattern(LinearRegex Regex, TextView View)
{
    private readonly ImmutableArray<string> _literals = PatternLiteral.AnyOf(Regex.ToString());

    /// <summary>Whether a text has the plain characters that every match has. Where they are missing nothing need be sought.</summary>
    public bool MayMatch(ReadOnlySpan<char> text)
    {
        if (_literals.IsEmpty) return true;
        foreach (var literal in _literals)
            if (text.Contains(literal, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Compiles a pattern. A lone <c>#</c> of a masked one, outside classes, becomes the group <c>n</c>.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It cannot be matched in linear time.</exception>
    public static ProsePattern Compile(string pattern, TextView view)
    {
        if (view == TextView.Masked && !pattern.Contains("(?<n>", StringComparison.Ordinal) && Numbers(pattern) is [var number])
            pattern = $"{pattern[..number]}(?<n>#){pattern[(number + 1)..]}";
        return new ProsePattern(new LinearRegex(pattern), view);
    }

    /// <summary>Where a pattern asks for a number: the signs outside classes of characters.</summary>
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
