using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

[Parallelizable(ParallelScope.All)]
public sealed class OutputNameRegistryTests
{
    [Test]
    public async Task The_first_in_the_order_of_the_run_gets_the_name_regardless_of_timing()
    {
        var names = new OutputNameRegistry(["a", "b", "c"]);
        var second = names.ClaimAsync("B/Report", "b", CancellationToken.None);
        Assert.That(second.IsCompleted, Is.False);
        Assert.That(await names.ClaimAsync("B/REPORT", "a", CancellationToken.None), Is.Null);
        Assert.That(await second, Is.EqualTo("a"));
        Assert.That(await names.ClaimAsync("B/Other", "c", CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task A_workbook_without_a_claim_does_not_block_others()
    {
        var names = new OutputNameRegistry(["a", "b"]);
        var second = names.ClaimAsync("B/Report", "b", CancellationToken.None);
        names.Release("a");
        Assert.That(await second, Is.Null);
        Assert.That(await names.ClaimAsync("B/Report", "b", CancellationToken.None), Is.Null);
    }

    [Test]
    public void Waiting_for_a_name_can_be_cancelled()
    {
        var names = new OutputNameRegistry(["a", "b"]);
        using var giveUp = new CancellationTokenSource();
        var second = names.ClaimAsync("B/Report", "b", giveUp.Token);
        giveUp.Cancel();
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
    }
}
