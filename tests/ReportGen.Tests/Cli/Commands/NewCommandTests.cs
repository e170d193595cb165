using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class NewCommandTests
{
    [Test]
    public void A_new_workbook_has_the_bodys_name_and_lacks_the_rest()
    {
        using var kind = new ToyKind();
        var result = kind.Run("new", "shop", "--agency", "Corner Shop", "-o", kind["new", "a.xlsx"]);
        Assert.That((result.ExitCode, result.Output, result.Error), Is.EqualTo((0, kind["new", "a.xlsx"] + "\n", "")));

        var check = kind.Run("check", kind["new", "a.xlsx"]);
        Assert.That(check.ExitCode, Is.EqualTo(1));
        Assert.That(check.Output, Does.Contain("workbook.empty-cell").And.Not.Contain("Front"));
    }

    [Test]
    public void An_existing_file_is_replaced_only_when_forced()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["a.xlsx"], "precious");
        Assert.That(kind.Run("new", "shop", "-o", kind["a.xlsx"]).ExitCode, Is.EqualTo(2));
        Assert.That(File.ReadAllText(kind["a.xlsx"]), Is.EqualTo("precious"));
        Assert.That(kind.Run("new", "shop", "-o", kind["a.xlsx"], "--force").ExitCode, Is.Zero);
        Assert.That(File.ReadAllBytes(kind["a.xlsx"]).AsSpan().StartsWith("PK"u8), Is.True);
    }

    [Test]
    public void Data_is_taken_from_last_years_workbook()
    {
        using var kind = new ToyKind();
        kind.Workbook("last.xlsx", "Old Name");
        Assert.That(kind.Run("new", "shop", "--previous", kind["last.xlsx"], "-o", kind["next.xlsx"]).ExitCode, Is.Zero);
        Assert.That(kind.Run("check", kind["next.xlsx"]).Output, Does.Not.Contain("Front"));
    }

    [TestCase("shop --year 2025", 2, "command.no-such-field")]
    [TestCase("shpo", 2, "Did you mean “shop”?")]
    [TestCase("shop --previous nowhere.xlsx", 2, "file.missing")]
    public void On_an_error_nothing_is_written(string words, int exitCode, string said)
    {
        using var kind = new ToyKind();
        var run = kind.Run(["new", .. words.Split(' '), "-o", kind["a.xlsx"]]);
        Assert.That((run.ExitCode, run.Output, File.Exists(kind["a.xlsx"])), Is.EqualTo((exitCode, "", false)));
        Assert.That(run.Error, Does.Contain(said));
    }

    [Test]
    public void A_folder_that_cannot_be_created_is_an_environment_error()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["file"], "");
        var run = kind.Run("new", "shop", "-o", kind["file", "a.xlsx"]);
        Assert.That(run.ExitCode, Is.EqualTo(6));
        Assert.That(run.Error, Does.Contain("environment.cannot-write"));
    }

    [Test]
    public void Warnings_about_last_years_workbook_do_not_stop_the_command()
    {
        using var folder = new TemporaryFolder();
        var values = Forms.Zeros(Forms.Form2021, 2023);
        var last = folder.Combine("last.xlsx");
        File.WriteAllBytes(last,
            StandardWorkbookWriter.Write(Forms.Form2021, values with { Figures = values.Figures.Remove(new("t3", "r4", "P")) }));
        var run = CliRun.Of("new", "annual-disclosure", "--year", "2025", "--previous", last, "-o", folder.Combine("next.xlsx"));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, folder.Combine("next.xlsx") + "\n")));
        Assert.That(run.Error, Does.Contain("warning command.not-the-year-before  last.xlsx").And
            .Contain("has 1 errors; 1 figures could not be taken"));
    }

    [Test]
    public void Cases_carried_over_last_year_are_the_start_of_this_year()
    {
        using var folder = new TemporaryFolder();
        var values = Forms.Zeros(Forms.Form2021, 2024);
        var last = folder.Combine("last.xlsx");
        File.WriteAllBytes(last, StandardWorkbookWriter.Write(Forms.Form2021, values with
        {
            Figures = values.Figures.SetItem(new("t3", "r4", "B"), 7),
            Fields = values.Fields.Add("phone", "0471-1234567"),
        }));
        Assert.That(CliRun.Of("new", "annual-disclosure", "--previous", last, "-o", folder.Combine("next.xlsx")).Error, Is.Empty);
        var report = Forms.Read(File.ReadAllBytes(folder.Combine("next.xlsx"))).Value!;
        Assert.That(report.Year, Is.EqualTo(2025));
        Assert.That(report.Table("t3")!.Find("r2", "B")!.Number, Is.EqualTo(7));
        Assert.That(report.Table("t3")!.Find("r1", "B")!.Number, Is.Null);
        Assert.That(report.PreviousTable("t3")!.Find("r4", "T")!.Number, Is.EqualTo(7));
        Assert.That((report.Field("phone")!.Text, report.Field("published")!.Text), Is.EqualTo(("0471-1234567", "")));
    }
}
