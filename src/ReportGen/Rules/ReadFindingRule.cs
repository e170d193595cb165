namespace ReportGen.Rules;

/// <summary>
/// Says under which rule a finding of the workbook's reader falls, so that it carries the rule's id and law. A finding falls
/// under the first such rule that fits it. Without a message or remedy it keeps the reader's. It becomes no graver, and an
/// error stays one, whatever the rule's severity: what could not be read must not be published.
/// </summary>
internal sealed class ReadFindingRule(RuleEntry entry) : Rule(entry)
{
    private readonly ImmutableArray<string> _findings = entry.Map.Required("findings") ? entry.Map.Texts("findings") : [];
    private readonly string? _table = entry.Table();

    // The lines that a finding must be about, and no others; empty for any.
    private readonly ImmutableArray<string> _rows = entry.Rows();
    private readonly ImmutableArray<string> _columns = entry.Columns();

    /// <summary>Puts what was found while reading the workbook under the rules that it breaks.</summary>
    public static void Assign(ImmutableArray<Diagnostic> read, ImmutableArray<Rule> rules, CheckContext context)
    {
        ImmutableArray<ReadFindingRule> own = [.. rules.OfType<ReadFindingRule>().Where(r => r.Header.IsFor(context.Report))];
        foreach (var finding in read)
        {
            if (own.FirstOrDefault(r => r.Covers(finding)) is not { Header: var header }) context.Add(finding);
            else if (context.Severity(header) is { } severity) context.Add(Under(header, finding, severity));
            else if (finding.Severity == Severity.Error) context.Add(finding);
        }
    }

    // Its findings are made when the workbook is read.
    internal override void Run(CheckContext context) { }

    private static Diagnostic Under(RuleHeader rule, Diagnostic finding, Severity severity) => finding with
    {
        Id = rule.Id,
        Severity = finding.Severity == Severity.Error || finding.Severity < severity ? finding.Severity : severity,
        Message = rule.Message.Text.Chinese.Length > 0 ? rule.Message.Text : finding.Message,
        Remedy = rule.Remedy?.Text ?? finding.Remedy,
        Basis = rule.Basis ?? finding.Basis,
    };

    private bool Covers(Diagnostic finding) => _findings.Contains(finding.Id)
        && (_table is null || (finding.Form is { IsPrevious: false } form && form.Table == _table
            && AreAmong(form.Rows, _rows) && AreAmong(form.Columns, _columns)));

    private static bool AreAmong(ImmutableArray<string> lines, ImmutableArray<string> allowed) =>
        allowed.IsEmpty || (!lines.IsEmpty && lines.All(l => allowed.Contains(l)));
}
