using ReportGen.Cli.Watching;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>A file's way to being ready, second by second, without a clock.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WatchedFileTests
{
    private static readonly WatchTimings Timings = new();
    private static readonly Diagnostic Cut = WatchMessages.NoWorkbook("cut");

    [Test]
    public void It_is_ready_when_it_stays_the_same_for_two_seconds()
    {
        var file = Seen(0, length: 10);
        Assert.That(Judge(file, 0), Is.EqualTo(new FileDecision(false, Seconds(2))));
        Look(file, 1.5, length: 20);
        Assert.That(Judge(file, 2), Is.EqualTo(new FileDecision(false, Seconds(3.5))));
        Look(file, 3.5, length: 20);
        Assert.That(Judge(file, 3.5).IsReady, Is.True);
    }

    [Test]
    public void The_same_size_at_another_time_is_a_change()
    {
        var file = Seen(0, 10);
        file.See(new FileStamp(10, DateTime.UnixEpoch.AddSeconds(9)), null, Seconds(2), default);
        Assert.That(Judge(file, 2).Due, Is.Not.Null);
    }

    [Test]
    public void A_lock_is_waited_for_with_a_reason_and_given_up_after_a_limit()
    {
        var file = Seen(0, 10, "~$a.xlsx");
        var decision = Judge(file, 3);
        Assert.That((decision.IsReady, decision.Reason!.Id, decision.Due), Is.EqualTo((false, "watch.locked", Seconds(600))));
        Assert.That(Judge(file, 600).IsReady, Is.True);
        Assert.That(file.Lock, Is.EqualTo("~$a.xlsx"));
    }

    [Test]
    public void Who_opens_it_again_is_waited_for_again()
    {
        var file = Seen(0, 10, "~$a.xlsx");
        Look(file, 500, 10);
        Assert.That(Judge(file, 500).IsReady, Is.True);
        Look(file, 550, 10, "~$a.xlsx");
        Assert.That(Judge(file, 650).Due, Is.Not.Null);
    }

    [Test]
    public void A_file_without_its_end_is_waited_for_ever_longer_until_a_limit()
    {
        var file = Seen(0, 10);
        var dues = new List<double>();
        for (var now = 2.0; Judge(file, now, Cut) is { Due: { } due }; now = due.TotalSeconds) dues.Add(due.TotalSeconds - now);
        Assert.That(dues.Take(6), Is.EqualTo(new double[] { 2, 4, 8, 16, 30, 30 }));
        Assert.That(dues.Sum(), Is.InRange(598, 630));
    }

    [Test]
    public void What_is_whole_is_not_looked_into_again_before_its_turn()
    {
        var file = Seen(0, 10);
        Assert.That(Judge(file, 2).IsReady, Is.True);
        Assert.That(Judge(file, 3, Cut).IsReady, Is.True);
    }

    [Test]
    public void What_is_done_rests_until_it_changes_or_is_opened_again()
    {
        var file = Seen(0, 10);
        file.MarkInProgress();
        Assert.That(Judge(file, 5), Is.EqualTo(new FileDecision(false)));
        file.Finish(file.Stamp);
        Assert.That(Judge(file, 5), Is.EqualTo(new FileDecision(false)));
        file.Reopen();
        Assert.That(Judge(file, 5).IsReady, Is.True);
        file.Finish(file.Stamp);
        Look(file, 6, 11);
        Assert.That(Judge(file, 8).IsReady, Is.True);
    }

    [Test]
    public void What_was_replaced_while_it_was_held_is_not_done()
    {
        var file = Seen(0, 10);
        var stamp = file.Stamp;
        file.MarkInProgress();
        Look(file, 5, 11);
        file.Finish(stamp);
        Assert.That(Judge(file, 7).IsReady, Is.True);
    }

    [Test]
    public void What_is_given_back_is_tried_after_longer_and_longer_pauses()
    {
        var file = Seen(0, 10);
        var pauses = new List<double>();
        for (var now = 2.0; pauses.Count < 12; now = Judge(file, now).Due!.Value.TotalSeconds)
        {
            file.RetryLater(Cut, Seconds(now), Timings);
            pauses.Add(Judge(file, now).Due!.Value.TotalSeconds - now);
        }

        Assert.That(pauses, Is.EqualTo(new double[] { 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600 }));
    }

    [Test]
    public void What_another_has_is_looked_at_again_soon()
    {
        var file = Seen(0, 10);
        for (var i = 0; i < 10; i++) file.Defer(Cut, Seconds(2), Timings);
        Assert.That((Judge(file, 2).Due, file.Tries), Is.EqualTo((Seconds(7), 0)));
    }

    private static WatchedFile Seen(double at, long length, string? lockFile = null)
    {
        var file = new WatchedFile("a.xlsx");
        Look(file, at, length, lockFile);
        return file;
    }

    private static void Look(WatchedFile file, double at, long length, string? lockFile = null) =>
        file.See(new FileStamp(length, DateTime.UnixEpoch), lockFile, Seconds(at), DateTimeOffset.UnixEpoch);

    private static FileDecision Judge(WatchedFile file, double at, Diagnostic? whyNotWhole = null) => file.Evaluate(Seconds(at), Timings, () => whyNotWhole);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
