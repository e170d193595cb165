using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Rules.Text;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules;

/// <summary>One check of one report: what the rules look at, and what they have found so far.</summary>
internal sealed class CheckContext(Report report, KindRules rules, CheckOptions options)
{
    /// <summary>How many findings of one rule are listed: nobody mends more than that one by one.</summary>
    public const int MostOfOneRule = 200;

    private readonly List<Diagnostic> _findings = [];
    private readonly Dictionary<string, (int Count, Severity Gravest, SourceLocation? First)> _byRule = [];
    private readonly Lazy<ReportProse> _prose = new(() => new ReportProse(report, options.Bound));

    public Report Report { get; } = report;

    public KindDefinition Kind { get; } = rules.Kind;

    public CheckOptions Options { get; } = options;

    public ReportProse Prose => _prose.Value;

    /// <summary>The author's texts as they are understood.</summary>
    public ReportReading Reading => field ??= new ReportReading(Report, Prose.Blocks, rules.Vocabulary);

    /// <summary>What was found; where a rule found more than <see cref="MostOfOneRule"/>, one finding tells how many more.</summary>
    public IReadOnlyList<Diagnostic> Findings => [.. _findings, .. _byRule.Where(r => r.Value.Count > MostOfOneRule)
        .Select(r => RuleMessages.More(r.Key, r.Value.Gravest, r.Value.Count - MostOfOneRule, r.Value.First))];

    /// <summary>This year's table, or last year's: from the workbook, else from last year's report.</summary>
    public Table? Table(string id, bool previous) => previous
        ? Report.PreviousTable(id) ?? Options.Previous?.Table(id) : Report.Table(id);

    /// <summary>How much a finding matters under the profile; null when the rule is not applied.</summary>
    public Severity? Severity(RuleHeader header) => header.Severity.Under(Options.Profile);

    /// <summary>Adds a finding that was made elsewhere.</summary>
    public void Add(Diagnostic finding) => _findings.Add(finding);

    public void Add(RuleHeader header, Finding finding)
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

    /// <summary>Adds a finding about a run of a text.</summary>
    public void Add(RuleHeader header, ProseText text, TextSpan span, TextView view, Values values, ImmutableArray<SourceLocation> related = default) =>
        Add(header, new Finding(text.At(span, view), values) { Quotation = text.Quote(span, view), Related = related.IsDefault ? [] : related });

    private bool IsListed(string rule, Severity severity, SourceLocation? location)
    {
        var seen = _byRule.GetValueOrDefault(rule);
        _byRule[rule] = seen.Count switch
        {
            < MostOfOneRule => (seen.Count + 1, default, null),
            MostOfOneRule => (seen.Count + 1, severity, location),
            _ => (seen.Count + 1, severity > seen.Gravest ? severity : seen.Gravest, seen.First),
        };
        return seen.Count < MostOfOneRule;
    }
}

/// <summary>What a rule found: the values for its message, and the place.</summary>
internal sealed record Finding(SourceLocation? Location, IReadOnlyDictionary<string, LocalizedText> Values)
{
    public Quotation? Quotation { get; init; }

    public ImmutableArray<SourceLocation> Related { get; init; } = [];

    /// <summary>The weight where it is not the rule's own.</summary>
    public Severity? Severity { get; init; }
}

/// <summary>Builds the values of a message.</summary>
internal sealed class Values : Dictionary<string, LocalizedText>
{
    public Values With(string name, string text) => With(name, LocalizedText.Same(text));

    public Values With(string name, LocalizedText text)
    {
        this[name] = text;
        return this;
    }

    public Values With(string name, decimal number) => With(name, SumEvaluator.Write(number));
}
