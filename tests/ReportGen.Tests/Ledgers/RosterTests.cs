using System.Text;
using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Tests.Ledgers;

public sealed class RosterTests
{
    private static readonly Roster s_listed = new(
    [
        new RosterEntry("市教育局", "", ["教育"]), new RosterEntry("某市教育局", "", []), new RosterEntry("教育", "", []),
        new RosterEntry("乙　局", "", ["Ｂ局"]),
    ]);

    [TestCase("市 教育局", "市教育局")]
    [TestCase("教育", "教育", TestName = "A full name goes before another's short one")]
    [TestCase("B局", "乙　局")]
    [TestCase("丙局", null)]
    public void A_body_is_found_by_any_of_its_names(string body, string? name) =>
        Assert.That(s_listed.Find(body)?.Name, Is.EqualTo(name));

    [TestCase("2025某市教育局（终稿）", "某市教育局")]
    [TestCase("教育年报", "市教育局")]
    [TestCase("乙局", "乙　局")]
    [TestCase("年报", null)]
    [TestCase("", null)]
    public void A_file_belongs_to_the_body_with_the_longest_name_in_it(string file, string? name) =>
        Assert.That(s_listed.FindIn(file)?.Name, Is.EqualTo(name));

    // Every comparison normalizes names, which allocates memory, so comparisons are counted by allocations.
    [Test]
    public void Reading_a_roster_is_linear_in_its_length() => WorkMeasure.AssertProportional(Read);

    [Test]
    public void Creating_a_ledger_is_linear_in_its_length() => WorkMeasure.AssertProportional(count =>
    {
        var roster = new Roster([.. Names(count).Select(n => new RosterEntry(n, "", []))]);
        Ledger.From([.. Names(count).Select(n => new JournalEntry
        {
            Time = DateTimeOffset.UnixEpoch, Workbook = $"{n}.xlsx", Sha256 = "", Key = "", State = PublicationState.Failed,
        })], roster);
    });

    private static void Read(int count)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "名单.csv");
        File.WriteAllText(path, string.Join('\n', Names(count).Prepend("单位名称")), Encoding.UTF8);
        Assert.That(RosterReader.Read(path).Value!.Entries, Has.Length.EqualTo(count));
    }

    private static IEnumerable<string> Names(int count) => Enumerable.Range(10_000, count).Select(i => $"第{i}街道办事处");
}
