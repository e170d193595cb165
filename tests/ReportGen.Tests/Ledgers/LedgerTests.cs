using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Tests.Ledgers;

public sealed class LedgerTests
{
    private static readonly Roster s_expected = new(
    [
        new RosterEntry("甲镇人民政府", "乡镇街道", ["甲镇"]), new RosterEntry("乙局", "政府部门", []), new RosterEntry("丙局", "政府部门", []),
    ]);

    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Submissions_that_the_journal_no_longer_keeps_in_memory_are_counted()
    {
        using var temporary = new TemporaryFolder();
        var journal = ReportGen.Publishing.Journal.Open(OutputFolder.Open(temporary.Path));
        for (var i = 0; i < 130; i++)
        {
            journal.Append(new()
            {
                Time = DateTimeOffset.UnixEpoch, Workbook = "甲.xlsx", Sha256 = $"{i}", Key = "k", Body = "甲局",
                State = PublicationState.Returned,
            });
        }

        var line = Ledger.From(journal, new LedgerScope(ExpectedReports.Any)).Lines.Single();
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
    public void Two_workbooks_that_were_rebuilt_in_turn_are_two_submissions()
    {
        JournalEntry[] run = [Entry("a.xlsx", PublicationState.Published, "乙局"), Entry("b.xlsx", PublicationState.Failed, "乙局")];
        Assert.That(Ledger.From([.. run, .. run], null).Lines.Single().History, Has.Length.EqualTo(2));
    }

    [Test]
    public void The_longest_name_in_a_file_name_counts()
    {
        var roster = new Roster([new RosterEntry("教育局", "", []), new RosterEntry("高新区教育局", "", [])]);
        var ledger = Ledger.From([Entry("高新区教育局.xlsx", PublicationState.Failed, null)], roster);
        Assert.That(ledger.Lines.Select(l => l.State), Is.EqualTo(new[] { LedgerState.Missing, LedgerState.Failed }));
    }

    [Test]
    public void The_states_add_up_to_the_expected_bodies_and_unlisted_ones_are_apart()
    {
        var ledger = Ledger.From(
        [
            Entry("a.xlsx", PublicationState.Published, "乙局"), Entry("b.xlsx", PublicationState.Returned, "丁局"),
            Entry("c.xlsx", PublicationState.Failed, "甲镇"),
        ], s_expected);
        Assert.That(Enum.GetValues<LedgerState>().Select(s => (s, ledger.Count(s))), Is.EqualTo(new[]
        {
            (LedgerState.Missing, 1), (LedgerState.Failed, 1), (LedgerState.Returned, 0), (LedgerState.Published, 1),
        }));
    }

    [Test]
    public void Of_two_workbooks_the_one_saved_last_counts_in_whichever_order_they_were_built()
    {
        JournalEntry[] entries =
        [
            Entry("新.xlsx", PublicationState.Published, "乙局") with { Saved = DateTimeOffset.UnixEpoch.AddHours(2) },
            Entry("旧.xlsx", PublicationState.Failed, "乙局") with
                { Saved = DateTimeOffset.UnixEpoch.AddHours(1), Rival = "新.xlsx" },
            Entry("乙局.et", PublicationState.Failed, null) with { Saved = DateTimeOffset.UnixEpoch },
        ];
        foreach (var order in new[] { entries, [.. entries.Reverse()] })
        {
            var line = Ledger.From(order, s_expected).Lines.Single(l => l.Body == "乙局");
            Assert.That((line.Latest!.Workbook, line.NotUsed.Single().Workbook), Is.EqualTo(("新.xlsx", "旧.xlsx")));
            Assert.That(LedgerMessages.ToCheck(line).Single().Chinese,
                Does.StartWith("乙局交了两份，请选一份：已按最后保存的“新.xlsx”处理，没有处理“旧.xlsx”"));
        }
    }

    [Test]
    public void An_unlisted_name_that_contains_a_missing_one_or_is_in_it_may_be_the_same_body()
    {
        var ledger = Ledger.From(
        [
            Entry("a.xlsx", PublicationState.Published, "示例区丙局（本级）"), Entry("b.xlsx", PublicationState.Published, "人民政府"),
            Entry("c.xlsx", PublicationState.Published, "乙局"), Entry("d.xlsx", PublicationState.Published, "新乙局"),
        ], s_expected);
        Assert.That(ledger.Lines.Select(l => (l.Body, string.Join('|', l.Similar))), Is.EqualTo(new[]
        {
            ("甲镇人民政府", "人民政府"), ("乙局", ""), ("丙局", "示例区丙局（本级）"),
            ("人民政府", "甲镇人民政府"), ("新乙局", ""), ("示例区丙局（本级）", "丙局"),
        }));
    }

    [Test]
    public void With_a_year_a_report_on_another_does_not_count_unless_it_was_returned_for_that()
    {
        var ledger = Ledger.From(Journal(
            Entry("a.xlsx", PublicationState.Published, "甲镇") with { Year = 2024 },
            Entry("b.xlsx", PublicationState.Returned, "乙局") with { Year = 2024 },
            Entry("c.xlsx", PublicationState.Published, "丙局") with { Year = 2025 },
            Entry("d.xlsx", PublicationState.Returned, "丙局") with { Year = 2024 }), Scope(2025));
        Assert.That(ledger.Lines.Select(l => l.State),
            Is.EqualTo(new[] { LedgerState.Missing, LedgerState.Returned, LedgerState.Published }));
        Assert.That(LedgerMessages.OfMissing(ledger.Lines[0]).Single().Chinese, Is.EqualTo("只有 2024 年度的报告。"));
    }

    [Test]
    public void Of_several_periods_the_newest_counts_by_its_number()
    {
        JournalEntry[] entries = [.. new[] { "9月", "10月", "二月" }.Select((month, i) =>
            Entry($"{i}.xlsx", PublicationState.Published, "乙局") with { Year = 2026, Period = $"2026 {month}" })];
        Assert.That(Ledger.From(entries, null).Lines.Single().Latest!.Period, Is.EqualTo("2026 10月"));
    }

    [TestCase("示例区甲局 示例区乙局 示例区示例街道", "示例区")]
    [TestCase("示例市示例区甲局 示例市示例区乙局", "示例市示例区")]
    [TestCase("甲局 乙局", "")]
    [TestCase("示例区甲局", "")]
    public void The_district_is_what_most_names_begin_with(string names, string district) =>
        Assert.That(new Roster([.. names.Split(' ').Select(n => new RosterEntry(n, "", []))]).District, Is.EqualTo(district));

    private Journal Journal(params JournalEntry[] entries)
    {
        var journal = ReportGen.Publishing.Journal.Open(OutputFolder.Open(_folder.Combine(Guid.NewGuid().ToString())));
        foreach (var entry in entries) journal.Append(entry);
        return journal;
    }

    private static LedgerScope Scope(int year) => new(new ExpectedReports(s_expected, null, year));

    private static JournalEntry Entry(string workbook, PublicationState state, string? body) => new()
    {
        Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = "", Key = "", State = state, Body = body,
    };
}
