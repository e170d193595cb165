using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>A statement that prose can make about a figure.</summary>
internal sealed class Statement
{
    /// <param name="entry">Its entry in the vocabulary.</param>
    /// <param name="meanings">The meanings of the vocabulary.</param>
    /// <param name="known">The ids of the statements before it.</param>
    public Statement(RuleEntry entry, ImmutableDictionary<string, Meaning> meanings, IEnumerable<string> known)
    {
        var map = entry.Map;
        Id = map.Text("id");
        Name = map.RequiredLocalized("name");
        Required = [.. entry.Ids("of", Meaning.Noun, meanings.Keys).Select(id => meanings[id])];
        Allowed = [.. entry.Ids("may", Meaning.Noun, meanings.Keys).Select(id => meanings[id])];
        SumOf = entry.Ids("sum-of", new("陈述", "statement"), known);
        Figure = ExpressionReader.Sum(entry.Kind, map.Scalar("figure"));
        Alternatives = [.. map.Scalars("or").Select(t => ExpressionReader.Sum(entry.Kind, t)).OfType<Expression>()];
        IsTotal = map.Flag("total");
        Scale = map.Decimal("scale") ?? 1;
        if (Required.Count(m => m.Kind == MeaningKind.Head) != 1 && SumOf.IsEmpty)
            map.ReportAt("of", at => RuleMessages.NoHead(at, Id));
    }

    /// <summary>The id within the vocabulary.</summary>
    public string Id { get; }

    /// <summary>What it states, for messages.</summary>
    public LocalizedText Name { get; }

    /// <summary>The one head and the meanings that must be named. Empty for a sum.</summary>
    public ImmutableArray<Meaning> Required { get; }

    /// <summary>Meanings that may also be named, without effect.</summary>
    public ImmutableArray<Meaning> Allowed { get; }

    /// <summary>The ids of the statements whose numbers add up to this one.</summary>
    public ImmutableArray<string> SumOf { get; }

    /// <summary>The figure with which its number is compared; null if no table has it.</summary>
    public Expression? Figure { get; }

    /// <summary>Other figures that the words may also denote.</summary>
    public ImmutableArray<Expression> Alternatives { get; }

    /// <summary>Whether it applies only where the words denote a total: 全年, 共.</summary>
    public bool IsTotal { get; }

    /// <summary>How many of the text's units make one of the table's: 10000 for 元 and 万元.</summary>
    public decimal Scale { get; }
}
