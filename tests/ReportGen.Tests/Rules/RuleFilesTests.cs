using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Rules;

namespace ReportGen.Tests.Rules;

/// <summary>A kind has the rules of the files that it lists.</summary>
public sealed class RuleFilesTests
{
    private const string Form = """
        title: Loans
        body-field: library
        title-pattern: "{library}"
        sheets:
          - id: front
            name: Front
            type: cover
            fields: [{ id: library, name: Library, required: true }]
          - { id: figures, name: Figures, type: tables, tables: [loans] }
        sections: [{ id: numbers, heading: Numbers, sheet: figures }]
        tables:
          - id: loans
            name: Loans
            title: Items lent
            columns: [{ id: adults, name: Adults }, { id: children, name: Children }]
            rows: [{ id: books, name: Books }]

        """;

    private const string Rule = """
        checks:
          - id: L-1
            kind: expression
            severity: warning
            table: loans
            each: row
            assert: children <= adults
            title: Fewer children than adults
            reason: So it is.
            message: "{left} > {right}"

        """;

    private string _root = "";

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("reportgen-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, true);

    [TestCase("checks: rules.yaml")]
    [TestCase("checks: [rules.yaml, ../2/more.yaml]")]
    public void A_kind_lists_one_file_or_several(string key)
    {
        Write("loans/1/rules.yaml", Rule);
        Write("loans/2/more.yaml", Rule.Replace("L-1", "L-2", StringComparison.Ordinal));

        var (kind, rules) = TheOnly(Load(key));

        var names = key.Contains("more", StringComparison.Ordinal) ? new[] { "rules", "more" } : ["rules"];
        Assert.That(rules.Select(r => r.Id), Is.EqualTo(names.Select((_, i) => $"L-{i + 1}")));
        Assert.That(kind.Files.Select(Path.GetFileNameWithoutExtension), Is.EqualTo(names.Prepend("kind")));
    }

    [Test]
    public void Without_the_key_a_kind_has_no_rules()
    {
        Assert.That(TheOnly(Load("")).Rules, Is.Empty);
    }

    [Test]
    public void A_rule_file_may_extend_another()
    {
        Write("loans/base.yaml", Rule + """
              - id: L-2
                kind: expression
                severity: error
                assert: loans.books.children < 100
                title: Not too many
                reason: So it is.
                message: "{value}"
            """);
        Write("loans/1/rules.yaml", "extends: ../base.yaml\nchecks:\n  - { id: L-2, omit: true }\n");

        var (kind, rules) = TheOnly(Load("checks: rules.yaml"));

        Assert.That(rules.Select(r => r.Id), Is.EqualTo(new[] { "L-1" }));
        Assert.That(kind.Files.Select(Path.GetFileName), Is.EqualTo(new[] { "kind.yaml", "rules.yaml", "base.yaml" }));
    }

    [Test]
    public void An_edition_inherits_the_rules_and_verifies_them_against_its_own_form()
    {
        Write("loans/1/rules.yaml", Rule);
        Write("loans/2/kind.yaml", """
            extends: ../1/kind.yaml
            years: { from: 2021 }
            tables:
              - id: loans
                name: Loans
                title: Items lent
                columns: [{ id: adults, name: Adults }, { id: young, name: Young }]
                rows: [{ id: books, name: Books }]
            """);

        var outcome = Load("checks: rules.yaml\nyears: { to: 2020 }");

        Assert.That(outcome.Value!.Kinds.All, Is.Empty, "The other edition would find false errors.");
        Assert.That(outcome.Diagnostics.Select(Shown), Is.EqualTo(new[] { "rules.yaml(7,13) There is no figure “children”." }));
    }

    [TestCase("checks: none.yaml", "kind.yaml(17,9) There is no file “none.yaml”.")]
    [TestCase("checks: [rules.yaml, ../../../rules.yaml]",
        "kind.yaml(17,22) “../../../rules.yaml” is outside the templates folder.")]
    [TestCase("checks: [rules.yaml, ../1/rules.yaml]", "kind.yaml(17,22) The rule file “../1/rules.yaml” is listed twice.")]
    [TestCase("checks: { file: rules.yaml }", "kind.yaml(17,9) “checks” must be a single text or number.")]
    public void An_unusable_file_is_a_finding(string key, string finding)
    {
        Write("loans/1/rules.yaml", Rule);

        var outcome = Load(key);

        Assert.That(outcome.Value!.Kinds.All, Is.Empty);
        Assert.That(outcome.Diagnostics.Select(Shown), Is.EqualTo(new[] { finding }));
    }

    [TestCase("children <= adults", "chidren <= adults", "rules.yaml(7,13) There is no figure “chidren”.",
        "Did you mean “children”?")]
    [TestCase("children <= adults", "children <= ",
        "rules.yaml(7,23) This is not a valid expression; expected here: table.row.column.", null)]
    [TestCase("kind: expression", "kind: expresion", "rules.yaml(3,11) There is no rule type “expresion”.",
        "Did you mean “expression”?")]
    [TestCase("{left} > {right}", "{left} > {rihgt}",
        "rules.yaml(10,24) Messages of this rule type have no placeholder “{rihgt}”.", "Did you mean “right”?")]
    [TestCase("severity: warning", "severity: grave", "rules.yaml(4,15) “severity” cannot be “grave”.", null)]
    [TestCase("table: loans", "tabel: loans", "rules.yaml(5,5) There is no key “tabel” here.", "Did you mean “table”?")]
    [TestCase("    reason: So it is.\n", "", "rules.yaml(2,5) The first check of rule L-1 must have a title and a reason.", null)]
    public void An_error_in_a_rule_is_reported_at_its_place(string right, string wrong, string finding, string? remedy)
    {
        Assert.That(Rule, Does.Contain(right));
        Write("loans/1/rules.yaml", Rule.Replace(right, wrong, StringComparison.Ordinal));

        var outcome = Load("checks: rules.yaml");

        Assert.That(outcome.Value!.Kinds.All, Is.Empty);
        var found = outcome.Diagnostics.ToDictionary(Shown, d => d.Remedy?.English);
        Assert.That(found, Contains.Key(finding));
        if (remedy is not null) Assert.That(found[finding], Is.EqualTo(remedy));
    }

    [Test]
    public void A_form_with_errors_is_not_used_to_verify_rules()
    {
        Write("loans/1/rules.yaml", Rule.Replace("children", "chidren", StringComparison.Ordinal));

        var outcome = Load("checks: rules.yaml\nyear-field: year");

        Assert.That(outcome.Diagnostics.Select(Shown), Is.EqualTo(new[] { "kind.yaml(18,13) There is no field “year”." }));
    }

    private static KindRules TheOnly(Outcome<RuleCatalog> outcome) => outcome.Value!.Of(outcome.Value.Kinds.All.Single());

    private static string Shown(Diagnostic finding) =>
        finding.Location is TextLocation at
            ? $"{at.FileName}({at.Line},{at.Column}) {finding.Message.English}"
            : $"{finding.Location}";

    private Outcome<RuleCatalog> Load(string keys)
    {
        Write("loans/1/kind.yaml", Form + keys);
        return RuleCatalog.Load(_root);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
