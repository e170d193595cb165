namespace ReportGen.Rules;

/// <summary>
/// A rule of a kind: its data, read from an entry of a rule file, and its run. One class for each sort of rule; the
/// <see cref="RuleCatalog"/> lists them.
/// </summary>
public abstract class Rule
{
    /// <param name="entry">Its entry.</param>
    /// <param name="places">The names that its message may have in braces; none when the rule needs no message.</param>
    private protected Rule(RuleEntry entry, params string[] places)
    {
        Header = entry.Header;
        if (places.Length > 0) entry.Map.Required("message");
        MessageTemplate.Verify(entry.Map, "message", places);
        MessageTemplate.Verify(entry.Map, "remedy", places);
    }

    /// <summary>What every rule has.</summary>
    public RuleHeader Header { get; }

    /// <summary>The rule's id, such as <c>T3-02</c>. Several rules may share one: they are cases of the same rule.</summary>
    public string Id => Header.Id;

    /// <summary>Adds what is wrong with the report to the context's findings.</summary>
    internal abstract void Run(CheckContext context);
}
