using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

[Parallelizable(ParallelScope.All)]
public sealed class OutputNameRegistryTests
{
    [Test]
    public async Task The_first_in_the_order_of_the_run_has_the_name_whoever_asks_first()
    {
        var names = new OutputNameRegistry(["a", "b", "c"]);
        var second = names.ClaimAsync("B/Report", "b", CancellationToken.None);
        Assert.That(second.IsCompleted, Is.False);
        Assert.That(await names.ClaimAsync("B/REPORT", "a", CancellationToken.None), Is.Null);
        Assert.That(await second, Is.EqualTo("a"));
        Assert.That(await names.ClaimAsync("B/Other", "c", CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task A_workbook_that_claims_no_name_holds_up_nobody()
    {
        var names = new OutputNameRegistry(["a", "b"]);
        var second = names.ClaimAsync("B/Report", "b", CancellationToken.None);
        names.Release("a");
        Assert.That(await second, Is.Null);
        Assert.That(await names.ClaimAsync("B/Report", "b", CancellationToken.None), Is.Null);
    }

    [Test]
    public void Whoever_waits_for_a_name_may_give_up()
    {
        var names = new OutputNameRegistry(["a", "b"]);
        using var giveUp = new CancellationTokenSource();
        var second = names.ClaimAsync("B/Report", "b", giveUp.Token);
        giveUp.Cancel();
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
    }
}
