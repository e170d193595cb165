using System.Collections.Immutable;
using ReportGen.Definitions.Vocabularies;
using ReportGen.Diagnostics;

namespace ReportGen.Definitions.Checks;

/// <summary>In which form of the text a pattern is sought.</summary>
public enum TextView
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
public sealed record ProsePattern(LinearRegex Regex, TextView View)
{
    /// <summary>Whether it can match only where there is a number, within one sentence.</summary>
    public bool NeedsNumber { get; } = View == TextView.Masked && Regex.ToString().Contains("(?<n>#)", StringComparison.Ordinal);

    private readonly ImmutableArray<string> _literals = PatternLiteral.AnyOf(Regex.ToString());

    /// <summary>Whether a text has the plain characters that every match has. Where they are missing nothing need be sought.</summary>
    public bool MayMatch(ReadOnlySpan<char> text)
    {
        if (_literals.IsEmpty) return true;
        foreach (var literal in _literals)
            if (text.Contains(literal, StringComparison.Ordinal)) return true;
        return false;
    }
}

/// <summary>A way of saying a figure in prose.</summary>
public sealed record Statement
{
    /// <summary>The id within the rule file.</summary>
    public required string Id { get; init; }

    /// <summary>What is said, for messages.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What is counted. Never empty where the statement is read: one head, and what is done with it.</summary>
    public ImmutableArray<Meaning> Of { get; init; } = [];

    /// <summary>What may be said besides and changes nothing.</summary>
    public ImmutableArray<Meaning> May { get; init; } = [];

    /// <summary>The ids of the statements whose numbers add up to this one.</summary>
    public ImmutableArray<string> SumOf { get; init; } = [];

    /// <summary>The figure it must be; null when no table has it.</summary>
    public Expression? Figure { get; init; }

    /// <summary>Other figures that it may be as well, where the words leave it open.</summary>
    public ImmutableArray<Expression> Or { get; init; } = [];

    /// <summary>Whether it is said only where the words tell that it is the whole: 全年, 共.</summary>
    public bool IsTotal { get; init; }

    /// <summary>How many of the text's units make one of the table's: 10000 for 元 against 万元.</summary>
    public decimal Scale { get; init; } = 1;
}
