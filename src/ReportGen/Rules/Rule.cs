namespace ReportGen.Rules;

/// <summary>
/// A rule of a kind: its data, read from a rule file, and its check. One class per rule type; the
/// <see cref="RuleCatalog"/> lists them.
/// </summary>
public abstract class Rule
{
    /// <param name="entry">The rule in its file.</param>
    /// <param name="placeholders">The placeholders that its message may have; empty if the rule needs no message.</param>
    private protected Rule(RuleEntry entry, params string[] placeholders)
    {
        Header = entry.Header;
        if (placeholders.Length > 0) entry.Map.Required("message");
        MessageTemplate.Verify(entry.Map, "message", placeholders);
        MessageTemplate.Verify(entry.Map, "remedy", placeholders);
    }

    /// <summary>The properties that every rule has.</summary>
    public RuleHeader Header { get; }

    /// <summary>The rule's id, such as <c>T3-02</c>. Several rules may share it.</summary>
    public string Id => Header.Id;

    /// <summary>Checks the report and adds findings to the context.</summary>
    internal abstract void Run(CheckContext context);
}
