using System.Text.Json;

namespace ReportGen.Tests.Cli.Commands;

/// <summary>A coordinator's runs of <c>build</c> over several weeks, and what the ledger says after each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BuildLedgerTests
{
    [Test]
    public void A_run_without_a_roster_still_shows_who_is_missing_until_it_is_forgotten()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["bodies.csv"], "name\nA\nB\nC\n");
        kind.Workbook("in/a.xlsx", "A");
        Build(kind, "--roster", kind["bodies.csv"]);
        Assert.That(States(kind), Is.EqualTo("A published, B missing, C missing"));
        kind.Workbook("in/b.xlsx", "B");
        var again = Build(kind);
        Assert.That(States(kind), Is.EqualTo("A published, B published, C missing"));
        Assert.That(again.Error, Does.Contain("(bodies as in “bodies.csv”, as before)"));
        Build(kind, "--no-roster");
        Assert.That(States(kind), Is.EqualTo("A published, B published"));
        Build(kind);
        Assert.That(States(kind), Is.EqualTo("A published, B published"));
    }

    [Test]
    public void A_report_on_another_year_goes_back_in_this_run_and_in_later_ones()
    {
        using var kind = new ToyKind();
        kind.MakeMonthly();
        kind.Monthly("in/a.xlsx", "A", 2025, "3");
        kind.Monthly("in/b.xlsx", "B", 2024, "3");
        Assert.That(Build(kind).ExitCode, Is.Zero, "without a year, any is accepted");
        Assert.That(Build(kind, "--year", "2025").ExitCode, Is.EqualTo(5));
        Assert.That(States(kind), Is.EqualTo("A published, B returned"));
        var text = File.ReadAllText(kind["out", "ledger.json"]);
        Assert.That(text, Does.Contain("\"year\": 2025").And.Contain("This report is on 2024; reports on 2025 are expected."));
        kind.Monthly("in/c.xlsx", "C", 2026, "3");
        var later = Build(kind);
        Assert.That(later.Error, Does.Contain("report.other-year Front!B3").And.Contain("(reports on 2025 only, as before)"));
        Assert.That(States(kind), Is.EqualTo("A published, B returned, C returned"));
        Assert.That(Build(kind, "--no-year").ExitCode, Is.Zero);
        Assert.That(States(kind), Is.EqualTo("A published, B published, C published"));
    }

    [Test]
    public void Asking_for_both_a_roster_and_none_is_an_error()
    {
        using var kind = new ToyKind();
        var run = Build(kind, "--roster", "x.csv", "--no-roster");
        Assert.That((run.ExitCode, run.Error.Contains("--roster and --no-roster contradict each other.")), Is.EqualTo((2, true)));
        Assert.That(Build(kind, "--year", "2025", "--no-year").ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Two_workbooks_of_one_body_are_one_case_until_one_is_moved_away()
    {
        using var kind = new ToyKind();
        kind.MakeMonthly();
        File.WriteAllText(kind["bodies.csv"], "name\nA\n");
        string[] files =
            [kind.Monthly("in/a new.xlsx", "A", 2025, "3"), kind.Monthly("in/a old.xlsx", "A", 2025, "3", apples: 9)];
        File.SetLastWriteTimeUtc(files[0], new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(files[1], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        for (var run = 0; run < 2; run++)
        {
            Assert.That(Build(kind, "--roster", kind["bodies.csv"]).ExitCode, Is.EqualTo(5));
            Assert.That((States(kind), Body(kind, "A").GetProperty("notUsed")[0].GetString()),
                Is.EqualTo(("A published", "../in/a old.xlsx")));
        }

        Assert.That(File.ReadAllText(kind["out", "index.html"]), Does.Contain("A has submitted 2; choose one"));
        File.Delete(files[0]);
        Assert.That(Build(kind).ExitCode, Is.Zero);
        Assert.That((States(kind), Body(kind, "A").TryGetProperty("notUsed", out _)), Is.EqualTo(("A published", false)));
        Assert.That(File.ReadAllText(Directory.GetFiles(kind["out"], "*.md", SearchOption.AllDirectories).Single()),
            Does.Contain("9"));
    }

    [Test]
    public void A_file_in_the_wrong_format_is_no_missing_body()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["bodies.csv"], "name\nA\nB\nC\nD\n");
        kind.Workbook("in/A.xlsx", "A");
        File.WriteAllText(kind["in", "B.et"], "not a workbook");
        File.WriteAllText(kind["in", "C.docx"], "not a workbook");
        kind.Workbook("in/D.xlsx", "D");
        File.WriteAllText(kind["in", "~$D.xlsx"], "");
        var run = Build(kind, "--roster", kind["bodies.csv"]);
        Assert.That((run.ExitCode, States(kind)), Is.EqualTo((5, "A published, B failed, C missing, D published")));
        Assert.That(run.Error, Does.Contain("command.not-a-workbook").And.Contain("command.open-elsewhere"));
        Assert.That(Body(kind, "B").GetProperty("history")[0].GetProperty("remedy").GetString(), Is.Not.Empty);
        using var ledger = Ledger(kind);
        Assert.That(ledger.RootElement.GetProperty("files").EnumerateArray()
            .Select(f => $"{f.GetProperty("body")} {f.GetProperty("id")}"),
            Is.EqualTo(new[] { "C command.not-a-workbook", "D command.open-elsewhere" }));
        Assert.That(File.ReadAllText(kind["out", "index.html"]), Does.Contain("“C.docx” has come but is not processed"));
    }

    [Test]
    public void A_returned_body_has_its_worst_findings_in_words()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A", apples: null);
        kind.Workbook("in/b.xlsx", "B");
        Build(kind);
        Assert.That(Body(kind, "A").GetProperty("history")[0].GetProperty("worst")[0].GetString(), Does.StartWith("Figures!"));
    }

    [Test]
    public void April_does_not_replace_March()
    {
        using var kind = new ToyKind();
        kind.MakeMonthly();
        kind.Monthly("in/march.xlsx", "A", 2026, "3", apples: null);
        kind.Monthly("in/april.xlsx", "A", 2026, "4");
        Assert.That(Build(kind).ExitCode, Is.EqualTo(5));
        Assert.That(Directory.GetFiles(kind["out", "A"]).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "A 2026-3-退回单.xlsx", "A 2026-3-审核表.html", "A 2026-4.md" }));
        kind.Monthly("in/march.xlsx", "A", 2026, "3");
        Assert.That(Build(kind).ExitCode, Is.Zero);
        Assert.That(Directory.GetFiles(kind["out", "A"]).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "A 2026-3.md", "A 2026-4.md" }));
        Assert.That(Body(kind, "A").GetProperty("published")[0].GetString(), Is.EqualTo("A/A 2026-4.md"));
    }

    [Test]
    public void A_total_adds_up_one_month()
    {
        using var kind = new ToyKind();
        kind.MakeMonthly();
        foreach (var (shop, month, apples) in new[] { ("A", "3", 1), ("A", "4", 10), ("B", "3", 100), ("B", "4", 1000) })
            kind.Monthly($"in/{shop}{month}.xlsx", shop, 2026, month, apples);
        string[] total = ["total", kind["in"], "--agency", "All", "--year", "2026", "-o", kind["total.xlsx"]];
        var unclear = kind.Run(total);
        Assert.That((unclear.ExitCode, unclear.Error.Contains("command.period-needed")), Is.EqualTo((2, true)), unclear.Error);
        Assert.That(kind.Run([.. total, "--period", "4"]).Error, Does.Contain("totals.other-period").And.Contain("2 counted"));
        Assert.That(kind.Run("build", kind["total.xlsx"], "-o", kind["out"], "--formats", "md").Output,
            Does.Contain("All 2026-4.md"));
        Assert.That(File.ReadAllText(kind["out", "All", "All 2026-4.md"]), Does.Contain("1010"));
        Assert.That(kind.Run("check", kind["total.xlsx"], "--against", kind["in"]).Output, Does.Not.Contain("1111").And.Contain(
            "totals.other-period"));
    }

    private static CliRun Build(ToyKind kind, params string[] options)
    {
        Directory.CreateDirectory(kind["in"]);
        return kind.Run(["build", kind["in"], "-o", kind["out"], "--formats", "md", .. options]);
    }

    private static JsonDocument Ledger(ToyKind kind) => JsonDocument.Parse(File.ReadAllBytes(kind["out", "ledger.json"]));

    private static JsonElement Body(ToyKind kind, string body)
    {
        using var ledger = Ledger(kind);
        return ledger.RootElement.GetProperty("bodies").EnumerateArray()
            .Single(b => b.GetProperty("body").GetString() == body).Clone();
    }

    private static string States(ToyKind kind)
    {
        using var ledger = Ledger(kind);
        return string.Join(", ", ledger.RootElement.GetProperty("bodies").EnumerateArray()
            .Select(b => $"{b.GetProperty("body").GetString()} {b.GetProperty("state").GetString()}"));
    }
}
