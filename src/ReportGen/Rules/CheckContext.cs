using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Rules.Text;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules;

/// <summary>The checking of one report: the input of the rules, and their findings so far.</summary>
internal sealed class CheckContext(Report report, KindRules rules, CheckOptions options)
{
    /// <summary>The maximum number of findings listed per rule.</summary>
    public const int MaxPerRule = 200;

    private readonly List<Diagnostic> _findings = [];
    private readonly Dictionary<string, (int Count, Severity Highest, SourceLocation? First)> _byRule = [];
    private readonly Lazy<ReportProse> _prose = new(() => new ReportProse(report, options.Bound));

    public Report Report { get; } = report;

    public KindDefinition Kind { get; } = rules.Kind;

    public CheckOptions Options { get; } = options;

    public ReportProse Prose => _prose.Value;

    /// <summary>The author's texts, read into statements.</summary>
    public ReportReading Reading => field ??= new ReportReading(Report, Prose.Blocks, rules.Vocabulary);

    /// <summary>
    /// All findings. A rule with more than <see cref="MaxPerRule"/> has one last finding that gives the number omitted.
    /// </summary>
    public IReadOnlyList<Diagnostic> Findings => [.. _findings, .. _byRule.Where(r => r.Value.Count > MaxPerRule)
        .Select(r => RuleMessages.More(r.Key, r.Value.Highest, r.Value.Count - MaxPerRule, r.Value.First))];

    /// <summary>This year's table, or last year's: from the workbook, otherwise from last year's report. Null if none.</summary>
    public Table? Table(string id, bool previous) => previous
        ? Report.PreviousTable(id) ?? Options.Previous?.Table(id) : Report.Table(id);

    /// <summary>The severity of a rule's findings under the profile; null if the rule is off.</summary>
    public Severity? Severity(RuleHeader header) => header.Severity.Under(Options.Profile);

    /// <summary>Adds a finding that did not come from a rule.</summary>
    public void Add(Diagnostic finding) => _findings.Add(finding);

    public void Add(RuleHeader header, RuleFinding finding)
    {
        var severity = finding.Severity ?? Severity(header)!.Value;
        if (!IsListed(header.Id, severity, finding.Location)) return;
        _findings.Add(new Diagnostic
        {
            Id = header.Id,
            Severity = severity,
            Location = finding.Location,
            Message = header.Message.With(finding.Values),
            Remedy = header.Remedy?.With(finding.Values),
            Quotation = finding.Quotation,
            Related = finding.Related,
            Basis = header.Basis,
        });
    }

    /// <summary>
    /// Adds a finding about a span of a text. A span that prose takes from a field is left out if the rule has reported that
    /// field.
    /// </summary>
    public void Add(RuleHeader header, ProseText text, TextSpan span, TextView view, MessageValues values,
        ImmutableArray<SourceLocation> related = default)
    {
        if (text.FieldsOf(span, view) is { IsEmpty: false } fields && fields.All(f => IsReported(header, f))) return;
        Add(header, new RuleFinding(text.At(span, view), values)
            { Quotation = text.Quote(span, view), Related = related.IsDefault ? [] : related });
    }

    private bool IsReported(RuleHeader header, Field field) => _findings.Exists(f => f.Id == header.Id
        && f.Location is CellLocation at && field.Location is { } own && at.Sheet == own.Sheet && at.Address == own.Address);

    private bool IsListed(string rule, Severity severity, SourceLocation? location)
    {
        var seen = _byRule.GetValueOrDefault(rule);
        _byRule[rule] = seen.Count switch
        {
            < MaxPerRule => (seen.Count + 1, default, null),
            MaxPerRule => (seen.Count + 1, severity, location),
            _ => (seen.Count + 1, severity > seen.Highest ? severity : seen.Highest, seen.First),
        };
        return seen.Count < MaxPerRule;
    }
}

/// <summary>A finding of a rule: its place, and the values for the rule's message.</summary>
internal sealed record RuleFinding(SourceLocation? Location, IReadOnlyDictionary<string, LocalizedText> Values)
{
    public Quotation? Quotation { get; init; }

    public ImmutableArray<SourceLocation> Related { get; init; } = [];

    /// <summary>The severity; null for that of the rule.</summary>
    public Severity? Severity { get; init; }
}

/// <summary>Builds the values of a message.</summary>
internal sealed class MessageValues : Dictionary<string, LocalizedText>
{
    public MessageValues With(string name, string text) => With(name, LocalizedText.Same(text));

    public MessageValues With(string name, LocalizedText text)
    {
        this[name] = text;
        return this;
    }

    public MessageValues With(string name, decimal number) => With(name, SumEvaluator.Write(number));
}
