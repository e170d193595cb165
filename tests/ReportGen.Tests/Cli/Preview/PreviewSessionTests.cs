using ReportGen.Cli.Preview;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>The preview after changes on disk.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PreviewSessionTests
{
    [Test]
    public async Task A_saved_workbook_is_compiled_again()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await OpenAsync(kind);
        kind.Workbook("in/a.xlsx", "A", apples: 41);
        var state = await run.UntilAsync("a.xlsx", s => s.LastGood?.Html?.Contains(">41<", StringComparison.Ordinal) == true);
        Assert.That((state.Condition, state.Errors), Is.EqualTo(("ok", state.Errors)));
    }

    [Test]
    public async Task A_workbook_renamed_into_place_is_compiled_again()
    {
        using var kind = new ToyKind();
        var path = kind.Workbook("in/a.xlsx", "A");
        await using var run = await OpenAsync(kind);
        var aside = kind.Workbook("b.xlsx", "A", apples: 42);
        File.Move(path, kind["in", "a.bak"]);
        File.Move(aside, path);
        await run.UntilAsync("a.xlsx", s => s.LastGood?.Html?.Contains(">42<", StringComparison.Ordinal) == true);
    }

    [Test]
    public async Task A_report_opened_while_its_first_compilation_ends_has_its_page()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        var opening = new TaskCompletionSource<Task<ReportState?>>();
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates, looked: (session, state) =>
        {
            if (!opening.Task.IsCompleted) opening.SetResult(session.OpenAsync(state.File.Id, CancellationToken.None));
        });
        var opened = await await opening.Task;
        Assert.That(opened?.LastGood?.Html, Does.Contain("Report of A"));
    }

    [Test]
    public async Task An_incomplete_workbook_is_waited_for_without_an_error()
    {
        using var kind = new ToyKind();
        var path = kind.Workbook("in/a.xlsx", "A");
        await using var run = await OpenAsync(kind);
        var told = new List<string>();
        using var page = run.Session.Events.Subscribe();
        var whole = File.ReadAllBytes(kind.Workbook("b.xlsx", "A", apples: 43));
        using (var slow = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            foreach (var part in whole.Chunk(1024))
            {
                slow.Write(part);
                slow.Flush();
                await Task.Delay(40);
            }
        }

        await run.UntilAsync("a.xlsx", s => s.LastGood?.Html?.Contains(">43<", StringComparison.Ordinal) == true);
        while (page.Events.TryRead(out var told1)) told.Add(told1);
        Assert.That(told.Where(t => t.Contains("\"mistake\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Unchanged_content_is_not_compiled_again()
    {
        using var kind = new ToyKind();
        var path = kind.Workbook("in/a.xlsx", "A");
        await using var run = await OpenAsync(kind);
        // When a later file is compiled, nothing is pending.
        kind.Workbook("in/b.xlsx", "B");
        await run.UntilAsync("b.xlsx", s => s.LastGood is not null);
        var before = await run.UntilAsync("a.xlsx", s => s.LastGood?.Html is not null);
        File.WriteAllBytes(path, File.ReadAllBytes(path));
        kind.Workbook("in/c.xlsx", "C");
        await run.UntilAsync("c.xlsx", s => s.LastGood is not null);
        Assert.That(run.Session.Find(before.File.Id)!.LastGood, Is.SameAs(before.LastGood));
    }

    [TestCase("report.sbn-html", "<h1>{{ titel }}</h1>", "shop/main/report.sbn-html(1,")]
    [TestCase("kind.yaml", "title: [", "shop/main/kind.yaml(")]
    public async Task An_error_in_a_template_keeps_the_last_page_and_disappears_when_fixed(
        string file, string wrong, string place)
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await OpenAsync(kind);
        var path = Path.Combine(kind.Templates, "shop", "main", file);
        var right = File.ReadAllText(path);
        kind.WriteTemplate(file, wrong);
        var failed = await run.UntilAsync("a.xlsx", s => s.Condition == "mistake");
        Assert.That(failed.LastGood?.Html, Does.Contain("Report of A"));
        Assert.That(failed.Errors.Select(m => m.Location?.ToString()), Has.Some.StartsWith(place));
        kind.WriteTemplate(file, right);
        var corrected = await run.UntilAsync("a.xlsx", s => s.Condition == "ok");
        Assert.That(corrected.Errors, Is.Empty);
    }

    [Test]
    public async Task A_file_that_is_not_a_report_shows_an_error_and_recovers()
    {
        using var kind = new ToyKind();
        Directory.CreateDirectory(kind["in"]);
        File.WriteAllText(kind["in", "a.xlsx"], "no workbook at all");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        var state = await run.UntilAsync("a.xlsx", s => s.Condition == "mistake");
        Assert.That(state.Errors[0].Id, Does.StartWith("file."));
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilAsync("a.xlsx", s => s.Condition == "ok");
    }

    [Test]
    public async Task A_changed_template_affects_only_the_reports_of_its_kind()
    {
        using var kind = new ToyKind();
        kind.AddKind("market");
        kind.Workbook("in/a.xlsx", "A");
        kind.Workbook("in/b.xlsx", "B", kind: "market");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        await run.UntilAsync("a.xlsx", s => s.LastGood is not null);
        var other = await run.UntilAsync("b.xlsx", s => s.Identity?.Kind == "market");
        kind.WriteTemplate("report.sbn-md", "changed {{ title }}\n");
        var before = run.Session.Reports.First(r => r.File.Name == "a.xlsx").LastGood;
        kind.WriteTemplate("report.sbn-html", "<!doctype html><html><body><h1>{{ title }}</h1><p>new</p></body></html>");
        await run.UntilAsync("a.xlsx", s => s.LastGood != before);
        Assert.That(run.Session.Find(other.File.Id)!.LastGood, Is.SameAs(other.LastGood));
    }

    [Test]
    public async Task Added_and_removed_workbooks_are_listed()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await OpenAsync(kind);
        var path = kind.Workbook("in/区/乙 局.xlsx", "B");
        var come = await run.UntilAsync("区/乙 局.xlsx", s => s.LastGood is not null);
        File.Delete(path);
        await run.UntilGoneAsync(come);
        Assert.That(run.Session.Reports.Select(r => r.File.Name), Is.EqualTo(new[] { "a.xlsx" }));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public async Task A_symbolic_link_to_itself_is_ignored()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        File.CreateSymbolicLink(kind["in", "b.xlsx"], kind["in", "b.xlsx"]);
        await using var run = await OpenAsync(kind);
        Assert.That(run.Session.Reports.Select(r => r.File.Name), Is.EqualTo(new[] { "a.xlsx" }));
    }

    [Test]
    public async Task Templates_that_disappear_and_return_are_used_again()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await OpenAsync(kind);
        for (var round = 0; round < 40; round++)
        {
            Directory.Move(Path.Combine(kind.Templates, "shop"), kind["aside"]);
            await Task.Delay(round);
            Directory.Move(kind["aside"], Path.Combine(kind.Templates, "shop"));
            await Task.Delay(round);
        }

        kind.WriteTemplate("report.sbn-html", "<!doctype html><html><body><h1>{{ title }}</h1><p>new</p></body></html>");
        await run.UntilAsync("a.xlsx",
            s => s.Condition == "ok" && s.LastGood!.Html!.Contains("<p>new</p>", StringComparison.Ordinal));
    }

    [Test]
    public void The_command_refuses_a_missing_path()
    {
        using var kind = new ToyKind();
        var run = kind.Run("preview", kind["nothing"]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("command.no-such-path"));
    }

    private static async Task<PreviewRun> OpenAsync(ToyKind kind)
    {
        var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        var state = await run.UntilAsync("a.xlsx", _ => true);
        await run.Session.OpenAsync(state.File.Id, CancellationToken.None);
        return run;
    }
}
