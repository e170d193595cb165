using ReportGen.Cli.Watching;
using ReportGen.Publishing;

namespace ReportGen.Tests.Cli.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class WorkbookClaimsTests
{
    [Test]
    public async Task A_claim_excludes_others_until_it_is_released()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (new WorkbookClaims(OutputFolder.Open(folder.Path)),
            new WorkbookClaims(OutputFolder.Open(folder.Path)));
        var claim = await one.TakeAsync("某镇/年报.xlsx", default);
        Assert.That(claim, Is.Not.Null);
        Assert.That(await other.TakeAsync("某镇\\年报.xlsx", default), Is.Null);
        claim!.Dispose();
        using var next = await other.TakeAsync("某镇/年报.xlsx", default);
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task Workbooks_of_one_watcher_with_the_same_lock_file_wait_for_each_other()
    {
        using var folder = new TemporaryFolder();
        var claims = new WorkbookClaims(OutputFolder.Open(folder.Path));
        var held = await claims.TakeAsync("a.xlsx", default);
        var waiting = new List<Task<IDisposable?>>();
        for (var i = 0; waiting.Count == 0; i++)
        {
            var other = claims.TakeAsync($"{i}.xlsx", default);
            if (other.IsCompleted) (await other)!.Dispose();
            else waiting.Add(other);
        }
        held!.Dispose();
        using var next = await waiting[0];
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task Many_workbooks_share_few_lock_files()
    {
        using var folder = new TemporaryFolder();
        var claims = new WorkbookClaims(OutputFolder.Open(folder.Path));
        for (var i = 0; i < 2000; i++) (await claims.TakeAsync($"{i}.xlsx", default))!.Dispose();
        Assert.That(Directory.GetFiles(folder.Combine(".reportgen", "claims")), Has.Length.LessThanOrEqualTo(256));
    }
}
