using ReportGen.Definitions.Yaml;
using ReportGen.Model;
using ReportGen.Rules.Text;

namespace ReportGen.Rules;

/// <summary>What every rule has, whatever its sort.</summary>
public sealed record RuleHeader
{
    /// <summary>The rule's id.</summary>
    public required string Id { get; init; }

    /// <summary>The rule that it is a case of: <c>S-06</c> for <c>S-06.template</c>.</summary>
    public string Rule => Id.Split('.')[0];

    /// <summary>How much a finding matters under each profile.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>Whose reports it is for.</summary>
    public BodyFilter Bodies { get; init; } = BodyFilter.All;

    /// <summary>The first and last report year that it is for; null for no bound.</summary>
    public (int? From, int? To) Years { get; init; }

    /// <summary>What the rule demands, in one line; null when an earlier rule of the same id says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Why there is such a rule; null like <see cref="Title"/>.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>What a finding says.</summary>
    public required MessageTemplate Message { get; init; }

    /// <summary>What would make it right; null when the message says it all.</summary>
    public MessageTemplate? Remedy { get; init; }

    /// <summary>The law or notice behind it; null where there is none.</summary>
    public LocalizedText? Basis { get; init; }

    /// <summary>Where it stands in the rule file.</summary>
    public required TextLocation Location { get; init; }

    internal static RuleHeader Read(RuleEntry entry)
    {
        var map = entry.Map;
        return new()
        {
            // What stands behind a stop tells cases of one rule apart in the file: T3-05.total is a case of T3-05.
            Id = map.Text("id").Split('.')[0],
            Severity = RuleSeverity.Read(map),
            Bodies = entry.Inner("bodies", BodyFilter.Read) ?? BodyFilter.All,
            Years = map.Map("years") is { } years ? ReadYears(years) : default,
            Title = map.Localized("title"),
            Reason = map.Localized("reason"),
            Message = new MessageTemplate(map.Localized("message") ?? LocalizedText.Same("")),
            Remedy = map.Localized("remedy") is { } remedy ? new MessageTemplate(remedy) : null,
            Basis = RuleEntry.Id(map.Scalar("law"), new("依据", "law"), entry.File.Laws.Keys) is { } law ? entry.File.Laws[law] : null,
            Location = map.Location,
        };
    }

    /// <summary>Whether it is for this body and year.</summary>
    internal bool IsFor(Report report) => Bodies.Includes(report)
        && (Years == default || (report.Year is { } year && year >= (Years.From ?? year) && year <= (Years.To ?? year)));

    private static (int? From, int? To) ReadYears(YamlMap years)
    {
        var read = (years.Integer("from"), years.Integer("to"));
        years.Done();
        return read;
    }
}

/// <summary>The severity of a rule under each profile; null where the rule is not applied.</summary>
public sealed record RuleSeverity(Severity? Default, Severity? Strict, Severity? Minimal)
{
    private static readonly Dictionary<string, Severity?> Words = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error, ["warning"] = Severity.Warning, ["information"] = Severity.Information, ["off"] = null,
    };

    /// <summary>The severity under <paramref name="profile"/>; null when the rule is not applied.</summary>
    public Severity? Under(CheckProfile profile) => profile switch
    {
        CheckProfile.Strict => Strict,
        CheckProfile.Minimal => Minimal,
        _ => Default,
    };

    /// <summary>One word for all profiles (the minimal one keeps errors only), or one for each.</summary>
    internal static RuleSeverity Read(YamlMap map)
    {
        if (map.Node("severity") is not YamlMap each)
        {
            var all = map.Required("severity") ? map.Choice("severity", Words, Severity.Error) : null;
            return new RuleSeverity(all, all, KeepError(all));
        }

        var standard = each.Choice("default", Words, null);
        var read = new RuleSeverity(standard, each.Choice("strict", Words, standard), each.Choice("minimal", Words, KeepError(standard)));
        each.Done();
        return read;
    }

    private static Severity? KeepError(Severity? severity) => severity == Severity.Error ? severity : null;
}

/// <summary>Which bodies a rule is for.</summary>
public sealed record BodyFilter
{
    /// <summary>Every body.</summary>
    public static BodyFilter All { get; } = new();

    /// <summary>The id of the field that says what sort of body it is; null when that does not matter.</summary>
    public string? Field { get; init; }

    /// <summary>The values of that field that the rule is for; empty for any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The values of that field that the rule is not for.</summary>
    public ImmutableArray<string> NotValues { get; init; } = [];

    /// <summary>What the body's name must match; null for any name.</summary>
    public LinearRegex? Name { get; init; }

    /// <summary>What the body's name must not match; null for nothing.</summary>
    public LinearRegex? NotName { get; init; }

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
