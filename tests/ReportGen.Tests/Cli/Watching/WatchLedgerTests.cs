using System.Text.Json;
using ReportGen.Cli.Building;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>The ledger and the failure page, for users who see only the output folder.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WatchLedgerTests
{
    [Test]
    public async Task The_ledger_is_written_at_the_start_and_after_each_change()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["bodies.csv"], "name\nA\nB\nC\n");
        await using var run = new WatchRun(kind, roster: kind["bodies.csv"]);
        await run.Until(() => States(kind) is "A missing, B missing, C missing", "a ledger of nobody");
        kind.Workbook("in/a.xlsx", "A");
        kind.Workbook("in/b.xlsx", "B", apples: null);
        await run.Until(() => States(kind) is "A published, B returned, C missing", "a ledger of two");
        File.AppendAllText(kind["bodies.csv"], "D\n");
        await run.Until(() => States(kind) is "A published, B returned, C missing, D missing", "the new roster");
        Assert.That(File.ReadAllText(kind["out", "index.html"]),
            Does.Contain("Report%20of%20A.html").Or.Contain("Report of A.html"));
    }

    [Test]
    public async Task An_unreadable_file_has_a_page_until_it_can_be_read()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        Directory.CreateDirectory(kind["in"]);
        File.WriteAllText(kind["in", "a.xlsx"], "<html>saved from the web</html>");
        await run.UntilDone(1, BuildState.Failed);
        Assert.That(PublishedOnce.Published(kind), Is.EqualTo(new[] { "a/a-审核表.html" }));
        Assert.That(File.ReadAllText(kind["out", "a", "a-审核表.html"]), Does.Contain("file.html"));
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        Assert.That(PublishedOnce.Published(kind), Is.EquivalentTo(new[] { "A/Report of A.html", "A/Report of A.md" }));
    }

    [Test]
    public async Task A_return_that_is_corrected_where_it_lies_is_published_and_kept()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A", apples: null);
        await run.UntilDone(1, BuildState.Returned);
        await WatchRun.Pass();
        Assert.That(run.Done.Count(), Is.EqualTo(1), "the program's own workbook is no submission");
        File.Copy(kind.Workbook("corrected.xlsx", "A"), kind["out", "A", "Report of A-退回单.xlsx"], overwrite: true);
        await run.UntilDone(1);
        await WatchRun.Pass();
        Assert.That(run.Done, Is.EqualTo(new[]
        {
            ("a.xlsx", BuildState.Returned), ("../out/A/Report of A-退回单.xlsx", BuildState.Built),
        }));
        Assert.That(PublishedOnce.Published(kind), Is.EquivalentTo(new[]
        {
            "A/Report of A.html", "A/Report of A.md", "A/Report of A-已改.xlsx",
        }));
        Assert.That(File.ReadAllBytes(kind["out", "A", "Report of A-已改.xlsx"]),
            Is.EqualTo(File.ReadAllBytes(kind["corrected.xlsx"])), "what its author has saved is not lost");
        await run.Until(() => States(kind) is "A published", "the ledger of the corrected return");
        await run.StopAsync();
        await using var restarted = new WatchRun(kind);
        await WatchRun.Pass();
        Assert.That(restarted.Done.Count(d => d.State is not BuildState.Unchanged), Is.Zero, "nothing again after a restart");
        Assert.That(PublishedOnce.Published(kind).Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_return_that_is_saved_with_errors_is_returned_again()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A", apples: null);
        await run.UntilDone(1, BuildState.Returned);
        File.Copy(kind.Workbook("worse.xlsx", "A", null, "shop", "{{ Sales.Plums.Kilos }}"),
            kind["out", "A", "Report of A-退回单.xlsx"], overwrite: true);
        await run.UntilDone(2, BuildState.Returned);
        await WatchRun.Pass();
        Assert.That(run.Done.Count(), Is.EqualTo(2));
        Assert.That(PublishedOnce.Published(kind),
            Is.EquivalentTo(new[] { "A/Report of A-退回单.xlsx", "A/Report of A-审核表.html" }));
    }

    [Test]
    public async Task A_file_that_waits_is_in_the_ledger_with_what_to_do()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["bodies.csv"], "name\nA\nB\n");
        kind.Workbook("in/A.xlsx", "A");
        File.WriteAllText(kind["in", "~$A.xlsx"], "");
        File.WriteAllText(kind["in", "B.docx"], "");
        await using var run = new WatchRun(kind, roster: kind["bodies.csv"]);
        await run.Until(() => Files(kind) is "A watch.locked, B watch.no-workbook", "the files that wait");
        File.Delete(kind["in", "~$A.xlsx"]);
        File.Delete(kind["in", "B.docx"]);
        await run.UntilDone(1);
        await run.Until(() => Files(kind) is "" && States(kind) is "A published, B missing", "a ledger of nothing that waits");
    }

    private static string Files(ToyKind kind)
    {
        if (!File.Exists(kind["out", "ledger.json"])) return "none";
        using var ledger = JsonDocument.Parse(File.ReadAllBytes(kind["out", "ledger.json"]));
        return !ledger.RootElement.TryGetProperty("files", out var files) ? ""
            : string.Join(", ", files.EnumerateArray().Select(f => $"{f.GetProperty("body")} {f.GetProperty("id")}"));
    }

    private static string States(ToyKind kind)
    {
        if (!File.Exists(kind["out", "ledger.json"])) return "";
        using var ledger = JsonDocument.Parse(File.ReadAllBytes(kind["out", "ledger.json"]));
        return string.Join(", ", ledger.RootElement.GetProperty("bodies").EnumerateArray()
            .Select(b => $"{b.GetProperty("body").GetString()} {b.GetProperty("state").GetString()}"));
    }
}
