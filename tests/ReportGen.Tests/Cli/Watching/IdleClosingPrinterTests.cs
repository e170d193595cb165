using ReportGen.Cli.Watching;
using ReportGen.Documents;

namespace ReportGen.Tests.Cli.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class IdleClosingPrinterTests
{
    private static readonly FinishedDocument Page = new("<p>", "t");

    [Test]
    public async Task Without_work_it_is_closed_and_with_work_opened_again()
    {
        var opened = new List<HeldPrinter>();
        var time = new HandTime();
        await using var printer = new IdleClosingPrinter(() => Add(opened), TimeSpan.FromMinutes(2), time);
        Assert.That(printer.IsOpen, Is.False);
        await printer.PrintAsync(Page);
        await printer.PrintAsync(Page);
        Assert.That(opened, Has.Count.EqualTo(1));
        time.Ring();
        Assert.That((printer.IsOpen, opened[0].IsClosed), Is.EqualTo((false, true)));
        await printer.PrintAsync(Page);
        Assert.That(opened, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_takes_longer_than_the_rest_is_not_disturbed()
    {
        var hold = new TaskCompletionSource();
        var inner = new HeldPrinter { Hold = hold.Task };
        var time = new HandTime();
        await using var printer = new IdleClosingPrinter(() => inner, TimeSpan.FromMinutes(2), time);
        await printer.WarmUpAsync();
        var printing = printer.PrintAsync(Page);
        await printer.WarmUpAsync();
        time.Ring();
        Assert.That((inner.IsClosed, printing.IsCompleted), Is.EqualTo((false, false)));
        hold.SetResult();
        Assert.That((await printing).Value, Is.Not.Null);
    }

    /// <summary>A time in which everything that was to happen happens when it is told to.</summary>
    private sealed class HandTime : TimeProvider
    {
        private readonly List<HandTimer> _timers = [];

        public void Ring() => _timers.ToList().ForEach(t => t.Ring());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(new HandTimer(() => callback(state)));
            return _timers[^1];
        }
    }

    private sealed class HandTimer(Action act) : ITimer
    {
        private bool _isOver;

        public void Ring()
        {
            if (!_isOver) act();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !_isOver;

        public void Dispose() => _isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private static HeldPrinter Add(List<HeldPrinter> opened)
    {
        opened.Add(new HeldPrinter());
        return opened[^1];
    }
}
