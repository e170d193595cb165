namespace ReportGen.Rules.Text;

/// <summary>A document that reports cite.</summary>
internal sealed class KnownDocument(RuleEntry entry)
{
    /// <summary>The id within the rule file.</summary>
    public string Id { get; } = entry.Map.Text("id");

    /// <summary>Its number as it must be written.</summary>
    public string Right { get; } = entry.Map.Text("right");

    /// <summary>Other ways to write the number that are right.</summary>
    public ImmutableArray<string> Also { get; } = entry.Map.Texts("also");

    /// <summary>Its names, without the marks of a title.</summary>
    public ImmutableArray<string> Names { get; } = entry.Map.Texts("names");

    /// <summary>Numbers that were right once, or belong to a document that it replaced.</summary>
    public ImmutableArray<string> Former { get; } = entry.Map.Texts("former");

    /// <summary>Words of a sentence that speak of this document though it is not named.</summary>
    public ImmutableArray<ProsePattern> Context { get; } = entry.Patterns("context", TextView.Plain);
}
