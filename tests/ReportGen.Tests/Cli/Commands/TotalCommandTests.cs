using System.Collections.Immutable;
using ReportGen.Model;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TotalCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Prepare() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void If_everything_is_counted_the_exit_code_is_0_and_the_path_is_printed()
    {
        Body("in/甲.xlsx", "甲局");
        Body("in/乙.xlsx", "乙局");
        var run = Total(At("in"), "-o", At("总", "汇总.xlsx"));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, At("总", "汇总.xlsx") + "\n")));
        Assert.That(run.Error, Does.Contain("2 counted, 0 left out."));
        Assert.That(Forms.Read(File.ReadAllBytes(At("总", "汇总.xlsx"))).Value!.Bodies, Has.Length.EqualTo(2));
    }

    [Test]
    public void If_a_body_is_left_out_the_exit_code_is_5_and_the_total_is_written_anyway()
    {
        Body("in/甲.xlsx", "甲局");
        Body("in/乙.xlsx", "乙局", year: 2024);
        File.WriteAllText(At("in", "丙局.xlsx"), "<html></html>");
        File.WriteAllText(At("名单.csv"), "单位\n甲局\n乙局\n丙局\n丁局\n");
        var run = Total(At("in"), "--roster", At("名单.csv"), "-o", At("汇总.xlsx"));
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Error, Does.Contain("totals.other-year").And.Contain("file.").And.Contain("丁局").And
            .Contain("1 counted, 2 left out, 1 missing."));
        Assert.That(File.Exists(At("汇总.xlsx")), Is.True);
    }

    [Test]
    public void Documents_other_spreadsheets_and_open_workbooks_are_named()
    {
        Body("in/甲.xlsx", "甲局");
        File.WriteAllText(At("in", "~$甲.xlsx"), "");
        File.WriteAllText(At("in", "乙.docx"), "");
        File.WriteAllText(At("in", "丙.et"), "");
        var run = Total(At("in"), "-o", At("汇总.xlsx"));
        Assert.That(run.Error, Does.Contain("command.open-elsewhere").And.Contain("command.not-a-workbook").And
            .Contain("丙.et").And.Contain("1 counted, 1 left out."));
        Assert.That(run.ExitCode, Is.EqualTo(5));
    }

    [Test]
    public void Without_countable_workbooks_nothing_is_written()
    {
        Body("in/乙.xlsx", "乙局", year: 2024);
        var run = Total(At("in"), "-o", At("汇总.xlsx"));
        Assert.That((run.ExitCode, run.Output, File.Exists(At("汇总.xlsx"))), Is.EqualTo((1, "", false)));
        Assert.That(run.Error, Does.Contain("totals.nothing-counted"));
    }

    [Test]
    public void The_total_the_own_and_last_years_file_in_the_folder_are_not_submissions()
    {
        Body("in/甲.xlsx", "甲局");
        Body("in/own.xlsx", "办公室");
        Body("in/last.xlsx", "某区人民政府", year: 2024);
        string[] words = [At("in"), "--own", At("in", "own.xlsx"), "--previous", At("in", "last.xlsx"), "-o",
            At("in", "汇总.xlsx")];
        Assert.That(Total(words).Error, Does.Contain("2 counted, 0 left out."));
        var again = Total([.. words, "--force"]);
        Assert.That(again.ExitCode, Is.Zero);
        Assert.That(again.Error, Does.Contain("2 counted, 0 left out."));
    }

    [Test]
    public void Each_year_is_added_up_in_its_own_edition()
    {
        var old = Forms.Zeros(Forms.Form2019, 2020);
        foreach (var name in new[] { "甲局", "乙局" })
        {
            var values = old with { Fields = old.Fields.SetItem("agency", name),
                Figures = old.Figures.SetItem(new("t2", "licences", "change"), -3) };
            File.WriteAllBytes(At($"{name}.xlsx"), StandardWorkbookWriter.Write(Forms.Form2019, values));
        }

        Body("丙.xlsx", "丙局", year: 2025);
        string[] files = [At("甲局.xlsx"), At("乙局.xlsx"), At("丙.xlsx"), "--agency", "某区人民政府"];
        Assert.That(CliRun.Of(["total", .. files, "--year", "2020", "-o", At("旧.xlsx")]).ExitCode, Is.EqualTo(5));
        var report = Forms.Read(File.ReadAllBytes(At("旧.xlsx"))).Value!;
        Assert.That((report.Edition, report.Table("t2")!.Find("licences", "change")!.Number), Is.EqualTo(("2019", -6)));

        var wrongForm = old with { Fields = old.Fields.SetItem("year", "2025") };
        File.WriteAllBytes(At("甲局.xlsx"), StandardWorkbookWriter.Write(Forms.Form2019, wrongForm));
        var run = CliRun.Of(["total", .. files, "--year", "2025", "-o", At("新.xlsx")]);
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Error, Does.Contain("totals.other-edition").And.Contain("1 counted, 2 left out."));
    }

    [Test]
    public void An_existing_file_is_replaced_only_when_forced()
    {
        Body("in/甲.xlsx", "甲局");
        File.WriteAllText(At("汇总.xlsx"), "precious");
        Assert.That(Total(At("in"), "-o", At("汇总.xlsx")).ExitCode, Is.EqualTo(2));
        Assert.That(File.ReadAllText(At("汇总.xlsx")), Is.EqualTo("precious"));
        Assert.That(Total(At("in"), "-o", At("汇总.xlsx"), "--force").ExitCode, Is.Zero);
    }

    [Test]
    public void A_missing_year_and_a_folder_that_cannot_be_created_are_errors()
    {
        Body("in/甲.xlsx", "甲局");
        File.WriteAllText(At("file"), "");
        Assert.That(CliRun.Of("total", At("in"), "--agency", "某区", "-o", At("a.xlsx")).ExitCode, Is.EqualTo(2));
        Assert.That(Total(At("in"), "-o", At("file", "a.xlsx")).ExitCode, Is.EqualTo(6));
    }

    [Test]
    public void A_total_typed_by_hand_is_compared_with_its_bodies()
    {
        var figures = Forms.Figures(Forms.Form2021, i => i % 7);
        Body("in/甲.xlsx", "甲局", figures: figures);
        Body("in/乙.xlsx", "乙局", figures: figures);
        Body("in/丙.xlsx", "丙局", year: 2024);
        Body("in/typed.xlsx", "某区人民政府",
            figures: figures.ToImmutableDictionary(f => f.Key, f => f.Value * 2).SetItem(new("t3", "r1", "B"), 500));
        var run = CliRun.Of("check", At("in", "typed.xlsx"), "--against", At("in"), "--format", "json");
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        var found = json.RootElement.GetProperty("files").EnumerateArray()
            .SelectMany(f => f.GetProperty("findings").EnumerateArray()
            .Select(d => (Path.GetFileName(f.GetProperty("file").GetString()!), d.GetProperty("id").GetString()!))).ToList();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(found.Count(f => f == ("typed.xlsx", "X-01")), Is.EqualTo(1));
        Assert.That(found, Has.Some.EqualTo(("丙.xlsx", "totals.other-year")));
    }

    [Test]
    public void With_a_roster_the_comparison_says_who_is_missing_and_counts_no_others()
    {
        var figures = Forms.Figures(Forms.Form2021, i => i % 7);
        Body("in/甲.xlsx", "甲局", figures: figures);
        Body("in/外.xlsx", "外局", figures: figures);
        Body("total.xlsx", "某区人民政府", figures: figures);
        File.WriteAllText(At("名单.csv"), "单位\n甲局\n丁局\n");
        string[] line = ["check", At("total.xlsx"), "--against", At("in"), "--roster", At("名单.csv")];
        var run = CliRun.Of(line);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("X-02").And.Contain("丁局").And.Contain("totals.not-listed").And.Not.Contain("X-01"));
        Body("in/丁.xlsx", "丁局");
        File.Delete(At("in", "外.xlsx"));
        Assert.That(CliRun.Of(line).Output, Does.Not.Contain("X-02").And.Not.Contain("X-01"));
        Assert.That(CliRun.Of("check", At("total.xlsx"), "--roster", At("名单.csv")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    [Category("Slow")]
    public void Hundreds_of_workbooks_are_added_up()
    {
        var figures = Forms.Figures(Forms.Form2021, i => i % 7);
        for (var i = 0; i < 300; i++) Body($"in/{i}.xlsx", $"第{i}局", figures: figures);
        Assert.That(Total(At("in"), "-o", At("汇总.xlsx")).ExitCode, Is.Zero);
        var report = Forms.Read(File.ReadAllBytes(At("汇总.xlsx"))).Value!;
        Assert.That(report.Tables.SelectMany(t => t.Cells).Where(c => !c.IsTotal).Sum(c => c.Number),
            Is.EqualTo(300 * figures.Values.Sum()));
    }

    private static CliRun Total(params string[] arguments) =>
        CliRun.Of(["total", .. arguments, "--agency", "某区人民政府", "--year", "2025"]);

    private string At(params string[] names) => _folder.Combine(names);

    private void Body(string file, string name, int year = 2025, ImmutableDictionary<FigureKey, decimal>? figures = null)
    {
        var values = Forms.Zeros(Forms.Form2021, year);
        values = values with { Fields = values.Fields.SetItem("agency", name), Figures = figures ?? values.Figures };
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllBytes(At(file), StandardWorkbookWriter.Write(Forms.Form2021, values));
    }
}
