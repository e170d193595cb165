using ReportGen.Publishing;
using ReportGen.Tests.Printing;

namespace ReportGen.Tests.Cli.Faults;

/// <summary>Fault injection into a batch of the real program with the real browser.</summary>
[Category("Browser"), Category("Slow"), Parallelizable(ParallelScope.Self)]
public sealed class BatchFaultsTests
{
    private const int Reports = 24;

    [Test]
    public void A_killed_browser_fails_no_report()
    {
        using var kind = Inbox();
        using var tool = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md");
        tool.WaitForReports(2);
        tool.KillDescendant(ProcessFamily.IsBrowser);
        Assert.That((tool.End(), tool.Count("built")), Is.EqualTo((0, Reports)), tool.Errors);
        AssertWhole(kind, Reports);
    }

    [Test]
    public void A_crashed_page_fails_no_report()
    {
        using var kind = Inbox();
        // The deadline is an hour: a crash that is noticed only by a timeout would fail the test.
        using var tool = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md", "--deadline", "3600");
        tool.WaitForReports(2);
        tool.KillDescendant(ProcessFamily.IsRenderer);
        Assert.That((tool.End(), tool.Count("built")), Is.EqualTo((0, Reports)), tool.Errors);
        AssertWhole(kind, Reports);
    }

    [Test]
    public void A_browser_that_crashes_repeatedly_fails_one_report_and_the_batch_continues()
    {
        using var kind = Inbox();
        kind.Workbook("inbox/00-endless.xlsx", "Endless");
        using var tool = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md", "--jobs", "1",
            "--deadline", "3600");
        tool.WaitForStage("00-endless.xlsx", "printing");
        // Kill the browser at the first and at the second try.
        var first = ProcessFamily.BusyRenderer(tool.Id);
        ProcessFamily.Kill(first);
        ProcessFamily.Kill(ProcessFamily.BusyRenderer(tool.Id, first));

