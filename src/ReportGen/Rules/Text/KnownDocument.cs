namespace ReportGen.Rules.Text;

/// <summary>A document that reports cite.</summary>
internal sealed class KnownDocument(RuleEntry entry)
{
    /// <summary>The id within the rule file.</summary>
    public string Id { get; } = entry.Map.Text("id");

    /// <summary>The correct form of its number.</summary>
    public string Right { get; } = entry.Map.Text("right");

    /// <summary>Other correct forms of the number.</summary>
    public ImmutableArray<string> Also { get; } = entry.Map.Texts("also");

    /// <summary>Its names, without title marks.</summary>
    public ImmutableArray<string> Names { get; } = entry.Map.Texts("names");

    /// <summary>Numbers that are outdated, or belong to a document that it replaced.</summary>
    public ImmutableArray<string> Former { get; } = entry.Map.Texts("former");

    /// <summary>Words that show that a sentence is about this document, without its name.</summary>
    public ImmutableArray<ProsePattern> Context { get; } = entry.Patterns("context", TextView.Plain);
}
