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

    private static string States(ToyKind kind)
    {
        if (!File.Exists(kind["out", "ledger.json"])) return "";
        using var ledger = JsonDocument.Parse(File.ReadAllBytes(kind["out", "ledger.json"]));
        return string.Join(", ", ledger.RootElement.GetProperty("bodies").EnumerateArray()
            .Select(b => $"{b.GetProperty("body").GetString()} {b.GetProperty("state").GetString()}"));
    }
}
