using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

[Parallelizable(ParallelScope.All)]
public sealed class HoldingsTests
{
    [Test]
    public void A_workbook_whose_files_another_took_is_superseded_until_it_comes_again()
    {
        var holdings = new Holdings([Entry("a", "x.pdf"), Entry("b", "x.pdf")]);
        Assert.That((holdings.IsSuperseded("a"), holdings.IsSuperseded("b"), holdings.HolderOf("x.pdf")!.Workbook), Is.EqualTo((true, false, "b")));
        holdings.Add(Entry("a", "x.pdf"));
        Assert.That((holdings.IsSuperseded("a"), holdings.IsSuperseded("b")), Is.EqualTo((false, true)));
    }

    [Test]
    public void What_was_returned_is_superseded_by_what_is_published_of_the_same_body()
    {
        var holdings = new Holdings([Entry("a", "x-退回单.xlsx", PublicationState.Returned), Entry("b", "x.pdf")]);
        Assert.That(holdings.IsSuperseded("a"), Is.True);
    }

    [Test]
    public void What_is_returned_takes_nothing_from_what_is_published()
    {
        var holdings = new Holdings([Entry("a", "x.pdf"), Entry("b", "x-退回单.xlsx", PublicationState.Returned)]);
        Assert.That(holdings.IsSuperseded("a"), Is.False);
    }

    private static JournalEntry Entry(string workbook, string output, PublicationState state = PublicationState.Published) => new()
    {
        Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = "", Key = "k", State = state, Body = "B", Year = 2025, Outputs = [output],
    };
}
