using System.Text;
using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Tests.Ledgers;

public sealed class ExpectedReportsTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_run_that_says_nothing_expects_what_the_last_one_did()
    {
        var (output, roster) = (Output("kept"), Roster("kept.csv", "单位,类别,简称,电话,截止\n甲局,部门,甲、老甲,010,2026-01-20\n"));
        ExpectedReports.For(output.Path, new(roster, Year: 2025)).Value!.Remember(output);
        var again = ExpectedReports.For(output.Path, new()).Value!;
        var entry = again.Roster!.Entries.Single();
        Assert.That((again.Year, again.RosterFile), Is.EqualTo((2025, Path.GetFullPath(roster))));
        Assert.That((entry.Name, entry.Group, string.Join('|', entry.OtherNames), entry.Contact, entry.Deadline),
            Is.EqualTo(("甲局", "部门", "甲|老甲", "010", new DateOnly(2026, 1, 20))));
        File.WriteAllText(roster, "单位\n甲局\n乙局\n", Encoding.UTF8);
        Assert.That(ExpectedReports.For(output.Path, new()).Value!.Roster!.Entries, Has.Length.EqualTo(2), "a corrected file");
    }

    [Test]
    public void The_roster_outlives_its_file_and_a_broken_file()
    {
        var (output, roster) = (Output("gone"), Roster("gone.csv", "单位\n甲局\n"));
        ExpectedReports.For(output.Path, new(roster)).Value!.Remember(output);
        File.WriteAllText(roster, "单位\n");
        var broken = ExpectedReports.For(output.Path, new());
        Assert.That((broken.Value!.Roster!.Entries.Single().Name, broken.Diagnostics.Single().Id),
            Is.EqualTo(("甲局", "roster.as-before")));
        File.Delete(roster);
        var gone = ExpectedReports.For(output.Path, new());
        Assert.That((gone.Value!.Roster!.Entries.Single().Name, gone.Diagnostics.Length), Is.EqualTo(("甲局", 0)));
        Assert.That(ExpectedReports.For(output.Path, new(roster)).Value, Is.Null, "a file that this run names must be readable");
    }

    [Test]
    public void Forgetting_is_explicit_and_lasts()
    {
        var (output, roster) = (Output("forget"), Roster("forget.csv", "单位\n甲局\n"));
        ExpectedReports.For(output.Path, new(roster, Year: 2025)).Value!.Remember(output);
        var none = ExpectedReports.For(output.Path, new(NoRoster: true)).Value!;
        Assert.That((none.Roster, none.Year), Is.EqualTo(((Roster?)null, 2025)));
        none.Remember(output);
        var any = ExpectedReports.For(output.Path, new(NoYear: true)).Value!;
        any.Remember(output);
        Assert.That(ExpectedReports.For(output.Path, new()).Value, Is.EqualTo(ExpectedReports.Any));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"format":1,"roster":[null,{"name":null},{"name":""}]}""")]
    [TestCase("""{"format":1,"roster":[{"name":"甲","otherNames":[null]}],"rosterFile":"\u0000"}""")]
    public void A_damaged_file_expects_nothing_or_what_is_left_and_stops_nobody(string text)
    {
        var output = Output($"{Guid.NewGuid()}");
        File.WriteAllText(Path.Combine(output.OwnFolder, ExpectedReports.FileName), text);
        Assert.That(ExpectedReports.For(output.Path, new()).Diagnostics, Is.Empty);
    }

    private OutputFolder Output(string name) => OutputFolder.Open(_folder.Combine(name));

    private string Roster(string name, string text)
    {
        File.WriteAllText(_folder.Combine(name), text, Encoding.UTF8);
        return _folder.Combine(name);
    }
}
