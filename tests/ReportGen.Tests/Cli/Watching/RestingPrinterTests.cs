using ReportGen.Cli.Watching;
using ReportGen.Documents;

namespace ReportGen.Tests.Cli.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class RestingPrinterTests
{
    private static readonly FinishedDocument Page = new("<p>", "t");

    [Test]
    public async Task Without_work_it_is_closed_and_with_work_opened_again()
    {
        var opened = new List<HeldPrinter>();
        await using var printer = new RestingPrinter(() => Add(opened), TimeSpan.FromMilliseconds(30), TimeProvider.System);
        Assert.That(printer.IsOpen, Is.False);
        await printer.PrintAsync(Page);
        await printer.PrintAsync(Page);
        Assert.That(opened, Has.Count.EqualTo(1));
        while (printer.IsOpen || !opened[0].IsClosed) await Task.Delay(5);
        await printer.PrintAsync(Page);
        Assert.That(opened, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_takes_longer_than_the_rest_is_not_disturbed()
    {
        var hold = new TaskCompletionSource();
        var inner = new HeldPrinter { Hold = hold.Task };
        await using var printer = new RestingPrinter(() => inner, TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var printing = printer.PrintAsync(Page);
        await printer.WarmUpAsync();
        await Task.Delay(50);
        Assert.That((inner.IsClosed, printing.IsCompleted), Is.EqualTo((false, false)));
        hold.SetResult();
        Assert.That((await printing).Value, Is.Not.Null);
    }

    private static HeldPrinter Add(List<HeldPrinter> opened)
    {
        opened.Add(new HeldPrinter());
        return opened[^1];
    }
}
