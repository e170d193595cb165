using ReportGen.Cli.Building;
using ReportGen.Publishing;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>The watcher with real files.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WatchLoopTests
{
    [Test]
    public async Task Memory_is_released_after_work_and_not_while_idle()
    {
        using var kind = new ToyKind();
        var released = 0;
        await using var run = new WatchRun(kind, releaseMemory: () => Interlocked.Increment(ref released));
        await WatchRun.Pass();
        Assert.That(released, Is.Zero);
        kind.Workbook("in/a.xlsx", "A");
        await run.Until(() => released > 0, "the release");
        Assert.That((run.Done.Count(), File.Exists(kind["out", "index.html"])), Is.EqualTo((1, true)));
        await WatchRun.Pass();
        var before = released;
        await WatchRun.Pass();
        Assert.That(released, Is.EqualTo(before));
    }

    [Test]
    public async Task A_slow_writer_is_waited_for()
    {
        using var kind = new ToyKind();
        var content = File.ReadAllBytes(kind.Workbook("aside.xlsx", "A"));
        await using (var run = new WatchRun(kind))
        {
            await using (var writer = new FileStream(kind["in", "a.xlsx"], FileMode.CreateNew, FileAccess.Write,
                FileShare.ReadWrite, 1))
            {
                foreach (var part in content.Chunk(1024))
                {
                    await writer.WriteAsync(part);
                    await writer.FlushAsync();
                    await Task.Delay(100);
                }
            }

            await run.UntilDone(1);
            await WatchRun.Pass();
            Assert.That(run.Done, Is.EqualTo(new[] { ("a.xlsx", BuildState.Built) }));
        }

        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task A_save_by_rename_is_processed_once()
    {
        using var kind = new ToyKind();
        var other = kind.Workbook("other.xlsx", "A", apples: 7);
        await using (var run = new WatchRun(kind))
        {
            kind.Workbook("in/a.xlsx", "A");
            await run.UntilDone(1);
            // As Excel saves: write a new file, move the old one away, rename the new one.
            File.WriteAllText(kind["in", "~$a.xlsx"], "owner");
            File.Copy(other, kind["in", "1A2B3C4D"]);
            File.Move(kind["in", "a.xlsx"], kind["in", "9F.tmp"]);
            File.Move(kind["in", "1A2B3C4D"], kind["in", "a.xlsx"]);
            File.Delete(kind["in", "9F.tmp"]);
            File.Delete(kind["in", "~$a.xlsx"]);
            await run.UntilDone(2);
            await WatchRun.Pass();
            Assert.That(run.Done.Count(), Is.EqualTo(2));
        }

        Assert.That(PublishedOnce.Journal(kind).Select(e => e.Sha256), Is.Unique.And.Exactly(2).Items);
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Does.Contain("7"));
    }

    [Test]
    public async Task Two_hundred_at_once_are_published_once_each()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind))
        {
            for (var i = 0; i < 200; i++) kind.Workbook($"in/{i % 7} 镇/第 {i} 份.xlsx", $"单位 {i}", apples: i);
            await run.UntilDone(200);
        }

        PublishedOnce.Holds(kind);
        Assert.That(PublishedOnce.Published(kind).Count(), Is.EqualTo(400));
    }

    [Test]
    public async Task Waiting_for_a_lock_is_reported_and_its_end_is_noticed()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind))
        {
            File.WriteAllText(kind["in", ".~lock.a.xlsx#"], ",clerk,desk,;");
            kind.Workbook("in/a.xlsx", "A");
            await run.Until(() => run.Waits.Any(), "a word about the lock");
            await WatchRun.Pass();
            Assert.That((run.Waits, run.Done), Is.EqualTo((new[] { "watch.locked" }, Array.Empty<(string, BuildState)>())));
            File.Delete(kind["in", ".~lock.a.xlsx#"]);
            await run.UntilDone(1);
        }

        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task A_stale_lock_file_delays_a_workbook_only_until_the_timeout()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind, WatchRun.Quick with { Timeout = TimeSpan.FromSeconds(1) }))
        {
            File.WriteAllText(kind["in", "~$a.xlsx"], "owner");
            kind.Workbook("in/a.xlsx", "A");
            await run.UntilDone(1);
            Assert.That((run.Waits.Except(["watch.locked"]), run.Notices),
                Is.EqualTo((Array.Empty<string>(), new[] { "watch.lock-left" })));
        }

        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task A_file_that_stays_incomplete_fails_after_the_timeout_and_is_built_when_complete()
    {
        using var kind = new ToyKind();
        var whole = kind.Workbook("whole.xlsx", "A");
        await using var run = new WatchRun(kind, WatchRun.Quick with { Timeout = TimeSpan.FromSeconds(1) });
        File.WriteAllBytes(kind["in", "a.xlsx"], File.ReadAllBytes(whole)[..2000]);
        await run.UntilDone(1, BuildState.Failed);
        Assert.That(run.Waits.Except(["file.truncated"]), Is.Empty);
        File.Copy(whole, kind["in", "a.xlsx"], overwrite: true);
        await run.UntilDone(1);
        Assert.That(PublishedOnce.Journal(kind).Select(e => e.State),
            Is.EqualTo(new[] { PublicationState.Failed, PublicationState.Published }));
    }

    [Test]
    public async Task An_unreadable_file_is_reported_once_and_tried_again()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind))
        {
            var content = File.ReadAllBytes(kind.Workbook("aside.xlsx", "A"));
            await using (var held = new FileStream(kind["in", "a.xlsx"], FileMode.CreateNew, FileAccess.ReadWrite,
                FileShare.None))
            {
                held.Write(content);
                held.Flush();
                await run.Until(() => run.Waits.Any(), "a word about the file");
                await WatchRun.Pass();
            }

            await run.UntilDone(1);
            Assert.That(run.Waits, Is.EqualTo(new[] { "file.unreadable" }));
        }

        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task A_workbook_saved_while_it_is_rendered_is_published_again()
    {
        using var kind = new ToyKind();
        var release = new TaskCompletionSource();
        await using var printer = new BlockingPrinter { Until = release.Task };
        var newer = kind.Workbook("newer.xlsx", "A", apples: 8);
        await using (var run = new WatchRun(kind, printer: printer))
        {
            kind.Workbook("in/a.xlsx", "A", apples: 4);
            await run.Until(() => printer.Prints == 1, "the first print");
            File.Move(newer, kind["in", "a.xlsx"], overwrite: true);
            await WatchRun.Pass();
            release.SetResult();
            await run.UntilDone(2);
        }

        Assert.That(PublishedOnce.Journal(kind).Select(e => e.Sha256), Is.Unique.And.Exactly(2).Items);
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Does.Contain("8"));
    }

    [Test]
    public async Task Without_events_the_scan_finds_everything()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind, listens: false))
        {
            kind.Workbook("in/王 家沟/2025 年 年报（终）.xlsx", "王家沟");
            kind.Workbook("in/b.xlsx", "B");
            await run.UntilDone(2);
        }

        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task Without_the_scan_events_find_everything()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind, WatchRun.Quick with { ScanEvery = TimeSpan.FromMinutes(5) }))
        {
            await WatchRun.Pass();
            kind.Workbook("in/new folder/a.xlsx", "A");
            await run.UntilDone(1);
        }

        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task Two_watchers_never_process_the_same_file()
    {
        using var kind = new ToyKind();
        await using (var one = new WatchRun(kind))
        await using (var other = new WatchRun(kind))
        {
            for (var i = 0; i < 60; i++) kind.Workbook($"in/{i}.xlsx", $"B{i}");
            await one.Until(() => one.Done.Count() + other.Done.Count() >= 60, "60 in all");
            await WatchRun.Pass();
            Assert.That(one.Done.Concat(other.Done).Select(d => d.Name), Is.Unique.And.Exactly(60).Items);
        }

        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task After_a_restart_only_changed_files_are_processed()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind))
        {
            kind.Workbook("in/a.xlsx", "A");
            kind.Workbook("in/bad.xlsx", "Bad", apples: null);
            await run.UntilDone(1);
            await run.UntilDone(1, BuildState.Returned);
        }

        kind.Workbook("in/b.xlsx", "B");
        await using (var run = new WatchRun(kind))
        {
            await run.UntilDone(1);
            await WatchRun.Pass();
            Assert.That(run.Done, Is.EqualTo(new[] { ("b.xlsx", BuildState.Built) }));
        }

        Assert.That(PublishedOnce.Journal(kind), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task A_returned_workbook_is_removed_when_it_is_corrected()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        kind.Workbook("in/a.xlsx", "A", apples: null);
        await run.UntilDone(1, BuildState.Returned);
        Assert.That(PublishedOnce.Published(kind), Does.Contain("A/Report of A-退回单.xlsx"));
        kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        Assert.That(PublishedOnce.Published(kind), Is.EquivalentTo(new[] { "A/Report of A.html", "A/Report of A.md" }));
    }

    [Test]
    public async Task A_folder_that_disappears_is_reported_and_found_again()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = new WatchRun(kind);
        await run.UntilDone(1);
        Directory.Move(kind["in"], kind["away"]);
        await run.Until(() => run.Notices.Contains("watch.inbox-lost"), "a word about the folder");
        await WatchRun.Pass();
        Directory.Move(kind["away"], kind["in"]);
        kind.Workbook("in/b.xlsx", "B");
        await run.UntilDone(2);
        Assert.That(run.Notices, Is.EqualTo(new[] { "watch.inbox-lost", "watch.inbox-found" }));
        Assert.That(PublishedOnce.Published(kind), Does.Contain("A/Report of A.md"));
    }

    [Test]
    public async Task Other_files_are_reported_once_and_reports_of_removed_workbooks_stay()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        File.WriteAllText(kind["in", "说明.docx"], "x");
        File.Delete(kind.Workbook("in/gone.xlsx", "Gone"));
        kind.Workbook("in/a.xlsx", "A");
        await run.Until(() => run.Done.Contains(("a.xlsx", BuildState.Built)), "the workbook that stays");
        File.Delete(kind["in", "a.xlsx"]);
        await WatchRun.Pass();
        Assert.That(run.Notices, Is.EqualTo(new[] { "watch.no-workbook" }));
        Assert.That(PublishedOnce.Published(kind), Does.Contain("A/Report of A.md"));
    }
}
