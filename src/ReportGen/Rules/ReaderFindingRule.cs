namespace ReportGen.Rules;

/// <summary>
/// Assigns findings of the workbook reader to a rule, with its id and law. The first matching rule applies. Without a message
/// or remedy the reader's stays. The severity never rises, and an error stays an error: a workbook that cannot be read must not
/// be published.
/// </summary>
internal sealed class ReaderFindingRule(RuleEntry entry) : Rule(entry)
{
    private readonly ImmutableArray<string> _findings = entry.Map.Required("findings") ? entry.Map.Texts("findings") : [];
    private readonly string? _table = entry.Table();

    // The lines that a finding must concern, and no others; empty for any.
    private readonly ImmutableArray<string> _rows = entry.Rows();
    private readonly ImmutableArray<string> _columns = entry.Columns();

    /// <summary>Assigns the findings of the workbook reader to the rules that they break.</summary>
    public static void Assign(ImmutableArray<Diagnostic> read, ImmutableArray<Rule> rules, CheckContext context)
    {
        ImmutableArray<ReaderFindingRule> own = [.. rules.OfType<ReaderFindingRule>().Where(r => r.Header.IsFor(context.Report))];
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
