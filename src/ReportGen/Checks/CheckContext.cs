using System.Collections.Immutable;
using ReportGen.Checks.Prose;
using ReportGen.Definitions;
using ReportGen.Definitions.Checks;
using ReportGen.Definitions.Vocabularies;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>One check of one report: what the rules look at, and what they have found so far.</summary>
internal sealed class CheckContext(Report report, KindDefinition kind, CheckOptions options)
{
    /// <summary>How many findings of one rule are listed: nobody mends more than that one by one.</summary>
    public const int MostOfOneRule = 200;

    private readonly List<Diagnostic> _findings = [];
    private readonly Dictionary<string, (int Count, Severity Gravest, SourceLocation? First)> _byRule = [];
    private readonly Lazy<ReportProse> _prose = new(() => new ReportProse(report, options.Bound));
    private readonly Dictionary<Vocabulary, ReportReading> _readings = new(ReferenceEqualityComparer.Instance);

    public Report Report { get; } = report;

    public KindDefinition Kind { get; } = kind;

    public CheckOptions Options { get; } = options;

    public ReportProse Prose => _prose.Value;

    /// <summary>The author's texts as they are understood with a check's words.</summary>
    public ReportReading ReadingFor(ProseCheck check)
    {
        if (!_readings.TryGetValue(check.Vocabulary, out var reading))
            _readings.Add(check.Vocabulary, reading = new ReportReading(Report, Prose.Blocks, check.Vocabulary, IsFor(check.Vocabulary.AreaIsOwn)));
        return reading;
    }

    /// <summary>What the texts that a check looks at say of some statements.</summary>
    public IEnumerable<Said> Said(ProseCheck check, IEnumerable<Statement> statements)
    {
        var texts = Prose.In(check.Where).ToHashSet();
        var reading = ReadingFor(check);
        return statements.SelectMany(reading.Said).Where(s => texts.Contains(s.Text));
    }

    /// <summary>What was found; where a rule found more than <see cref="MostOfOneRule"/>, one finding tells how many more.</summary>
    public IReadOnlyList<Diagnostic> Findings => [.. _findings, .. _byRule.Where(r => r.Value.Count > MostOfOneRule)
        .Select(r => RuleMessages.More(r.Key, r.Value.Gravest, r.Value.Count - MostOfOneRule, r.Value.First))];

    /// <summary>This year's table, or last year's: from the workbook, else from last year's report.</summary>
    public Table? Table(string id, bool previous) => previous
        ? Report.PreviousTable(id) ?? Options.Previous?.Table(id) : Report.Table(id);

    /// <summary>How much a finding matters under the profile; null when the rule is not applied.</summary>
    public Severity? Severity(CheckHeader header) => header.Severity.Under(Options.Profile);

    /// <summary>Whether a rule is for this body and year.</summary>
    public bool IsFor(CheckHeader header) => IsFor(header.Bodies) && (header.Years == default
        || (Report.Year is { } year && year >= (header.Years.From ?? year) && year <= (header.Years.To ?? year)));

    /// <summary>Adds a finding that was made elsewhere.</summary>
    public void Add(Diagnostic finding) => _findings.Add(finding);

    public void Add(CheckHeader header, Finding finding)
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
    public void Add(CheckHeader header, ProseText text, TextSpan span, TextView view, Values values, ImmutableArray<SourceLocation> related = default) =>
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

    private bool IsFor(BodyScope bodies)
    {
        var value = bodies.Field is { } field ? Report.Field(field)?.Text ?? "" : "";
        if ((!bodies.Values.IsEmpty && !bodies.Values.Contains(value)) || bodies.NotValues.Contains(value)) return false;
        return bodies.Name?.IsMatch(Report.Body) != false && bodies.NotName?.IsMatch(Report.Body) != true;
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

    public Values With(string name, decimal number) => With(name, Arithmetic.Write(number));
}
