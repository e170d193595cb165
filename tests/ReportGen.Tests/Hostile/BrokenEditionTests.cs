using ReportGen.Publishing;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Cli.Preview;
using ReportGen.Tests.Cli.Watching;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// An edition with an error. Its workbooks would have many false errors in the form of another edition; so the kind judges
/// nothing until the error is corrected.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class BrokenEditionTests
{
    private const string Rule = """
        checks:
          - id: A-01
            kind: figures
            titel: { zh: 题, en: title }
        """;

    [Test]
    public void Nothing_is_judged_with_the_other_editions([Values("yaml", "key", "rule", "years")] string error)
    {
        using var kind = Kind(error);
        var check = kind.Run("check", kind["in"], "--return", kind["returned"], "--format", "json");
        Assert.That(check.ExitCode, Is.EqualTo(3), check.Error);
        Assert.That(check.Output, Does.Not.Contain("\"workbook."));
        Assert.That(kind["returned"], Does.Not.Exist);

        var build = kind.Run("build", kind["in"], "-o", kind["out"], "--formats", "md");
        Assert.That(build.ExitCode, Is.EqualTo(3), build.Error);
        AssertNothingPublished(kind);

        var total = kind.Run("total", kind["in"], "--agency", "All", "-o", kind["total.xlsx"]);
        Assert.That((total.ExitCode, File.Exists(kind["total.xlsx"])), Is.EqualTo((3, false)), total.Error);
        var fresh = kind.Run("new", "shop", "-o", kind["new.xlsx"]);
        Assert.That((fresh.ExitCode, File.Exists(kind["new.xlsx"])), Is.EqualTo((3, false)), fresh.Error);
        Assert.That(kind.Run("kinds").ExitCode, Is.EqualTo(3));
    }

    [Test]
    public void Of_several_kinds_the_sound_ones_are_judged()
    {
        using var kind = Kind("none");
        kind.AddKind("stall");
        kind.Workbook("in/stall.xlsx", "S", kind: "stall");
        kind.Workbook("in/stall-with-error.xlsx", "T", apples: null, kind: "stall");
        Break(kind, "key");

        var build = kind.Run("build", kind["in"], "-o", kind["out"], "--formats", "md", "--format", "json");
        Assert.That(build.ExitCode, Is.EqualTo(5), build.Error);
        var states = Journal.Open(OutputFolder.Open(kind["out"])).Entries
            .ToDictionary(e => Path.GetFileName(e.Workbook), e => e.State);
        Assert.That(states, Is.EquivalentTo(new Dictionary<string, PublicationState>
        {
            ["stall.xlsx"] = PublicationState.Published, ["stall-with-error.xlsx"] = PublicationState.Returned,
            ["a.xlsx"] = PublicationState.Failed, ["wrong.xlsx"] = PublicationState.Failed,
        }));
        Assert.That(build.Output, Does.Contain("kind.broken").And.Contain("Not judged").And.Contain("“shop”"));
        var check = kind.Run("check", kind["in"], "--return", kind["returned"]);
        Assert.That(check.ExitCode, Is.EqualTo(3), check.Error);
        Assert.That(Directory.GetFiles(kind["returned"]).Select(f => Path.GetFileName(f)!), Has.All.StartsWith("stall"));
    }

    [Test]
    public async Task A_watcher_waits_says_so_on_its_page_and_continues_after_the_correction()
    {
        using var kind = Kind("key");
        await using (var run = new WatchRun(kind))
        {
            await run.UntilDone(2, BuildState.Failed);
            await run.Until(() => Page(kind).Contains("cannot be checked until", StringComparison.Ordinal)
                || Page(kind).Contains("改好以后才能检查", StringComparison.Ordinal), "the page");
            AssertNothingPublished(kind);
            kind.WriteTemplate("kind.yaml", ToyKind.Definition("shop"));
            Directory.Delete(kind["kinds", "shop", "next"], recursive: true);
            await run.UntilDone(1);
            await run.UntilDone(1, BuildState.Returned);
        }

        Assert.That(kind["out", "A", "Report of A.md"], Does.Exist);
        Assert.That(Page(kind), Does.Not.Contain("改好以后才能检查"));
    }

    [Test]
    public void A_report_that_was_published_before_stays()
    {
        using var kind = Kind("none");
        Assert.That(kind.Run("build", kind["in", "a.xlsx"], "-o", kind["out"], "--formats", "md").ExitCode, Is.Zero);
        Break(kind, "rule");
        kind.Run("watch", kind["in"], "-o", kind["out"], "--formats", "md", "--once");
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Does.Contain("Report of A"));
    }

    [Test]
    public async Task The_preview_shows_the_error_of_the_definition_and_no_finding()
    {
        using var kind = Kind("key");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        var state = await run.UntilAsync("a.xlsx", s => !s.Errors.IsEmpty);
        Assert.That(state.Errors.Select(e => e.Id), Has.Some.EqualTo("yaml.unknown-key").And.None.StartsWith("workbook."));
        Assert.That(state.LastGood?.Html, Is.Null);
    }

    private static string Page(ToyKind kind) =>
        File.Exists(kind["out", "index.html"]) ? File.ReadAllText(kind["out", "index.html"]) : "";

    private static void AssertNothingPublished(ToyKind kind) =>
        Assert.That(Directory.Exists(kind["out"]) ? Directory.GetDirectories(kind["out"]).Select(d => Path.GetFileName(d)) : [],
            Is.SubsetOf(new[] { ".reportgen" }));

    /// <summary>A kind with two editions, of which one has an error, and two workbooks, one of them with an error.</summary>
    private static ToyKind Kind(string error)
    {
        var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        kind.Workbook("in/wrong.xlsx", "W", apples: null);
        Break(kind, error);
        return kind;
    }

    private static void Break(ToyKind kind, string error)
    {
        if (error == "none") return;
        var next = Directory.CreateDirectory(kind["kinds", "shop", "next"]).FullName;
        foreach (var file in Directory.GetFiles(kind["kinds", "shop", "main"]))
            File.Copy(file, Path.Combine(next, Path.GetFileName(file)));
        var (first, second) = ("years: { to: 2019 }\n", "years: { from: 2020 }\n");
        kind.WriteTemplate("kind.yaml", ToyKind.Definition("shop") + "\n" + first);
        File.WriteAllText(Path.Combine(next, "rules.yaml"), Rule);
        File.WriteAllText(Path.Combine(next, "kind.yaml"), ToyKind.Definition("shop") + "\n" + error switch
        {
            "yaml" => second + "  - [\n",
            "key" => second + "nonsense: 1\n",
            "rule" => second + "checks: [rules.yaml]\n",
            _ => first,
        });
    }
}
