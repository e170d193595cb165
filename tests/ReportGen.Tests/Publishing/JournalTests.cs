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
    public void What_changes_from_one_result_to_the_next_is_kept_and_what_does_not_is_held_once()
    {
        var journal = Journal.Open(OutputFolder.Open(_folder.Combine("history")));
        var first = Entry("甲.xlsx", PublicationState.Failed) with
        {
            Edition = "k/1", Body = "甲", Title = "一", Reason = "打不开", Remedy = "重交", Worst = ["A1"], Outputs = ["一.html"],
        };
        var second = first with
            { Edition = "k/2", Body = "乙", Title = "二", Reason = "加密", Remedy = "去掉密码", Worst = ["A2"], Outputs = ["二.html"] };
        foreach (var entry in new[] { first, second, second }) journal.Append(entry);
        var (one, other, same) = (journal.Entries[0], journal.Entries[1], journal.Entries[2]);
        Assert.That(Texts(one), Is.EqualTo(Texts(first)));
        Assert.That(Texts(other), Is.EqualTo(Texts(second)));
        Assert.That((same.Body, same.Title, same.Reason), Is.EqualTo((other.Body, other.Title, other.Reason)));
        Assert.That(ReferenceEquals(same.Title, other.Title) && ReferenceEquals(same.Reason, other.Reason), Is.True);

        static string Texts(JournalEntry e) => string.Join(
            '|', e.Edition, e.Body, e.Title, e.Reason, e.Remedy, string.Join(' ', e.Worst!), string.Join(' ', e.Outputs));
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

    [Test]
    public void Of_a_workbook_that_is_submitted_for_years_the_newest_results_are_kept_in_memory()
    {
        var folder = OutputFolder.Open(_folder.Combine("i"));
        var journal = Journal.Open(folder);
        journal.Append(Published("甲.xlsx", "first"));
        for (var i = 0; i < 250; i++) journal.Append(Entry("甲.xlsx", PublicationState.Returned, $"{i}"));
        journal.Append(Entry("乙.xlsx", PublicationState.Published, "other"));

        foreach (var read in new[] { journal, Journal.Open(folder) })
        {
            Assert.That(read.Entries, Has.Length.EqualTo(101));
            // The report that is still published, then the newest ones.
            Assert.That(read.Entries.Select(e => e.Sha256).Take(2), Is.EqualTo(new[] { "first", "151" }));
            Assert.That(read.Latest("甲.xlsx")!.Sha256, Is.EqualTo("249"));
            Assert.That((read.Forgotten("甲.xlsx"), read.Forgotten("乙.xlsx"), read.Forgotten("丙.xlsx")), Is.EqualTo((151, 0, 0)));
            Assert.That(read.LatestWithContent("first")!.Outputs, Is.EqualTo(new[] { "first.pdf" }));
            Assert.That(read.LatestWithContent("5"), Is.Null);
            Assert.That(read.LatestWithContent("249")!.Workbook, Is.EqualTo("甲.xlsx"));
        }
    }

    [Test]
    public void A_report_that_is_only_built_again_counts_once_and_keeps_its_time()
    {
        var folder = OutputFolder.Open(_folder.Combine("j"));
        var journal = Journal.Open(folder);
        for (var i = 0; i < 300; i++)
            journal.Append(Published("甲.xlsx", "same") with { Time = DateTimeOffset.UnixEpoch.AddDays(i), Key = $"{i}" });
        Assert.That((journal.Forgotten("甲.xlsx"), journal.Entries.Length), Is.EqualTo((0, 100)));
        Assert.That((journal.Entries[0].Time, journal.Latest("甲.xlsx")!.Key), Is.EqualTo((DateTimeOffset.UnixEpoch, "299")));
        Assert.That(journal.Files.OwnerOf("same.pdf"), Is.SameAs(journal.LatestWithContent("same")));
    }

    [Test]
    public void The_length_tells_what_was_recorded_before()
    {
        var folder = OutputFolder.Open(_folder.Combine("k"));
        var (journal, other) = (Journal.Open(folder), Journal.Open(folder));
        journal.Append(Entry("甲.xlsx", PublicationState.Published, "1"));
        var length = journal.Length;
        other.Append(Entry("乙.xlsx", PublicationState.Published, "2"));
        journal.Refresh();
        Assert.That(journal.Entries.Select(e => e.Position >= length), Is.EqualTo(new[] { false, true }));
        Assert.That(Journal.Open(folder).Entries.Select(e => e.Position), Is.EqualTo(journal.Entries.Select(e => e.Position)));
        Assert.That(other.Entries.Select(e => e.Position), Is.EqualTo(journal.Entries.Select(e => e.Position)));
    }

    private static JournalEntry Published(string workbook, string content) =>
        Entry(workbook, PublicationState.Published, content) with { Outputs = [content + ".pdf"] };

    private static JournalEntry Entry(string workbook, PublicationState state, string sha256 = "") => new()
    {
        Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = sha256, Key = "k", State = state,
    };
}
