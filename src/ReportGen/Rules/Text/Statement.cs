namespace ReportGen.Rules.Text;

/// <summary>A way of saying a figure in prose.</summary>
internal sealed class Statement(RuleEntry entry)
{
    /// <summary>The id within the rule file.</summary>
    public string Id { get; } = entry.Map.Text("id");

    /// <summary>What is said, for messages.</summary>
    public LocalizedText Name { get; } = entry.Map.RequiredLocalized("name");

    /// <summary>The ways to say it; each has the number as its group <c>n</c>.</summary>
    public ImmutableArray<ProsePattern> Patterns { get; } = entry.NumberPatterns("n");

    /// <summary>Words that, in the same clause, mean something else.</summary>
    public ImmutableArray<ProsePattern> Not { get; } = entry.Patterns("not");

    /// <summary>Words that, in the same sentence, mean something else.</summary>
    public ImmutableArray<ProsePattern> NotInSentence { get; } = entry.Patterns("not-in-sentence");

    /// <summary>The figure it must be; null when no table has it.</summary>
    public Expression? Figure { get; } = ExpressionReader.Sum(entry.Kind, entry.Map.Scalar("figure"));

    /// <summary>Another figure that it may be as well, where the words leave it open; null for none.</summary>
    public Expression? Or { get; } = ExpressionReader.Sum(entry.Kind, entry.Map.Scalar("or"));

    /// <summary>How many of the text's units make one of the table's: 10000 for 元 against 万元.</summary>
    public decimal Scale { get; } = entry.Map.Decimal("scale") ?? 1;
}

/// <summary>A statement where it is made.</summary>
/// <param name="Statement">What is said.</param>
/// <param name="Text">In which text.</param>
/// <param name="Place">Where the number is masked.</param>
/// <param name="Number">The number.</param>
internal sealed record StatementOccurrence(Statement Statement, ProseText Text, int Place, ProseNumber Number)
{
    public TextSpan Span => new(Place, 1);
}
