using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

public sealed class JournalTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Entries_survive_and_the_newest_of_a_workbook_counts()
    {
        var folder = OutputFolder.Open(_folder.Combine("a"));
        var journal = Journal.Open(folder);
        journal.Append(Entry("甲.xlsx", PublicationState.Returned));
        journal.Append(Entry("乙.xlsx", PublicationState.Published));
        journal.Append(Entry("甲.xlsx", PublicationState.Published));

        var reopened = Journal.Open(folder);

        Assert.That(reopened.Entries, Has.Length.EqualTo(3));
        Assert.That(reopened.Latest("甲.xlsx")!.State, Is.EqualTo(PublicationState.Published));
        Assert.That(reopened.Latest("丙.xlsx"), Is.Null);
    }

    [Test]
    public void A_line_cut_off_by_a_crash_loses_nothing_else()
    {
        var folder = OutputFolder.Open(_folder.Combine("b"));
        Journal.Open(folder).Append(Entry("甲.xlsx", PublicationState.Published));
        File.AppendAllText(Path.Combine(folder.OwnFolder, "journal.ndjson"), "{\"time\":\"2026-01");

        Journal.Open(folder).Append(Entry("乙.xlsx", PublicationState.Published));

        Assert.That(Journal.Open(folder).Entries.Select(e => e.Workbook), Is.EqualTo(new[] { "甲.xlsx", "乙.xlsx" }));
    }

    private static JournalEntry Entry(string workbook, PublicationState state) => new()
    {
        Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = "", Key = "k", State = state,
    };
}
