using System.Text;
using ReportGen.Ledgers;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Ledgers;

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
    public void Contacts_and_last_days_are_read_and_a_day_above_the_heading_is_for_all()
    {
        var roster = Read("名单（截止日期：2026年1月20日）,,,\n单位,联系人,联系电话,报送时限\n甲局,王某,010-1,2026/1/9\n乙局,,,\n",
            Encoding.UTF8).Value!;
        Assert.That(roster.Entries.Select(e => (e.Contact, $"{e.Deadline:yyyy-MM-dd}")),
            Is.EqualTo(new[] { ("王某 010-1", "2026-01-09"), ("", "2026-01-20") }));
    }

    [Test]
    public void A_day_that_is_none_is_reported_and_not_used()
    {
        var read = Read("单位,截止日期\n甲局,月底\n", Encoding.UTF8);
        Assert.That((read.Value!.Entries.Single().Deadline, read.Diagnostics.Single().Id),
            Is.EqualTo(((DateOnly?)null, "roster.no-day")));
    }

    [TestCase("序号,部门名称,联系电话\n1,甲局,010\n2,乙局,011\n", "甲局 乙局", TestName = "A heading that contains a word for names")]
    [TestCase("序号,责任科室,备注\n1,甲局,\n2,乙局,x\n", "甲局 乙局", TestName = "The only heading that is not known")]
    [TestCase("1,甲局\n2,乙局\n", "甲局 乙局", TestName = "Numbers without headings")]
    [TestCase("序号,单位名称\n1,甲局\n2,乙局\n,合计：2家\n", "甲局 乙局", TestName = "A total beside the names")]
    [TestCase("序号,单位名称\n1,甲局\n2,乙局\n合计,2家\n制表人：张某,\n", "甲局 乙局", TestName = "A total in the first column")]
    [TestCase("单位\n甲局\n小计\n乙局\n共 2 个单位\n注：以上不含街道\n总计（2）\n", "甲局 乙局", TestName = "Several totals and a note")]
    [TestCase("单位\n合计工程局\n备注办\n", "合计工程局 备注办", TestName = "Names that begin like a total")]
    [TestCase("序号,单位名称,序号,单位名称\n1,甲局,3,丙局\n2,乙局,4,丁局\n", "甲局 乙局 丙局 丁局", TestName = "Two blocks")]
    [TestCase("应报单位,\n序号,报送单位（全称）\n1,甲局\n2,乙局\n", "甲局 乙局", TestName = "A title that is no heading")]
    public void Rosters_as_people_have_them(string text, string names) =>
        Assert.That(Read(text, Encoding.UTF8).Value!.Entries.Select(e => e.Name), Is.EqualTo(names.Split(' ')));

    [TestCase("序号,A,B\n1,甲局,x\n", "roster.no-name-column")]
    [TestCase("单位,甲\n1,甲局\n", "roster.name-is-number")]
    [TestCase("单位\n甲局\n2026-01-20\n", "roster.name-is-number")]
    public void What_cannot_be_understood_is_an_error_with_its_place(string text, string id)
    {
        var read = Read(text, Encoding.UTF8);
        Assert.That((read.Value, read.Diagnostics.Single().Id), Is.EqualTo(((Roster?)null, id)));
        Assert.That(read.Diagnostics.Single().Location, Is.InstanceOf<ReportGen.Diagnostics.TextLocation>());
    }

    [Test]
    public void Lines_that_number_the_groups_are_groups()
    {
        var roster = Read("单位名称\n一、政府部门（2 家）\n甲局\n乙局\n二、街道\n丙街道\n", Encoding.UTF8).Value!;
        Assert.That(roster.Entries.Select(e => (e.Name, e.Group)),
            Is.EqualTo(new[] { ("甲局", "政府部门"), ("乙局", "政府部门"), ("丙街道", "街道") }));
    }

    [Test]
    public void A_group_in_merged_cells_is_that_of_every_row()
    {
        var sheet = new SheetDraft("名单");
        foreach (var (index, text) in new[] { "类别", "部门", "", "", "镇" }.Index())
            sheet.Put(new(index + 1, 1), text, CellStyle.Plain);
        foreach (var (index, text) in new[] { "单位名称", "甲局", "乙局", "丙局", "丁镇" }.Index())
            sheet.Put(new(index + 1, 2), text, CellStyle.Plain);
        sheet.Merges.Add(new(new(2, 1), new(4, 1)));
        var path = _folder.Combine("merged.xlsx");
        File.WriteAllBytes(path, PackageWriter.Write([sheet]));
        Assert.That(RosterReader.Read(path).Value!.Entries.Select(e => $"{e.Name} {e.Group}"),
            Is.EqualTo(new[] { "甲局 部门", "乙局 部门", "丙局 部门", "丁镇 镇" }));
    }

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
