using System.Text.RegularExpressions;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Rules;

/// <summary>The guide for authors of rules describes all rule types, and its example works.</summary>
public sealed class CheckGuideTests
{
    private const string Form = """
        title: Loans
        body-field: library
        title-pattern: "{library}"
        vocabulary: vocabulary.yaml
        checks: rules.yaml
        prose: { level-column: Style, text-column: Words, levels: [{ id: body, name: Body }] }
        sheets:
          - { id: front, name: Front, type: cover, fields: [{ id: library, name: Library, required: true }] }
          - { id: story, name: Story, type: prose }
          - { id: figures, name: Figures, type: tables, tables: [loans] }
        sections: [{ id: words, heading: Words, sheet: story }, { id: numbers, heading: Numbers, sheet: figures }]
        tables:
          - id: loans
            name: Loans
            title: Items lent
            columns:
              - { id: adults, name: Adults }
              - { id: children, name: Children }
              - { id: total, name: Total, sum: adults..children }
            rows: [{ id: books, name: Books }]
        """;

    private static readonly string s_guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs/checks.md"));

    [Test]
    public void The_example_is_a_valid_rule_file()
    {
        using var folder = new TemporaryFolder();
        var edition = Directory.CreateDirectory(folder.Combine("loans", "1")).FullName;
        File.WriteAllText(Path.Combine(edition, "kind.yaml"), Form);
        var examples = Regex.Matches(s_guide, "```yaml\n(.*?)```", RegexOptions.Singleline)
            .Select(m => m.Groups[1].Value).ToArray();
        File.WriteAllText(Path.Combine(edition, "rules.yaml"), examples[0]);
        File.WriteAllText(Path.Combine(edition, "vocabulary.yaml"),
            examples.Single(e => e.StartsWith("heads:", StringComparison.Ordinal)));

        var outcome = RuleCatalog.Load(folder.Path);

        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location} {d.Message.English}"), Is.Empty);
        Assert.That(outcome.Value!.Of(outcome.Value.Kinds.All.Single()).Rules.Select(c => c.Id),
            Is.EqualTo(new[] { "L-01", "L-02" }));
    }

    [Test]
    public void Every_rule_type_is_described_once()
    {
        var told = Regex.Matches(s_guide, "^\\| `([a-z-]+)` \\| [^|]+ \\| [^|]+ \\| (`\\{|none)", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value);

        Assert.That(told, Is.EquivalentTo(RuleCatalog.TypeNames));
    }
}
