using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Rules;

namespace ReportGen.Tests.Rules;

/// <summary>Generates the page that lists every rule of a kind, from the rules themselves.</summary>
internal sealed class RuleGuide(ImmutableArray<KindRules> editions, Language language)
{
    private static readonly (string Prefix, LocalizedText Name)[] s_groups =
    [
        ("T2", new("表二：主动公开", "Table 2: what was published")),
        ("T3", new("表三：依申请公开", "Table 3: applications")),
        ("T4", new("表四：复议诉讼", "Table 4: disputes")),
        ("X", new("汇总", "Districts")),
        ("S", new("格式和结构", "Form and structure")),
        ("N", new("文字、数字和日期", "Text, numbers and dates")),
    ];

    private readonly StringBuilder _page = new();

    /// <summary>The page: an introduction, a table of all rules, and a section for each rule.</summary>
    public string Write(string introduction)
    {
        _page.Append(introduction).Append('\n');
        var rules = Rules().ToImmutableArray();
        WriteOverview(rules);
        foreach (var group in rules.GroupBy(GroupOf))
        {
            _page.Append("\n## ").Append(group.Key).Append('\n');
            foreach (var rule in group) WriteRule(rule);
        }

        return _page.ToString();
    }

    /// <summary>The rules in the order of their groups and ids, each with its cases in all editions.</summary>
    private IEnumerable<(string Id, ImmutableArray<(KindDefinition Edition, Rule Rule)> Cases)> Rules() =>
        from edition in editions.Reverse()
        from own in edition.Rules
        group (edition.Kind, own) by own.Id into rule
        orderby GroupIndex(rule.Key), rule.Key
        select (rule.Key, rule.ToImmutableArray());

    private static int GroupIndex(string id)
    {
        var index = Array.FindIndex(s_groups, g => id.StartsWith(g.Prefix, StringComparison.Ordinal));
        return index < 0 ? throw new ArgumentException($"No group for {id}.", nameof(id)) : index;
    }

    private string GroupOf((string Id, ImmutableArray<(KindDefinition, Rule)> Cases) rule) =>
        Text(s_groups[GroupIndex(rule.Id)].Name);

    private void WriteOverview(ImmutableArray<(string Id, ImmutableArray<(KindDefinition Edition, Rule Rule)> Cases)> rules)
    {
        _page.Append(
            Say("\n| 规则 | 要求 | 默认 | 严格 | 从简 |\n|---|---|---|---|---|\n",
                "\n| rule | demands | default | strict | minimal |\n|---|---|---|---|---|\n"));
        foreach (var (id, cases) in rules)
        {
            var severities = cases.Select(c => c.Rule.Header.Severity).ToArray();
            _page.Append(CultureInfo.InvariantCulture, $"| [{id}](#{id.ToLowerInvariant()}) | {Cell(TitleOf(cases))} | ")
                .Append(CultureInfo.InvariantCulture, $"{Highest(severities, CheckProfile.Default)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Highest(severities, CheckProfile.Strict)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Highest(severities, CheckProfile.Minimal)} |\n");
        }
    }

    private void WriteRule((string Id, ImmutableArray<(KindDefinition Edition, Rule Rule)> Cases) rule)
    {
        var headers = rule.Cases.Select(c => c.Rule.Header).ToArray();
        _page.Append(FormattableString.Invariant($"\n### {rule.Id}\n\n**{Escape(TitleOf(rule.Cases))}**\n"));
        foreach (var reason in Distinct(headers.Select(h => h.Reason))) _page.Append('\n').Append(reason).Append('\n');
        _page.Append('\n');
        foreach (var weight in Weights(rule.Cases)) Item("严重程度", "severity", weight);
        foreach (var basis in Distinct(headers.Select(h => h.Basis))) Item("依据", "basis", basis);
        foreach (var remedy in Distinct(headers.Select(h => h.Remedy?.Text))) Item("改正", "what to do", remedy);
    }

    private void Item(string zh, string en, string text) =>
        _page.Append("- ").Append(Say(zh + "：", en + ": ")).Append(text).Append('\n');

    /// <summary>One line for each severity of the rule's cases, with the description of the case.</summary>
    private IEnumerable<string> Weights(ImmutableArray<(KindDefinition Edition, Rule Rule)> cases)
    {
        var main = cases[0].Rule.Header.Title;
        return cases.GroupBy(
            c => (Weight: Weight(c.Rule.Header.Severity), Title: c.Rule.Header.Title is { } t && t != main ? Escape(Text(t)) : "",
                For: For(c.Rule.Header)))
            .Select(
                g =>
                    string.Join(Say("；", "; "),
                        new[] { g.Key.Title, g.Key.Weight, g.Key.For,
                            EditionsOf(g.Select(c => c.Edition)) }.Where(s => s.Length > 0)));
    }

    private string EditionsOf(IEnumerable<KindDefinition> of)
    {
        var names = of.Select(e => e.Edition).Distinct().Order(StringComparer.Ordinal).ToArray();
        return names.Length == editions.Length
            ? ""
            : Say($"只用于 {string.Join("、", names)} 年格式", $"form of {string.Join(", ", names)} only");
    }

    private string For(RuleHeader header)
    {
        var parts = new List<string>();
        if (header.Years.From is { } from) parts.Add(Say($"{from} 年度起", $"from {from} on"));
        if (header.Years.To is { } to) parts.Add(Say($"至 {to} 年度", $"until {to}"));
        if (!header.Bodies.Values.IsEmpty) parts.Add(string.Join("、", header.Bodies.Values));
        if (header.Bodies.Name is not null || header.Bodies.NotName is not null)
            parts.Add(Say("视机关名称而定", "depends on the body's name"));
        return string.Join(Say("，", ", "), parts);
    }

    private string Weight(RuleSeverity severity) => severity.Default == severity.Strict
        ? severity.Minimal == severity.Default ? Name(severity.Default)
        : Say($"{Name(severity.Default)}（从简：{Name(severity.Minimal)}）",
            $"{Name(severity.Default)} (minimal: {Name(severity.Minimal)})")
        : Say($"{Name(severity.Default)}（严格：{Name(severity.Strict)}；从简：{Name(severity.Minimal)}）",
            $"{Name(severity.Default)} (strict: {Name(severity.Strict)}, minimal: {Name(severity.Minimal)})");

    private string Highest(IEnumerable<RuleSeverity> severities, CheckProfile profile) =>
        Name(severities.Max(s => s.Under(profile)));

    private string Name(Severity? severity) => severity switch
    {
        Severity.Error => Say("错误", "error"),
        Severity.Warning => Say("警告", "warning"),
        Severity.Information => Say("提示", "information"),
        _ => Say("不用", "off"),
    };

    private string TitleOf(ImmutableArray<(KindDefinition Edition, Rule Rule)> cases) => Text(cases[0].Rule.Header.Title!);

    private IEnumerable<string> Distinct(IEnumerable<LocalizedText?> texts) =>
        texts.OfType<LocalizedText>().Select(t => Escape(Text(t))).Where(t => t.Length > 0).Distinct();

    private string Say(string zh, string en) => language == Language.Chinese ? zh : en;

    private string Text(LocalizedText text) => text.In(language);

    private static string Cell(string text) => Escape(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Replaces the placeholders of a message by an ellipsis.</summary>
    private static string Escape(string text) =>
        Regex.Replace(text, "\\{[a-z-]+\\}", "…").Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal);
}
