using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

[Parallelizable(ParallelScope.All)]
public sealed class PublishedFileIndexTests
{
    [Test]
    public void A_workbook_whose_files_another_replaced_is_superseded_until_it_is_published_again()
    {
        var index = Index(Entry("a", "x.pdf"), Entry("b", "x.pdf"));
        Assert.That((index.IsSuperseded("a"), index.IsSuperseded("b"), index.OwnerOf("x.pdf")!.Workbook),
            Is.EqualTo((true, false, "b")));
        index.Add(Entry("a", "x.pdf"));
        Assert.That((index.IsSuperseded("a"), index.IsSuperseded("b")), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_returned_workbook_is_superseded_by_a_published_one_of_the_same_body()
    {
        var index = Index(Entry("a", "x-退回单.xlsx", PublicationState.Returned), Entry("b", "x.pdf"));
        Assert.That(index.IsSuperseded("a"), Is.True);
    }

    [Test]
    public void A_returned_workbook_replaces_no_published_files()
    {
        var index = Index(Entry("a", "x.pdf"), Entry("b", "x-退回单.xlsx", PublicationState.Returned));
        Assert.That(index.IsSuperseded("a"), Is.False);
    }

    [Test]
    public void A_title_changed_only_in_case_makes_nothing_obsolete_where_file_names_ignore_case()
    {
        var index = Index(StringComparer.OrdinalIgnoreCase, Entry("a", "B/Report.pdf"));
        Assert.That(index.FilesReplacedBy(Entry("a", "B/REPORT.pdf")), Is.Empty);
        Assert.That(Index(Entry("a", "B/Report.pdf")).FilesReplacedBy(Entry("a", "B/REPORT.pdf")),
            Is.EqualTo(new[] { "B/Report.pdf" }));
    }

    [Test]
    public void A_file_that_another_workbook_replaced_in_another_case_is_not_removed()
    {
        var index = Index(StringComparer.OrdinalIgnoreCase, Entry("a", "B/Report.pdf"), Entry("b", "B/REPORT.pdf"));
        Assert.That(index.IsSuperseded("a"), Is.True);
        Assert.That(index.FilesReplacedBy(Entry("a", "B/Other.pdf")), Is.Empty);
    }

    [Test]
    public void A_published_report_replaces_what_was_published_and_returned_before_it()
    {
        var index = Index(Entry("a", "old.pdf"), Entry("a", "old-退回单.xlsx", PublicationState.Returned));
        Assert.That(index.FilesReplacedBy(Entry("a", "new.pdf")), Is.EquivalentTo(new[] { "old.pdf", "old-退回单.xlsx" }));
    }

    [Test]
    public void A_failure_owns_its_page_and_without_one_changes_nothing()
    {
        var index = Index(Entry("a", "x-退回单.xlsx", PublicationState.Returned), Entry("b", "b.html", PublicationState.Failed));
        index.Add(Entry("a", "", PublicationState.Failed) with { Outputs = [] });
        Assert.That(index.OwnerOf("b.html")!.Workbook, Is.EqualTo("b"));
        Assert.That(index.FilesReplacedBy(Entry("a", "x.pdf")), Does.Contain("x-退回单.xlsx"));
    }

    [Test]
    public void A_report_without_a_body_replaces_no_other_returned_workbook()
    {
        var index = Index(Entry("a", "x-退回单.xlsx", PublicationState.Returned) with { Body = null });
        Assert.That(index.FilesReplacedBy(Entry("b", "x.pdf") with { Body = null }), Is.Empty);
    }

    private static PublishedFileIndex Index(params JournalEntry[] entries) => Index(StringComparer.Ordinal, entries);

    private static PublishedFileIndex Index(StringComparer paths, params JournalEntry[] entries)
    {
        var index = new PublishedFileIndex(paths);
        foreach (var entry in entries) index.Add(entry);
        return index;
    }

    private static JournalEntry Entry(
        string workbook, string output, PublicationState state = PublicationState.Published) => new()
    {
        Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = "", Key = "k", State = state, Body = "B", Year = 2025,
        Outputs = [output],
    };
}
