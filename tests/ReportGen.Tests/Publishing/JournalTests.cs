using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

public sealed class JournalTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Entries_persist_and_the_newest_of_a_workbook_counts()
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
    public void A_line_cut_off_by_a_crash_affects_no_other()
    {
        var folder = OutputFolder.Open(_folder.Combine("b"));
        Journal.Open(folder).Append(Entry("甲.xlsx", PublicationState.Published));
        File.AppendAllText(Path.Combine(folder.OwnFolder, "journal.ndjson"), "{\"time\":\"2026-01");

        Journal.Open(folder).Append(Entry("乙.xlsx", PublicationState.Published));

        Assert.That(Journal.Open(folder).Entries.Select(e => e.Workbook), Is.EqualTo(new[] { "甲.xlsx", "乙.xlsx" }));
    }

    [Test]
    public void Entries_of_another_process_are_seen_after_a_refresh()
    {
        var folder = OutputFolder.Open(_folder.Combine("c"));
        var (one, other) = (Journal.Open(folder), Journal.Open(folder));
        one.Append(Entry("甲.xlsx", PublicationState.Published, "1"));
        other.Append(Entry("乙.xlsx", PublicationState.Published, "2"));
        one.Refresh();
        Assert.That(one.Entries.Select(e => e.Workbook), Is.EqualTo(new[] { "甲.xlsx", "乙.xlsx" }));
        Assert.That(other.Entries.Select(e => e.Workbook), Is.EqualTo(new[] { "甲.xlsx", "乙.xlsx" }));
        Assert.That(one.LatestWithContent("2")!.Workbook, Is.EqualTo("乙.xlsx"));
    }

    [Test]
    public void A_line_is_read_only_when_it_is_complete()
    {
        var folder = OutputFolder.Open(_folder.Combine("d"));
        var (reader, path) = (Journal.Open(folder), Path.Combine(folder.OwnFolder, "journal.ndjson"));
        Journal.Open(folder).Append(Entry("甲.xlsx", PublicationState.Published));
        var line = File.ReadAllText(path).Replace("甲", "乙");
        File.AppendAllText(path, line[..40]);
        reader.Refresh();
        Assert.That(reader.Entries, Has.Length.EqualTo(1));
        File.AppendAllText(path, line[40..]);
        reader.Refresh();
        Assert.That(reader.Entries.Select(e => e.Workbook), Is.EqualTo(new[] { "甲.xlsx", "乙.xlsx" }));
    }

    [Test]
    public void A_line_is_json_with_chinese_as_it_stands_and_without_what_is_unknown()
    {
        var folder = OutputFolder.Open(_folder.Combine("e"));
        Journal.Open(folder)
            .Append(Entry("甲.xlsx", PublicationState.Returned, "1") with { Outputs = ["a.pdf"], Errors = 2, Warnings = 3 });
        Assert.That(File.ReadAllText(Path.Combine(folder.OwnFolder, "journal.ndjson")), Is.EqualTo(
            """{"time":"1970-01-01T00:00:00+00:00","workbook":"甲.xlsx","sha256":"1","key":"k","""
            + """
              "state":"returned","outputs":["a.pdf"],"errors":2,"warnings":3}
              """
            + "\n"));
    }

    [Test]
    public void A_damaged_line_is_passed_over()
    {
        var folder = OutputFolder.Open(_folder.Combine("f"));
        var path = Path.Combine(folder.OwnFolder, "journal.ndjson");
        Journal.Open(folder).Append(Entry("甲.xlsx", PublicationState.Published));
        File.AppendAllText(path, "not json\n");
        Journal.Open(folder).Append(Entry("乙.xlsx", PublicationState.Published));
        Assert.That(Journal.Open(folder).Entries.Select(e => e.Workbook), Is.EqualTo(new[] { "甲.xlsx", "乙.xlsx" }));
    }

    [Test]
    public void A_folder_without_a_journal_has_no_entries()
    {
        var journal = Journal.Open(OutputFolder.Open(_folder.Combine("g")));
        Assert.That(journal.Entries, Is.Empty);
        Assert.That((journal.Latest("甲.xlsx"), journal.LatestWithContent("1")),
            Is.EqualTo(((JournalEntry?)null, (JournalEntry?)null)));
    }

    [Test]
    public void Refreshing_twice_reads_nothing_twice()
    {
        var folder = OutputFolder.Open(_folder.Combine("h"));
        var journal = Journal.Open(folder);
        journal.Append(Entry("甲.xlsx", PublicationState.Published));
        journal.Refresh();
        journal.Refresh();
        Assert.That(journal.Entries, Has.Length.EqualTo(1));
    }

    private static JournalEntry Entry(string workbook, PublicationState state, string sha256 = "") => new()
    {
        Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = sha256, Key = "k", State = state,
    };
}
