using ReportGen.Cli.Watching;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>The states of a watched file, with times passed in.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WatchedFileTests
{
    private static readonly WatchTimings s_timings = new();
    private static readonly Diagnostic s_cut = WatchMessages.NoWorkbook("cut");

    [Test]
    public void It_is_ready_when_it_stays_the_same_for_two_seconds()
    {
        var file = Seen(0, length: 10);
        Assert.That(Evaluate(file, 0), Is.EqualTo(new FileDecision(false, Seconds(2))));
        Scan(file, 1.5, length: 20);
        Assert.That(Evaluate(file, 2), Is.EqualTo(new FileDecision(false, Seconds(3.5))));
        Scan(file, 3.5, length: 20);
        Assert.That(Evaluate(file, 3.5).IsReady, Is.True);
    }

    [Test]
    public void The_same_size_at_another_time_is_a_change()
    {
        var file = Seen(0, 10);
        file.Update(new FileStamp(10, DateTime.UnixEpoch.AddSeconds(9)), null, Seconds(2), default);
        Assert.That(Evaluate(file, 2).Due, Is.Not.Null);
    }

    [Test]
    public void A_lock_delays_the_file_with_a_reason_until_the_timeout()
    {
        var file = Seen(0, 10, "~$a.xlsx");
        var decision = Evaluate(file, 3);
        Assert.That((decision.IsReady, decision.Reason!.Id, decision.Due), Is.EqualTo((false, "watch.locked", Seconds(600))));
        Assert.That(Evaluate(file, 600).IsReady, Is.True);
        Assert.That(file.LockFile, Is.EqualTo("~$a.xlsx"));
    }

    [Test]
    public void A_new_lock_delays_the_file_again()
    {
        var file = Seen(0, 10, "~$a.xlsx");
        Scan(file, 500, 10);
        Assert.That(Evaluate(file, 500).IsReady, Is.True);
        Scan(file, 550, 10, "~$a.xlsx");
        Assert.That(Evaluate(file, 650).Due, Is.Not.Null);
    }

    [Test]
    public void An_incomplete_file_is_tried_after_growing_pauses_until_the_timeout()
    {
        var file = Seen(0, 10);
        var dues = new List<double>();
        for (var now = 2.0; Evaluate(file, now, s_cut) is { Due: { } due }; now = due.TotalSeconds)
            dues.Add(due.TotalSeconds - now);
        Assert.That(dues.Take(6), Is.EqualTo(new double[] { 2, 4, 8, 16, 30, 30 }));
        Assert.That(dues.Sum(), Is.InRange(598, 630));
    }

    [Test]
    public void A_complete_file_is_not_read_again_before_it_is_processed()
    {
        var file = Seen(0, 10);
        Assert.That(Evaluate(file, 2).IsReady, Is.True);
        Assert.That(Evaluate(file, 3, s_cut).IsReady, Is.True);
    }

    [Test]
    public void A_done_file_is_not_ready_until_it_changes_or_is_reopened()
    {
        var file = Seen(0, 10);
        file.MarkInProgress();
        Assert.That(Evaluate(file, 5), Is.EqualTo(new FileDecision(false)));
        file.Finish(file.Stamp);
        Assert.That(Evaluate(file, 5), Is.EqualTo(new FileDecision(false)));
        file.Reopen();
        Assert.That(Evaluate(file, 5).IsReady, Is.True);
        file.Finish(file.Stamp);
        Scan(file, 6, 11);
        Assert.That(Evaluate(file, 8).IsReady, Is.True);
    }

    [Test]
    public void A_file_replaced_while_in_progress_is_not_done()
    {
        var file = Seen(0, 10);
        var stamp = file.Stamp;
        file.MarkInProgress();
        Scan(file, 5, 11);
        file.Finish(stamp);
        Assert.That(Evaluate(file, 7).IsReady, Is.True);
    }

    [Test]
    public void A_failed_file_is_tried_again_after_growing_pauses()
    {
        var file = Seen(0, 10);
        var pauses = new List<double>();
        for (var now = 2.0; pauses.Count < 12; now = Evaluate(file, now).Due!.Value.TotalSeconds)
        {
            file.RetryLater(s_cut, Seconds(now), s_timings);
            pauses.Add(Evaluate(file, now).Due!.Value.TotalSeconds - now);
        }

        Assert.That(pauses, Is.EqualTo(new double[] { 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600 }));
    }

    [Test]
    public void A_file_claimed_by_another_watcher_is_tried_again_soon()
    {
        var file = Seen(0, 10);
        for (var i = 0; i < 10; i++) file.Defer(s_cut, Seconds(2), s_timings);
        Assert.That((Evaluate(file, 2).Due, file.Tries), Is.EqualTo((Seconds(7), 0)));
    }

    private static WatchedFile Seen(double at, long length, string? lockFile = null)
    {
        var file = new WatchedFile("a.xlsx");
        Scan(file, at, length, lockFile);
        return file;
    }

    private static void Scan(WatchedFile file, double at, long length, string? lockFile = null) =>
        file.Update(new FileStamp(length, DateTime.UnixEpoch), lockFile, Seconds(at), 0);

    private static FileDecision Evaluate(WatchedFile file, double at, Diagnostic? incompleteness = null) =>
        file.Evaluate(Seconds(at), s_timings, () => incompleteness);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
