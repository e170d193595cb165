using System.Text.Json;
using NJsonSchema;
using ReportGen.Diagnostics;
using ReportGen.Tests.Architecture;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Cli.Checking;

/// <summary>The command <c>check</c> with all its options.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CheckRunTests
{
    [TestCase("default", 1, "X-02 error|X-01 warning")]
    [TestCase("strict", 1, "X-02 error|X-01 error")]
    [TestCase("minimal", 1, "X-02 error")]
    public void A_profile_decides_the_severity_of_a_rule(string profile, int code, string expected)
    {
        using var kind = RuledKind.Make();
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--profile", profile, "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.That(run.ExitCode, Is.EqualTo(code));
        Assert.That(string.Join('|', Findings(json).Select(f => $"{f.GetProperty("id")} {f.GetProperty("severity")}")),
            Is.EqualTo(expected));
        Assert.That(json.RootElement.GetProperty("profile").GetString(), Is.EqualTo(profile));
    }

    [Test]
    public void Accepted_findings_are_recorded_once_and_not_repeated()
    {
        using var kind = RuledKind.Make();
        var (workbook, list) = (kind.Workbook("a.xlsx", "Shop"), kind["accepted.yaml"]);
        var written = kind.Run("check", workbook, "--write-baseline", list, "--reason", "looked at");
        Assert.That((written.ExitCode, written.Output), Is.EqualTo((0, "1 file checked, no findings. 2 accepted.\n")));
        Assert.That(File.ReadAllText(list), Does.Contain("body: \"Shop\"").And.Contain("reason: \"looked at\""));

        var again = kind.Run("check", workbook, "--baseline", list);
        Assert.That((again.ExitCode, again.Output), Is.EqualTo((0, "1 file checked, no findings. 2 accepted.\n")));
        Assert.That(kind.Run("check", workbook, "--baseline", list, "--show-accepted").Output,
            Does.Contain("error X-02").And.Contain("[accepted]").And.Contain("Accepted because: looked at"));
        Assert.That(kind.Run("check", kind.Workbook("b.xlsx", "Other"), "--baseline", list).ExitCode, Is.EqualTo(1),
            "another body");
    }

    [Test]
    public void An_accepted_finding_that_no_longer_occurs_is_reported()
    {
        using var kind = RuledKind.Make();
        var list = kind["accepted.yaml"];
        kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--write-baseline", list, "--reason", "why", "--accept", "X-01");
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Shop", apples: 4), "--baseline", list);
        Assert.That(run.Output,
            Does.Contain("warning X-01").And.Contain("The accepted finding X-01 (Figures!B").And.Contain("no longer occurs"));
        using var json = JsonDocument.Parse(kind.Run("check", kind["a.xlsx"], "--baseline", list, "--format", "json").Output);
        Assert.That(json.RootElement.GetProperty("lapsed")[0].GetProperty("reason").GetString(), Is.EqualTo("why"));
    }

    [TestCase("previous", "accepted: []\n")]
    [TestCase("previous.other-body", "id: \"previous.other-body\"")]
    public void Accept_takes_whole_ids_only(string id, string expected)
    {
        using var kind = RuledKind.Make();
        var last = kind.Workbook("last.xlsx", "Other", apples: 1);

        kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--previous", last, "--write-baseline", kind["accepted.yaml"],
            "--reason", "why", "--accept", id);

        Assert.That(File.ReadAllText(kind["accepted.yaml"]), Does.Contain(expected));
    }

    [Test]
    public void An_accepted_finding_of_an_unchecked_body_is_not_reported_as_lapsed()
    {
        using var kind = RuledKind.Make();
        var list = kind["accepted.yaml"];
        kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--write-baseline", list, "--reason", "why");
        Assert.That(kind.Run("check", kind.Workbook("b.xlsx", "Other"), "--baseline", list).Output,
            Does.Not.Contain("no longer found"));
    }

    [Test]
    public void Errors_of_reading_cannot_be_accepted()
    {
        using var kind = RuledKind.Make();
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Shop", apples: null), "--write-baseline", kind["accepted.yaml"],
            "--reason", "why");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("baseline.not-acceptable"));
        Assert.That(File.ReadAllText(kind["accepted.yaml"]), Does.Not.Contain("workbook.empty-cell"));
    }

    [Test]
    public void A_report_whose_errors_are_accepted_is_published()
    {
        using var kind = RuledKind.Make();
        var workbook = kind.Workbook("a.xlsx", "Shop");
        kind.Run("check", workbook, "--write-baseline", kind["accepted.yaml"], "--reason", "why");
        string[] build = ["build", workbook, "-o", kind["out"], "--formats", "html"];
        Assert.That(kind.Run(build).ExitCode, Is.EqualTo(1));
        Assert.That(kind.Run([.. build, "--baseline", kind["accepted.yaml"]]).ExitCode, Is.Zero);
        Assert.That(Directory.GetFiles(kind["out", "Shop"]).Select(Path.GetFileName),
            Is.EqualTo(new[] { "Report of Shop.html" }));
        Assert.That(kind.Run([.. build, "--baseline", kind["none.yaml"]]).ExitCode, Is.EqualTo(2));
        Assert.That(kind.Run(build).ExitCode, Is.EqualTo(1), "without the list it is not accepted any more");
    }

    [Test]
    public void Watch_publishes_a_workbook_whose_errors_are_accepted()
    {
        using var kind = RuledKind.Make();
        var workbook = kind.Workbook("in/a.xlsx", "Shop");
        kind.Run("check", workbook, "--write-baseline", kind["accepted.yaml"], "--reason", "why");
        string[] watch = ["watch", kind["in"], "-o", kind["out"], "--formats", "html", "--once"];
        Assert.That(kind.Run([.. watch, "--baseline", kind["none.yaml"]]).ExitCode, Is.EqualTo(2));
        Assert.That(kind.Run(watch).ExitCode, Is.EqualTo(1));
        Assert.That(kind.Run([.. watch, "--baseline", kind["accepted.yaml"]]).ExitCode, Is.Zero);
        Assert.That(Directory.GetFiles(kind["out", "Shop"]).Select(Path.GetFileName),
            Is.EqualTo(new[] { "Report of Shop.html" }));
    }

    [Test]
    public void A_list_with_an_error_is_a_usage_error()
    {
        using var kind = RuledKind.Make();
        File.WriteAllText(kind["accepted.yaml"], "accepted:\n  - { id: X-01, hash: a }\n");
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--baseline", kind["accepted.yaml"]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("accepted.yaml(2,5)"));
    }

    [Test]
    public void Every_workbook_with_findings_is_returned_marked()
    {
        using var kind = RuledKind.Make();
        kind.Workbook("inbox/a.xlsx", "Shop");
        kind.Workbook("inbox/deep/a.xlsx", "Other");
        File.WriteAllText(kind["inbox", "page.xlsx"], "<html></html>");
        var run = kind.Run("check", kind["inbox"], "--return", kind["back"]);
        Assert.That(Directory.GetFiles(kind["back"]).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "a-退回单.xlsx", "a (2)-退回单.xlsx", "page-退回单.xlsx" }));
        Assert.That(run.Output, Does.Contain($"returned  {kind["back", "a (2)-退回单.xlsx"]}"));
        var list = ReturnedWorkbookReader.Read(new WorkbookOpener().Open(kind["back", "a-退回单.xlsx"]).Workbook!)!.Value;
        Assert.That(list.Select(f => f.Id), Is.EqualTo(new[] { "X-02", "X-01" }));
    }

    [Test]
    public void A_workbook_without_findings_is_not_returned()
    {
        using var kind = new ToyKind();
        Assert.That(kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--return", kind["back"]).ExitCode, Is.Zero);
        Assert.That(Directory.Exists(kind["back"]), Is.False);
    }

    [TestCase(Language.English, "new", "remains", "fixed X-02  Story!B", "Since “a-退回单.xlsx”: 1 fixed, 1 remain, 0 new.")]
    [TestCase(Language.Chinese, "新出现", "仍未改正", "已改正 X-02  Story!B", "与“a-退回单.xlsx”相比：已改正 1，仍未改正 1，新出现 0。")]
    public void A_resubmission_is_compared_with_its_return(
        Language language, string added, string remains, string gone, string sum)
    {
        using var kind = RuledKind.Make();
        kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--return", kind["back"]);
        var corrected = Corrected(kind);
        var run = CliRun.In(language, "check", corrected, "--since", kind["back", "a-退回单.xlsx"], "--templates", kind.Templates);
        Assert.That(run.Output, Does.Contain($"[{remains}]").And.Contain(gone).And.Contain(sum).And.Not.Contain($"[{added}]"));
    }

    [Test]
    public void Json_shows_what_is_fixed_remains_and_is_new()
    {
        using var kind = RuledKind.Make();
        kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--return", kind["back"]);
        var corrected = Corrected(kind);
        using var json = JsonDocument.Parse(
            kind.Run("check", corrected, "--since", kind["back", "a-退回单.xlsx"], "--format", "json").Output);
        var since = json.RootElement.GetProperty("files")[0].GetProperty("since");
        Assert.That(since.GetProperty("fixed").EnumerateArray().Select(f => f.GetProperty("id").GetString()),
            Is.EqualTo(new[] { "X-02" }));
        Assert.That((since.GetProperty("remaining").GetInt32(), since.GetProperty("new").GetInt32()), Is.EqualTo((1, 0)));
        Assert.That(Findings(json).Select(f => f.GetProperty("status").GetString()), Is.EqualTo(new[] { "remaining" }));
        using var sarif = JsonDocument.Parse(
            kind.Run("check", corrected, "--since", kind["back", "a-退回单.xlsx"], "--format", "sarif").Output);
        Assert.That(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(r => r.GetProperty("baselineState").GetString()),
            Is.EqualTo(new[] { "unchanged", "absent" }));
    }

    [Test]
    public void Since_refuses_a_workbook_that_is_not_a_return()
    {
        using var kind = RuledKind.Make();
        var workbook = kind.Workbook("a.xlsx", "Shop");
        var run = kind.Run("check", workbook, "--since", workbook);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("since.no-list"));
    }

    [Test]
    public void A_review_page_is_written_for_each_workbook()
    {
        using var kind = RuledKind.Make();
        kind.Workbook("inbox/a.xlsx", "Shop");
        kind.Workbook("inbox/b.xlsx", "Other");
        var one = kind.Run("check", kind["inbox", "a.xlsx"], "--format", "html", "-o", kind["page.html"]);
        Assert.That((one.ExitCode, one.Output), Is.EqualTo((1, kind["page.html"] + "\n")));
        Assert.That(one.Error, Does.EndWith("1 file checked: 1 error, 1 warning, 0 notes.\n"));
        Assert.That(File.ReadAllText(kind["page.html"]),
            Does.Contain("2 applied (1 for errors, 1 for warnings, 0 for notes), 0 not for this report.").And
                .EndWith("</html>\n"));
        kind.Run("check", kind["inbox"], "--format", "html", "-o", kind["pages"]);
        Assert.That(Directory.GetFiles(kind["pages"]).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "a-审核表.html", "b-审核表.html" }));
    }

    [Test, Category("Browser")]
    public void A_review_page_is_printed()
    {
        using var kind = RuledKind.Make();
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--format", "pdf", "-o", kind["page.pdf"]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, kind["page.pdf"] + "\n")), run.Error);
        Assert.That(File.ReadAllBytes(kind["page.pdf"]).AsSpan(0, 5).SequenceEqual("%PDF-"u8), Is.True);
    }

    [TestCase("text", "1 file checked")]
    [TestCase("json", "\"format\": 1")]
    [TestCase("sarif", "\"version\": \"2.1.0\"")]
    public void Findings_can_be_written_to_a_file(string format, string content)
    {
        using var kind = RuledKind.Make();
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--format", format, "-o", kind["out", "log"]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(File.ReadAllText(kind["out", "log"]), Does.Contain(content));
    }

    [Test]
    public void A_file_that_cannot_be_written_is_reported_and_the_rest_is_done()
    {
        using var kind = RuledKind.Make();
        File.WriteAllText(kind["back"], "a file where a folder is wanted");
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Shop"), "--return", kind["back"]);
        Assert.That(run.ExitCode, Is.EqualTo(6));
        Assert.That(run.Output, Does.Contain("error X-02"));
        Assert.That(run.Error, Does.Contain("environment.cannot-write"));
    }

    [TestCase("--reason", "why")]
    [TestCase("--accept", "X-01")]
    [TestCase("--write-baseline", "a.yaml")]
    [TestCase("--format", "html")]
    [TestCase("--format", "pdf")]
    [TestCase("--profile", "severe")]
    public void Invalid_combinations_of_options_are_usage_errors(string option, string value)
    {
        using var kind = new ToyKind();
        var run = kind.Run("check", kind["a.xlsx"], option, value);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(option));
    }

    [Test]
    public void Since_takes_only_one_workbook()
    {
        using var kind = new ToyKind();
        Assert.That(kind.Run("check", kind["a.xlsx"], kind["b.xlsx"], "--since", kind["c.xlsx"]).Error,
            Does.Contain("--since takes one workbook at a time"));
    }

    [TestCase("json", "findings.schema.json")]
    [TestCase("sarif", "sarif.schema.json")]
    public async Task The_output_for_the_examples_matches_its_schema(string format, string schemaFile)
    {
        using var folder = new TemporaryFolder();
        var (templates, examples) = (Path.Combine(RepositoryFiles.Root, "templates"),
            Path.Combine(RepositoryFiles.Root, "examples"));
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas", schemaFile));
        var first = CliRun.Of("check", examples, "--write-baseline", folder.Combine("list.yaml"), "--reason", "why",
            "--templates", templates, "--format", format);
        Assert.That(schema.Validate(first.Output), Is.Empty);
        File.AppendAllText(folder.Combine("list.yaml"), "  - { id: T3-01, place: '表!A1', hash: '0', reason: gone }\n");
        var run = CliRun.Of("check", examples, "--baseline", folder.Combine("list.yaml"), "--templates", templates, "--format",
            format, "--profile", "strict");
        Assert.That(schema.Validate(run.Output), Is.Empty);
        Assert.That(run.Output, Does.Contain("gone").Or.Contain("T3-01"));
    }

    private static string Corrected(ToyKind kind)
    {
        var path = kind.Workbook("corrected.xlsx", "Shop");
        using (var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(path, true))
        {
            foreach (var text in document.WorkbookPart!.WorksheetParts.SelectMany(
                p => p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>()))
            {
                text.Text = text.Text.Replace("Sold", "Went", StringComparison.Ordinal);
            }
        }

        return path;
    }

    private static IEnumerable<JsonElement> Findings(JsonDocument json) =>
        json.RootElement.GetProperty("files").EnumerateArray().SelectMany(f => f.GetProperty("findings").EnumerateArray());
}
