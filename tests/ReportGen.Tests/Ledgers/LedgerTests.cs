using System.Text;
using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Tests.Ledgers;

public sealed class LedgerTests
{
    private static readonly Roster s_expected = new(
    [
        new RosterEntry("甲镇人民政府", "乡镇街道", ["甲镇"]), new RosterEntry("乙局", "政府部门", []), new RosterEntry("丙局", "政府部门", []),
    ]);

    [Test]
    public void Submissions_that_the_journal_no_longer_keeps_in_memory_are_counted()
    {
        using var temporary = new TemporaryFolder();
        var journal = Journal.Open(OutputFolder.Open(temporary.Path));
        for (var i = 0; i < 130; i++)
        {
            journal.Append(new()
            {
                Time = DateTimeOffset.UnixEpoch, Workbook = "甲.xlsx", Sha256 = $"{i}", Key = "k", Body = "甲局",
                State = PublicationState.Returned,
            });
        }

        var line = Ledger.From(journal, null).Lines.Single();
        Assert.That((line.Times, line.History.Length, line.Latest!.Sha256), Is.EqualTo((130, 100, "129")));
    }

    [Test]
    public void Bodies_are_in_roster_order_and_complete()
    {
        var ledger = Ledger.From(
        [
            Entry("a.xlsx", PublicationState.Published, "乙局"),
            Entry("b.xlsx", PublicationState.Returned, "甲 镇"),
            Entry("c.xlsx", PublicationState.Published, "丁局"),
        ], s_expected);
        Assert.That(ledger.Lines.Select(l => (l.Body, l.State, l.IsExpected)), Is.EqualTo(new[]
        {
            ("甲镇人民政府", LedgerState.Returned, true), ("乙局", LedgerState.Published, true),
            ("丙局", LedgerState.Missing, true), ("丁局", LedgerState.Published, false),
        }));
    }

    [Test]
    public void Resubmissions_keep_their_history_and_the_newest_counts()
    {
        var ledger = Ledger.From(
        [
            Entry("a.xlsx", PublicationState.Returned, "乙局"), Entry("a.xlsx", PublicationState.Failed, null),
            Entry("a.xlsx", PublicationState.Published, "乙局"),
        ], null);
        var line = ledger.Lines.Single();
        Assert.That(line.State, Is.EqualTo(LedgerState.Published));
        Assert.That(line.History, Has.Length.EqualTo(3));
    }

    [Test]
    public void An_unreadable_workbook_is_attributed_by_its_file_name()
    {
        var ledger = Ledger.From([Entry("送审/乙局（终稿）.xlsx", PublicationState.Failed, null)], s_expected);
        Assert.That(ledger.Lines.Single(l => l.Body == "乙局").State, Is.EqualTo(LedgerState.Failed));
        Assert.That(ledger.Lines, Has.Length.EqualTo(3));
    }

    [Test]
    public void A_report_of_an_earlier_year_does_not_count_for_the_newest()
    {
        var line = Ledger.From(
        [
            Entry("b.xlsx", PublicationState.Returned, "乙局") with { Year = 2025 },
            Entry("a.xlsx", PublicationState.Published, "乙局") with { Year = 2024 },
        ], null).Lines.Single();
        Assert.That((line.Year, line.State, line.Published, line.History.Length),
            Is.EqualTo((2025, LedgerState.Returned, (JournalEntry?)null, 2)));
    }

    [Test]
    public void A_report_that_was_only_rebuilt_is_not_a_new_submission()
    {
        var entry = Entry("a.xlsx", PublicationState.Published, "乙局");
        Assert.That(Ledger.From([entry, entry with { Key = "new template" }, entry with { Sha256 = "other" }],
            null).Lines.Single().History, Has.Length.EqualTo(2));
    }

    [Test]
    public void The_longest_name_in_a_file_name_counts()
    {
        var roster = new Roster([new RosterEntry("教育局", "", []), new RosterEntry("高新区教育局", "", [])]);
        var ledger = Ledger.From([Entry("高新区教育局.xlsx", PublicationState.Failed, null)], roster);
        Assert.That(ledger.Lines.Select(l => l.State), Is.EqualTo(new[] { LedgerState.Missing, LedgerState.Failed }));
    }

    private static JournalEntry Entry(string workbook, PublicationState state, string? body) => new()
    {
        Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = "", Key = "", State = state, Body = body,
    };
}

public sealed class RosterReaderTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_csv_with_headings_gives_names_groups_and_other_names()
    {
        var roster = Read("列表,,\n序号,单位名称,类别,简称\n1,甲镇人民政府,乡镇街道,甲镇、老甲镇\n2,\"乙,局\",政府部门,\n", Encoding.UTF8).Value!;
        Assert.That(roster.Entries.Select(e => (e.Name, e.Group, string.Join('|', e.OtherNames))), Is.EqualTo(new[]
        {
            ("甲镇人民政府", "乡镇街道", "甲镇|老甲镇"), ("乙,局", "政府部门", ""),
        }));
    }

    [Test]
    public void A_csv_saved_by_a_chinese_excel_is_read_in_its_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var roster = Read("单位名称\n甲镇人民政府\n", Encoding.GetEncoding("GB18030")).Value!;
        Assert.That(roster.Entries.Single().Name, Is.EqualTo("甲镇人民政府"));
    }

    [Test]
    public void Without_a_heading_the_first_column_names_the_bodies() =>
        Assert.That(Read("甲局\n乙局\n", Encoding.UTF8).Value!.Entries.Select(e => e.Name), Is.EqualTo(new[] { "甲局", "乙局" }));

    [Test]
    public void A_duplicate_name_is_counted_once_and_reported()
    {
        var outcome = Read("单位\n甲局\n甲 局\n", Encoding.UTF8);
        Assert.That(outcome.Value!.Entries, Has.Length.EqualTo(1));
        Assert.That(outcome.Diagnostics.Single().Id, Is.EqualTo("roster.named-twice"));
        Assert.That($"{outcome.Diagnostics.Single().Location}", Does.EndWith("(3,1)"));
    }

    [TestCase("", "roster.empty")]
    [TestCase("单位名称,类别\n", "roster.empty")]
    public void A_roster_without_names_is_refused(string text, string id) =>
        Assert.That(Read(text, Encoding.UTF8).Diagnostics.Single().Id, Is.EqualTo(id));

    [Test]
    public void A_missing_file_is_a_finding() =>
        Assert.That(RosterReader.Read(_folder.Combine("none.csv")).Diagnostics.Single().Id, Is.EqualTo("roster.unreadable"));

    private ReportGen.Diagnostics.Outcome<Roster> Read(string text, Encoding encoding)
    {
        var path = _folder.Combine($"{Guid.NewGuid():n}.csv");
        File.WriteAllText(path, text, encoding);
        return RosterReader.Read(path);
    }
}
