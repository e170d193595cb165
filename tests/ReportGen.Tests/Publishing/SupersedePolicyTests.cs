using ReportGen.Publishing;

namespace ReportGen.Tests.Publishing;

public sealed class SupersedePolicyTests
{
    private static readonly DateTimeOffset s_published = new(2026, 1, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_saved = new(2026, 1, 19, 8, 0, 0, TimeSpan.Zero);

    [TestCase(-1, ExpectedResult = "first.xlsx", TestName = "saved earlier: the published result stands")]
    [TestCase(0, ExpectedResult = null, TestName = "saved at the same time: the one that is published later replaces the other")]
    [TestCase(1, ExpectedResult = null, TestName = "saved later: it replaces the published result")]
    public string? Of_two_workbooks_that_came_together(long ticks) => NewerResult(s_saved.AddTicks(ticks), 0);

    [TestCase(0, ExpectedResult = "first.xlsx", TestName = "came when the other was published: together")]
    [TestCase(1, ExpectedResult = null, TestName = "came after the other was published: it replaces it")]
    public string? Of_a_workbook_that_was_saved_earlier(long ticks) =>
        NewerResult(s_saved.AddDays(-1), ticks);

    [Test]
    public void A_workbook_that_comes_now_replaces_what_is_published() =>
        Assert.That(NewerResult(s_saved.AddDays(-1), null), Is.Null);

    [Test]
    public void Nothing_is_newer_where_it_is_not_known_when_a_workbook_was_saved()
    {
        Assert.That(NewerResult(null, 0), Is.Null);
        Assert.That(NewerResult(s_saved.AddDays(-1), 0, e => e with { Saved = null }), Is.Null);
    }

    [Test]
    public void A_result_whose_files_were_deleted_keeps_no_place()
    {
        Assert.That(NewerResult(s_saved.AddDays(-1), 0, deleted: "one.pdf"), Is.Null);
        Assert.That(NewerResult(s_saved.AddDays(-1), 0, deleted: "two.pdf"), Is.Null);
    }

    [Test]
    public void A_workbook_keeps_no_place_against_itself() =>
        Assert.That(NewerResult(s_saved.AddDays(-1), 0, e => e with { Workbook = "second.xlsx" }), Is.Null);

    [TestCase(-1, "A", ExpectedResult = "first.xlsx", TestName = "returned, saved before the published one: it does not count")]
    [TestCase(1, "A", ExpectedResult = null, TestName = "returned, saved after the published one: it is returned")]
    [TestCase(-1, "B", ExpectedResult = null, TestName = "returned, of another body: it is returned")]
    public string? Of_a_workbook_that_is_returned(int days, string body)
    {
        using var temporary = new TemporaryFolder();
        var (policy, journal) = Open(temporary);
        Publish(temporary, journal, Result("first.xlsx", s_saved) with { Body = "A" });
        return policy.NewerResult(Result("second.xlsx", s_saved.AddDays(days)) with
            { State = PublicationState.Returned, Body = body, Outputs = ["second.xlsx"] }, 0)?.Workbook;
    }

    [Test]
    public void A_superseded_workbook_is_known_by_content_and_time()
    {
        using var temporary = new TemporaryFolder();
        var (policy, journal) = Open(temporary);
        Publish(temporary, journal, Result("first.xlsx", s_saved));
        Assert.That(policy.SupersededResult("first.xlsx", "first.xlsx", s_saved), Is.Null, "nothing replaces it yet");
        Publish(temporary, journal, Result("second.xlsx", s_saved));

        Assert.That(policy.SupersededResult("first.xlsx", "first.xlsx", s_saved)?.Workbook, Is.EqualTo("first.xlsx"));
        Assert.That(policy.SupersededResult("first.xlsx", "changed", s_saved), Is.Null);
        Assert.That(policy.SupersededResult("first.xlsx", "first.xlsx", s_saved.AddTicks(1)), Is.Null);
        Assert.That(policy.SupersededResult("second.xlsx", "second.xlsx", s_saved), Is.Null);
    }

    [Test]
    public void The_same_content_under_another_name_has_its_result_while_that_stands()
    {
        using var temporary = new TemporaryFolder();
        var (policy, journal) = Open(temporary);
        Publish(temporary, journal, Result("first.xlsx", s_saved) with { Body = "A" });

        Assert.That(policy.SameContent("copy.xlsx", "first.xlsx", _ => true)?.Workbook, Is.EqualTo("first.xlsx"));
        Assert.That(policy.SameContent("first.xlsx", "first.xlsx", _ => true), Is.Null, "its own name");
        Assert.That(policy.SameContent("copy.xlsx", "first.xlsx", _ => false), Is.Null,
            "the result would come out otherwise today");
        File.Delete(temporary.Combine("one.pdf"));
        Assert.That(policy.SameContent("copy.xlsx", "first.xlsx", _ => true), Is.Null, "a file is gone");
    }

    [TestCase(PublicationState.Failed, "A")]
    [TestCase(PublicationState.Published, null)]
    public void What_failed_or_names_no_body_is_no_result_for_the_same_content(PublicationState state, string? body)
    {
        using var temporary = new TemporaryFolder();
        var (policy, journal) = Open(temporary);
        Publish(temporary, journal, Result("first.xlsx", s_saved) with { State = state, Body = body });
        Assert.That(policy.SameContent("copy.xlsx", "first.xlsx", _ => true), Is.Null);
    }

    /// <summary>The workbook whose published result keeps its place against one of <c>second.xlsx</c>; null if none.</summary>
    private static string? NewerResult(
        DateTimeOffset? saved, long? arrived, Func<JournalEntry, JournalEntry>? change = null, string? deleted = null)
    {
        using var temporary = new TemporaryFolder();
        var (policy, journal) = Open(temporary);
        // The time of the result is in the future, as after a clock was set back; only the order counts.
        var first = Result("first.xlsx", s_saved);
        Publish(temporary, journal, change?.Invoke(first) ?? first);
        if (deleted is not null) File.Delete(temporary.Combine(deleted));
        return policy.NewerResult(Result("second.xlsx", saved), arrived)?.Workbook;
    }

    private static (SupersedePolicy Policy, Journal Journal) Open(TemporaryFolder temporary)
    {
        var folder = OutputFolder.Open(temporary.Path);
        var journal = Journal.Open(folder);
        return (new SupersedePolicy(journal, folder), journal);
    }

    private static void Publish(TemporaryFolder temporary, Journal journal, JournalEntry entry)
    {
        foreach (var file in entry.Outputs) File.WriteAllText(temporary.Combine(file), entry.Workbook);
        journal.Append(entry);
    }

    private static JournalEntry Result(string workbook, DateTimeOffset? saved) => new()
    {
        Time = s_published, Workbook = workbook, Sha256 = workbook, Saved = saved, Key = "k", State = PublicationState.Published,
        Outputs = ["one.pdf", "two.pdf"],
    };
}
