using ReportGen.Cli;
using ReportGen.Diagnostics;
using ReportGen.Publishing;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Cli;

namespace ReportGen.Tests.Hostile;

/// <summary>One workbook that breaks something says nothing about the others: they are checked, built and added up.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OneOfManyTests
{
    /// <summary>Texts that once ended the run; each in the name of the body and in prose.</summary>
    private static readonly string[] s_texts =
    [
        "Shop_xFFFF_", "Shop_xFFFE_", "Shop_xD800_", "Shop&#x202E;", "Shop&#x1F;", "Shop_xFDD0_",
        "申请1亿亿亿亿件", "申请99999999999999999亿亿亿件", "申请一亿亿亿亿亿亿件", "超过3件，超过4件，合计超过5件",
    ];

    [TestCaseSource(nameof(s_texts))]
    public void A_text_that_no_program_expects_stops_no_other_workbook(string text)
    {
        using var kind = new ToyKind();
        kind.Workbook("in/b.xlsx", "Good Shop");
        EditedPackage.Replace(kind.Workbook("in/a.xlsx", "NAME", prose: "PROSE"), "NAME", text);
        EditedPackage.Replace(kind["in", "a.xlsx"], "PROSE", text);
        EveryCommandGoesOn(kind);
    }

    [Test]
    public void An_old_workbook_without_a_named_sheet_stops_no_other_workbook()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/b.xlsx", "Good Shop");
        File.WriteAllBytes(kind["in", "a.xls"], WithoutSheets());
        EveryCommandGoesOn(kind);
        Assert.That(kind.Run("check", kind["in", "a.xls"]).ExitCode, Is.EqualTo(ExitCodes.Data));
    }

    [Test]
    public void An_internal_error_is_a_finding_that_says_how_to_report_it()
    {
        var finding = UnexpectedErrors.Of("in/a.xlsx", Thrown());
        Assert.That(finding.Message.English, Does.Match(
            @"^Internal error: this file could not be processed \(OverflowException, "
            + @"ReportGen\.Tests\.Hostile\.OneOfManyTests\.Thrown, ReportGen [0-9.]+\)\.$"));
        Assert.That(finding.Remedy!.English, Does.Contain("Report this message"));
        Assert.That(finding.Location!.File, Is.EqualTo("in/a.xlsx"));
    }

    [Test]
    public void The_exit_code_tells_whether_an_internal_error_stopped_all_or_some()
    {
        var broken = UnexpectedErrors.Of("a.xlsx", new InvalidOperationException());
        var warning = Diagnostic.Warning("X-01", null, "", "");
        var error = Diagnostic.Error("X-02", null, "", "");
        Assert.Multiple(() =>
        {
            Assert.That(ExitCodes.For([[broken]], []), Is.EqualTo(ExitCodes.Data));
            Assert.That(ExitCodes.For([[broken], []], []), Is.EqualTo(ExitCodes.PartOfBatch));
            Assert.That(ExitCodes.For([[warning], [warning, broken]], []), Is.EqualTo(ExitCodes.PartOfBatch));
            Assert.That(ExitCodes.For([[error], [broken]], []), Is.EqualTo(ExitCodes.PartOfBatch));
            Assert.That(ExitCodes.For([[broken], [broken]], []), Is.EqualTo(ExitCodes.Data));
            Assert.That(ExitCodes.For([[error], [error]], []), Is.EqualTo(ExitCodes.Data));
        });
    }

    [Test]
    public void A_result_is_published_although_an_earlier_file_cannot_be_removed()
    {
        using var temporary = new TemporaryFolder();
        var folder = OutputFolder.Open(temporary.Path);
        // A folder in the place of a file: no user may delete it as a file, not even root.
        Directory.CreateDirectory(temporary.Combine("A", "old.html"));
        folder.Publish([new("A/new.html", "1"u8.ToArray())], ["A/old.html"]);
        Assert.That(File.ReadAllText(temporary.Combine("A", "new.html")), Is.EqualTo("1"));
    }

    [Test]
    public void A_file_that_could_not_be_removed_is_removed_later_unless_it_is_published_again()
    {
        using var temporary = new TemporaryFolder();
        var folder = OutputFolder.Open(temporary.Path);
        foreach (var name in new[] { "old.html", "again.html" }) Directory.CreateDirectory(temporary.Combine("A", name));
        folder.Publish([new("A/new.html", "1"u8.ToArray())], ["A/old.html", "A/again.html"]);
        foreach (var name in new[] { "old.html", "again.html" }) Directory.Delete(temporary.Combine("A", name));
        File.WriteAllText(temporary.Combine("A", "old.html"), "0");
        folder.Publish([new("A/again.html", "2"u8.ToArray())]);
        using (folder.AcquireLockAsync(default).GetAwaiter().GetResult())
        {
            Assert.That(File.Exists(temporary.Combine("A", "old.html")), Is.False);
            Assert.That(File.ReadAllText(temporary.Combine("A", "again.html")), Is.EqualTo("2"));
        }
    }

    private static void EveryCommandGoesOn(ToyKind kind)
    {
        var check = kind.Run("check", kind["in"]);
        Assert.That(check.ExitCode, Is.EqualTo(ExitCodes.Ok).Or.EqualTo(ExitCodes.Data), check.Output + check.Error);
        Assert.That(check.Output, Does.Contain("2 files checked"));

        var build = kind.Run("build", kind["in"], "-o", kind["out"], "--formats", "html,md");
        Assert.That(build.ExitCode, Is.EqualTo(ExitCodes.Ok).Or.EqualTo(ExitCodes.PartOfBatch), build.Error);
        Assert.That(File.Exists(kind["out", "Good Shop", "Report of Good Shop.html"]), build.Error);

        var total = kind.Run("total", kind["in"], "--agency", "All", "-o", kind["total.xlsx"]);
        Assert.That(total.ExitCode, Is.EqualTo(ExitCodes.Ok).Or.EqualTo(ExitCodes.PartOfBatch), total.Error);
        Assert.That(File.Exists(kind["total.xlsx"]), total.Error);

        var watch = kind.Run("watch", kind["in"], "-o", kind["watched"], "--formats", "html", "--once");
        Assert.That(watch.ExitCode, Is.Not.EqualTo(ExitCodes.Program), watch.Error);
        Assert.That(File.Exists(kind["watched", "Good Shop", "Report of Good Shop.html"]), watch.Error);
        foreach (var run in new[] { check, build, total, watch })
            Assert.That(run.Output + run.Error, Does.Not.Contain("Internal error"));
    }

    // The records that name the sheets become records that no program knows.
    private static byte[] WithoutSheets()
    {
        var bytes = File.ReadAllBytes(Path.Combine(
            RepositoryFiles.Root, "tests/ReportGen.Tests/Workbooks/Files/hidden-rows-and-columns.xls"));
        for (var at = 0; bytes.AsSpan(at).IndexOf((ReadOnlySpan<byte>)[0x85, 0, 0x0A, 0]) is >= 0 and var next; at += next)
            bytes[at + next + 1] = 0x0F;
        return bytes;
    }

    private static OverflowException Thrown()
    {
        try
        {
            throw new OverflowException();
        }
        catch (OverflowException e)
        {
            return e;
        }
    }
}
