using ReportGen.Cli.Building;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>Templates that change while the watcher runs.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WatchTemplatesTests
{
    [Test]
    public async Task The_reports_that_a_change_affects_are_built_again_and_only_those()
    {
        using var kind = new ToyKind();
        kind.AddKind("stall");
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A");
        kind.Workbook("in/s.xlsx", "S", kind: "stall");
        await run.UntilDone(2);
        kind.WriteTemplate("report.sbn-md", "new {{ title }}\n");
        await run.UntilDone(3);
        await WatchRun.Pass();
        Assert.That(run.Done.Skip(2), Is.EqualTo(new[] { ("a.xlsx", BuildState.Built) }));
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Is.EqualTo("new Report of A\n"));
        Assert.That(run.Notices, Is.EqualTo(new[] { "watch.templates-changed" }));
    }

    [Test]
    public async Task Only_shared_files_that_a_report_includes_affect_it()
    {
        using var kind = new ToyKind();
        kind.AddKind("stall");
        kind.WriteShared("foot.sbn-md", "old foot");
        kind.WriteShared("head.sbn-md", "unused");
        kind.WriteTemplate("report.sbn-md", "# {{ title }}\n{{ include ('fo' + 'ot.sbn-md') }}\n");
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A");
        kind.Workbook("in/bad.xlsx", "Bad", apples: null);
        kind.Workbook("in/s.xlsx", "S", kind: "stall");
        await run.UntilDone(2);
        await run.UntilDone(1, BuildState.Returned);
        var before = run.Done.Count();
        kind.WriteShared("head.sbn-md", "still unused");
        await run.Until(() => run.Notices.Count() == 1, "a word about the templates");
        await WatchRun.Pass();
        Assert.That(run.Done.Count(), Is.EqualTo(before));
        kind.WriteShared("foot.sbn-md", "new foot");
        await run.UntilDone(3);
        kind.WriteShared("review.css", File.ReadAllText(kind["kinds", "_shared", "review.css"]) + "\n/* new */");
        await run.UntilDone(2, BuildState.Returned);
        await WatchRun.Pass();
        Assert.That(run.Done.Skip(before), Is.EqualTo(new[] { ("a.xlsx", BuildState.Built), ("bad.xlsx", BuildState.Returned) }));
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Does.EndWith("new foot\n"));
    }

    [Test]
    public async Task A_new_file_that_replaces_a_shared_one_affects_the_report()
    {
        using var kind = new ToyKind();
        kind.WriteShared("foot.sbn-md", "shared");
        kind.WriteTemplate("report.sbn-md", "{{ include 'foot.sbn-md' }}\n");
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        kind.WriteTemplate("foot.sbn-md", "own");
        await run.UntilDone(2);
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Is.EqualTo("own\n"));
    }

    [Test]
    public async Task A_changed_definition_builds_its_reports_again()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        kind.WriteTemplate("kind.yaml", ToyKind.Definition("shop").Replace("Report of {shop}", "Account of {shop}"));
        await run.UntilDone(2);
        Assert.That(PublishedOnce.Published(kind), Is.EquivalentTo(new[] { "A/Account of A.html", "A/Account of A.md" }));
    }

    [Test]
    public async Task While_templates_have_errors_the_previous_ones_are_used()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        var before = File.ReadAllText(kind["out", "A", "Report of A.md"]);
        kind.WriteTemplate("report.sbn-md", "{{ if }}\n");
        await run.Until(() => run.Notices.Contains("watch.templates-broken"), "a notice about the error");
        kind.Workbook("in/b.xlsx", "B");
        await run.UntilDone(2);
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Is.EqualTo(before));
        Assert.That(File.ReadAllText(kind["out", "B", "Report of B.md"]), Is.EqualTo(before.Replace("of A", "of B")));

        kind.WriteTemplate("report.sbn-md", "mended {{ title }}\n");
        await run.UntilDone(4);
        Assert.That(File.ReadAllText(kind["out", "B", "Report of B.md"]), Is.EqualTo("mended Report of B\n"));
    }

    [Test]
    public async Task A_template_that_fails_while_rendering_keeps_the_published_report_until_it_is_fixed()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        kind.WriteTemplate("report.sbn-md", "{{ titel }}\n");
        await run.UntilDone(1, BuildState.Failed);
        Assert.That(PublishedOnce.Published(kind), Has.Exactly(2).Items);
        kind.WriteTemplate("report.sbn-md", "again {{ title }}\n");
        await run.UntilDone(2);
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Is.EqualTo("again Report of A\n"));
    }

    [Test]
    public async Task A_change_without_effect_is_not_reported()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        File.SetLastWriteTimeUtc(kind["kinds", "shop", "main", "report.sbn-md"], DateTime.UtcNow.AddMinutes(1));
        File.WriteAllText(kind["kinds", "shop", "notes.txt"], "not a template");
        await WatchRun.Pass();
        Assert.That((run.Notices, run.Done.Count()), Is.EqualTo((Array.Empty<string>(), 1)));
    }
}