        Assert.That((tool.End(), tool.Count("built")), Is.EqualTo((5, Reports)), tool.Errors);
        var (state, reason) = tool.Report("00-endless.xlsx");
        Assert.That((state, reason.Contains("failed twice")), Is.EqualTo(("failed", true)), reason);
    }

    [Test]
    public void An_endless_layout_fails_at_the_deadline_with_the_name_of_the_stage()
    {
        using var kind = Inbox();
        kind.Workbook("inbox/00-endless.xlsx", "Endless");
        using var tool = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md", "--deadline", "20");
        Assert.That((tool.End(), tool.Count("built")), Is.EqualTo((5, Reports)), tool.Errors);
        var (state, reason) = tool.Report("00-endless.xlsx");
        Assert.That((state, reason), Is.EqualTo(("failed", "Not finished within 20 s; the time limit expired while printing.")));
        AssertWhole(kind, Reports);
    }

    [Test]
    public void A_full_disk_fails_reports_that_do_not_fit_and_the_next_run_finishes()
    {
        using var kind = Inbox();
        using var disk = SmallDisk.At(kind["out"], kilobytes: 200);
        using (var tool = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md"))
        {
            Assert.That(tool.End(), Is.EqualTo(5), tool.Errors);
            Assert.That(tool.Count("built") + tool.Count("failed"), Is.EqualTo(Reports));
            Assert.That(tool.FindingIds(), Has.Some.EqualTo("environment.cannot-write"));
            AssertWhole(kind, atLeast: 1);
        }

        disk.Grow();
        using var again = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md");
        Assert.That(again.End(), Is.Zero, again.Errors);
        AssertWhole(kind, Reports);
    }

    [Test]
    public void A_failed_write_leaves_no_partial_files()
    {
        using var kind = Inbox();
        kind.WriteTemplate("report.sbn-md", "{{ title }} {{ if body == \"Shop 07\"; for $i in 1..20000; $i; end; end }}");
        using var tool = ToolProcess.BuildWithFileLimit(64, kind, kind["inbox"], "-o", kind["out"], "--formats", "html,md");
        Assert.That((tool.End(), tool.Count("built"), tool.Report("07.xlsx").State), Is.EqualTo((5, Reports - 1, "failed")),
            tool.Errors);
        Assert.That(Directory.Exists(kind["out", "Shop 07"]), Is.False);
        Assert.That(Directory.GetFiles(kind["out", ".reportgen"], "*", SearchOption.AllDirectories)
            .Where(f => f.Contains("staging")), Is.Empty);
    }

    [Test]
    public void Files_that_cannot_be_read_are_listed_with_their_reasons_and_the_others_are_built()
    {
        using var kind = Inbox();
        File.CreateSymbolicLink(kind["inbox", "loop.xlsx"], kind["inbox", "loop.xlsx"]);
        File.WriteAllBytes(kind["inbox", "cut.xlsx"], File.ReadAllBytes(kind["inbox", "00.xlsx"])[..2000]);
        File.WriteAllText(kind["inbox", "page.xlsx"], "<html></html>");
        using var tool = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md");
        Assert.That((tool.End(), tool.Count("built"), tool.Count("failed")), Is.EqualTo((5, Reports, 2)), tool.Errors);
        foreach (var file in new[] { "cut.xlsx", "page.xlsx" }) Assert.That(tool.Report(file).Reason, Is.Not.Empty);
        Assert.That(tool.Errors, Does.Contain("file.link  loop.xlsx"));
    }

    [Test]
    public void After_a_kill_in_the_middle_the_next_run_finishes_and_redoes_nothing()
    {
        using var kind = Inbox();
        using (var killed = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md"))
        {
            killed.WaitForReports(5);
            var family = ProcessFamily.Of(killed.Id);
            Assert.That(family, Has.Some.Matches<int>(ProcessFamily.IsBrowser));
            ProcessFamily.Kill(killed.Id);
            Assert.That(() => family.Where(ProcessFamily.IsAlive), Is.Empty.After(60).Seconds.PollEvery(50),
                "its browser ends too");
        }

        var done = Published(kind);
        Assert.That(done, Has.Count.InRange(5, Reports - 1));
        using var again = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md");
        Assert.That(again.End(), Is.Zero, again.Errors);
        Assert.That((again.Count("unchanged"), again.Count("built")), Is.EqualTo((done.Count, Reports - done.Count)));
        Assert.That(Published(kind), Is.Unique.And.Count.EqualTo(Reports));
        AssertWhole(kind, Reports);
    }

    [Test]
    public void Stopped_by_the_user_it_ends_cleanly_and_the_next_run_finishes()
    {
        using var kind = Inbox();
        using var stopped = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md");
        stopped.WaitForReports(5);
        stopped.Signal("INT");
        Assert.That(stopped.End(), Is.EqualTo(130), stopped.Errors);
        var done = Published(kind);
        Assert.That(stopped.Reports, Has.Count.EqualTo(done.Count));
        Assert.That(File.Exists(kind["out", "ledger.json"]), Is.True);
        Assert.That(Directory.GetFiles(kind["out", ".reportgen"], "*", SearchOption.AllDirectories)
            .Where(f => f.Contains("staging")), Is.Empty);

        using var again = ToolProcess.Build(kind, kind["inbox"], "-o", kind["out"], "--formats", "pdf,md");
        Assert.That((again.End(), again.Count("unchanged")), Is.EqualTo((0, done.Count)), again.Errors);
        AssertWhole(kind, Reports);
    }

    /// <summary>
    /// Creates an inbox of many reports, the last of them so long that faults hit it in progress, and templates whose layout of
    /// the shop Endless does not end.
    /// </summary>
    private static ToyKind Inbox()
    {
        var kind = new ToyKind();
        kind.WriteTemplate("report.sbn-html", """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
            <style>@page { size: A4 } html { font-synthesis: none }</style></head>
            <body><h1>{{ title }}</h1><p>{{ Sales.Apples.Kilos }}</p>
            {{ if body == "Shop 23"; for $i in 1..6000 }}<p>{{ $i }}</p>{{ end; end }}
            {{ if body == "Endless"; for $i in 1..400 }}<div style="height: 30000000px">{{ $i }}</div>{{ end; end }}</body></html>
            """);
        for (var i = 0; i < Reports; i++) kind.Workbook($"inbox/{i:00}.xlsx", $"Shop {i:00}", apples: i + 1);
        return kind;
    }

    private static List<string> Published(ToyKind kind) =>
        [.. Journal.Open(OutputFolder.Open(kind["out"])).Entries.Where(e => e.State == PublicationState.Published)
            .Select(e => e.Workbook)];

    private static void AssertWhole(ToyKind kind, int atLeast)
    {
        var reports = Directory.GetFiles(kind["out"], "*.pdf", SearchOption.AllDirectories);
        Assert.That(reports, Has.Length.AtLeast(atLeast));
        foreach (var pdf in reports)
        {
            var bytes = File.ReadAllBytes(pdf).AsSpan();
            Assert.That(bytes.StartsWith("%PDF-"u8) && bytes.TrimEnd((byte)'\n').EndsWith("%%EOF"u8), Is.True, pdf);
            Assert.That(Path.ChangeExtension(pdf, ".md"), Does.Exist);
        }
    }
}
