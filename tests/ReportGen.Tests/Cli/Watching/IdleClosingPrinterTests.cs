using ReportGen.Cli.Watching;
using ReportGen.Documents;

namespace ReportGen.Tests.Cli.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class IdleClosingPrinterTests
{
    private static readonly FinishedDocument s_page = new("<p>", "t");

    [Test]
    public async Task It_closes_when_idle_and_opens_again_on_demand()
    {
        var opened = new List<BlockingPrinter>();
        var time = new ManualTime();
        await using var printer = new IdleClosingPrinter(() => Add(opened), TimeSpan.FromMinutes(2), time);
        Assert.That(printer.IsOpen, Is.False);
        await printer.PrintAsync(s_page);
        await printer.PrintAsync(s_page);
        Assert.That(opened, Has.Count.EqualTo(1));
        time.Fire();
        Assert.That((printer.IsOpen, opened[0].IsClosed), Is.EqualTo((false, true)));
        await printer.PrintAsync(s_page);
        Assert.That(opened, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_print_that_takes_longer_than_the_idle_timeout_is_not_interrupted()
    {
        var release = new TaskCompletionSource();
        var inner = new BlockingPrinter { Until = release.Task };
        var time = new ManualTime();
        await using var printer = new IdleClosingPrinter(() => inner, TimeSpan.FromMinutes(2), time);
        await printer.WarmUpAsync();
        var printing = printer.PrintAsync(s_page);
        await printer.WarmUpAsync();
        time.Fire();
        Assert.That((inner.IsClosed, printing.IsCompleted), Is.EqualTo((false, false)));
        release.SetResult();
        Assert.That((await printing).Value, Is.Not.Null);
    }

    /// <summary>A clock whose timers fire on request.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private readonly List<ManualTimer> _timers = [];

        public void Fire() => _timers.ToList().ForEach(t => t.Fire());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(new ManualTimer(() => callback(state)));
            return _timers[^1];
        }
    }

    private sealed class ManualTimer(Action act) : ITimer
    {
        private bool _isOver;

        public void Fire()
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

    private static BlockingPrinter Add(List<BlockingPrinter> opened)
    {
        opened.Add(new BlockingPrinter());
        return opened[^1];
    }
}
