using ReportGen.Cli.Watching;
using ReportGen.Publishing;

namespace ReportGen.Tests.Cli.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class WorkbookClaimsTests
{
    [Test]
    public void A_claim_excludes_others_until_it_is_released()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (new WorkbookClaims(OutputFolder.Open(folder.Path)),
            new WorkbookClaims(OutputFolder.Open(folder.Path)));
        var claim = one.TryTake("某镇/年报.xlsx");
        Assert.That(claim, Is.Not.Null);
        Assert.That(other.TryTake("某镇\\年报.xlsx"), Is.Null);
        claim!.Dispose();
        using var next = other.TryTake("某镇/年报.xlsx");
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public void Many_workbooks_share_few_lock_files()
    {
        using var folder = new TemporaryFolder();
        var claims = new WorkbookClaims(OutputFolder.Open(folder.Path));
        for (var i = 0; i < 2000; i++) claims.TryTake($"{i}.xlsx")!.Dispose();
        Assert.That(Directory.GetFiles(folder.Combine(".reportgen", "claims")), Has.Length.LessThanOrEqualTo(256));
    }
}
