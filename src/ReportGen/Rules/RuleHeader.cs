using ReportGen.Definitions.Yaml;
using ReportGen.Model;
using ReportGen.Rules.Text;

namespace ReportGen.Rules;

/// <summary>The properties that rules of every type have.</summary>
public sealed record RuleHeader
{
    /// <summary>The rule's id.</summary>
    public required string Id { get; init; }

    /// <summary>The severity of a finding under each profile.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>The bodies to whose reports it applies.</summary>
    public BodyFilter Bodies { get; init; } = BodyFilter.All;

    /// <summary>The first and last report year to which it applies; null for no bound.</summary>
    public (int? From, int? To) Years { get; init; }

    /// <summary>What the rule demands, in one line; null if an earlier rule with the same id has a title.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>The reason for the rule; null if <see cref="Title"/> is null.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>The message of a finding.</summary>
    public required MessageTemplate Message { get; init; }

    /// <summary>How to fix it; null if the message says so.</summary>
    public MessageTemplate? Remedy { get; init; }

    /// <summary>The law or notice on which it is based; null if none.</summary>
    public LocalizedText? Basis { get; init; }

    /// <summary>The place of the rule in its file.</summary>
    public required TextLocation Location { get; init; }

    internal static RuleHeader Read(RuleEntry entry)
    {
        var map = entry.Map;
        return new()
        {
            // A suffix distinguishes the rules of a file that share an id: T3-05.columns reports as T3-05.
            Id = map.Text("id").Split('.')[0],
            Severity = RuleSeverity.Read(map),
            Bodies = entry.Inner("bodies", BodyFilter.Read) ?? BodyFilter.All,
            Years = map.Map("years") is { } years ? ReadYears(years) : default,
            Title = map.Localized("title"),
            Reason = map.Localized("reason"),
            Message = new MessageTemplate(map.Localized("message") ?? LocalizedText.Same("")),
            Remedy = map.Localized("remedy") is { } remedy ? new MessageTemplate(remedy) : null,
            Basis = RuleEntry.Id(map.Scalar("law"), new("依据", "law"), entry.File.Laws.Keys) is { } law
                ? entry.File.Laws[law]
                : null,
            Location = map.Location,
        };
    }

    /// <summary>Whether the rule applies to this body and year.</summary>
    internal bool IsFor(Report report) => Bodies.Includes(report)
        && (Years == default || (report.Year is { } year && year >= (Years.From ?? year) && year <= (Years.To ?? year)));

    private static (int? From, int? To) ReadYears(YamlMap years)
    {
        var read = (years.Integer("from"), years.Integer("to"));
        years.Done();
        return read;
    }
}

/// <summary>The severity of a rule under each profile; null where the rule is off.</summary>
public sealed record RuleSeverity(Severity? Default, Severity? Strict, Severity? Minimal)
{
    private static readonly Dictionary<string, Severity?> s_words = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error, ["warning"] = Severity.Warning, ["information"] = Severity.Information, ["off"] = null,
    };

    /// <summary>The severity under <paramref name="profile"/>; null if the rule is off.</summary>
    public Severity? Under(CheckProfile profile) => profile switch
    {
        CheckProfile.Strict => Strict,
        CheckProfile.Minimal => Minimal,
        _ => Default,
    };

    /// <summary>Reads one word for all profiles (the minimal one keeps errors only), or one for each.</summary>
    internal static RuleSeverity Read(YamlMap map)
    {
        if (map.Node("severity") is not YamlMap each)
        {
            var all = map.Required("severity") ? map.Choice("severity", s_words, Severity.Error) : null;
            return new RuleSeverity(all, all, KeepError(all));
        }

        var standard = each.Choice("default", s_words, null);
        var read = new RuleSeverity(standard, each.Choice("strict", s_words, standard),
            each.Choice("minimal", s_words, KeepError(standard)));
        each.Done();
        return read;
    }

    private static Severity? KeepError(Severity? severity) => severity == Severity.Error ? severity : null;
}

/// <summary>The bodies to which a rule applies.</summary>
public sealed record BodyFilter
{
    /// <summary>Every body.</summary>
    public static BodyFilter All { get; } = new();

    /// <summary>The id of the field that classifies the body; null for any body.</summary>
    public string? Field { get; init; }

    /// <summary>The values of that field to which the rule applies; empty for any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The values of that field to which the rule does not apply.</summary>
    public ImmutableArray<string> NotValues { get; init; } = [];

    /// <summary>The pattern that the body's name must match; null for any name.</summary>
    internal LinearRegex? Name { get; init; }

    /// <summary>The pattern that the body's name must not match; null if none.</summary>
    internal LinearRegex? NotName { get; init; }

    internal static BodyFilter Read(RuleEntry entry)
    {
        var field = entry.Field(entry.Map.Scalar("field"));
        var choices = entry.Kind.Fields.FirstOrDefault(f => f.Id == field)?.Choices ?? [];
        return new BodyFilter
        {
            Field = field,
            Values = entry.Ids("values", new("选项", "choice"), choices),
            NotValues = entry.Ids("not-values", new("选项", "choice"), choices),
            Name = entry.Pattern("name", TextView.Plain)?.Regex,
            NotName = entry.Pattern("not-name", TextView.Plain)?.Regex,
        };
    }

    internal bool Includes(Report report)
    {
        var value = Field is null ? "" : report.Field(Field)?.Text ?? "";
        if ((!Values.IsEmpty && !Values.Contains(value)) || NotValues.Contains(value)) return false;
        return Name?.IsMatch(report.Body) != false && NotName?.IsMatch(report.Body) != true;
    }
}
