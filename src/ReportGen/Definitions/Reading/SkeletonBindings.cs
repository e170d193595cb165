using System.Text.RegularExpressions;
using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Definitions.Reading;

/// <summary>Verifies the references in a skeleton's text, such as <c>{{ 表三.本年新收.总计 }}</c>, against the kind's names.</summary>
internal static partial class SkeletonBindings
{
    private static readonly ImmutableArray<string> s_coverNames = ["封面", "cover"];

    public static void Check(YamlText text, KindDefinition kind)
    {
        foreach (var match in PathPattern().Matches(text.Value).Cast<Match>())
        {
            ImmutableArray<Capture> path = [.. match.Groups["name"].Captures.Cast<Capture>()];
            if (s_coverNames.Contains(path[0].Value))
                CheckMember(text, path[1], [.. kind.Fields.SelectMany(f => new[] { f.Name, f.Id })]);
            else if (kind.Tables.FirstOrDefault(t => t.Form.Name == path[0].Value || t.Form.Id == path[0].Value) is { } table)
                CheckFigure(text, path, table.Form);
            else if (!char.IsAscii(path[0].Value[0]))
                CheckMember(text, path[0], [.. kind.Tables.Select(t => t.Form.Name), .. s_coverNames]);
        }
    }

    private static void CheckFigure(YamlText text, ImmutableArray<Capture> path, TableForm form)
    {
        if (!CheckMember(text, path[1], Names(form.Rows.Concat(form.Groups))) || path.Length < 3) return;
        var parts = form.Parts.Where(p => Names(p.Rows.Concat(form.Groups)).Contains(path[1].Value));
        CheckMember(text, path[2], Names(parts.SelectMany(p => p.Columns).Concat(form.ColumnGroups)));
    }

    private static bool CheckMember(YamlText text, Capture member, ImmutableArray<string> known)
    {
        if (known.Contains(member.Value)) return true;
        text.Source.Report(
            DefinitionMessages.Unknown(text.LocationAt(member.Index), DefinitionMessages.Name, member.Value, known),
            member.Length);
        return false;
    }

    private static ImmutableArray<string> Names(IEnumerable<FormLine> lines) =>
        [.. lines.SelectMany(l => new[] { l.Name, l.Id }).Distinct()];

    [GeneratedRegex(@"\{\{[-~]?\s*(?<name>[\p{L}_][\p{L}\p{Nd}_]*)(?:\.(?<name>[\p{L}_][\p{L}\p{Nd}_]*))+\s*(?:\||[-~]?\}\})",
        RegexOptions.CultureInvariant)]
    private static partial Regex PathPattern();
}
