using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Definitions;

/// <summary>The names that other programs and authors rely on.</summary>
public sealed class AnnualDisclosureTests
{
    private static readonly Lazy<KindCatalog> s_catalog = new(
        () => RuleCatalog.LoadKinds(Path.Combine(RepositoryFiles.Root, "templates")).Value!);

    private static KindDefinition Kind(int year) => s_catalog.Value.Find("annual-disclosure", year)!;

    [TestCase(2020)]
    [TestCase(2025)]
    public void The_sheets_are_those_of_the_standard_workbook(int year)
    {
        Assert.That(Kind(year).Sheets.Select(s => s.Name), Is.EqualTo(new[]
        {
            "填报说明", "封面", "一、总体情况", "二、主动公开", "三、依申请公开", "四、复议诉讼", "五、问题与改进", "六、其他事项", "上年数据", "各单位数据",
        }));
        Assert.That(Kind(year).Sheets.Where(s => !s.IsRequired).Select(s => s.Id),
            Is.EqualTo(new[] { "notes", "previous", "bodies" }));
    }

    [TestCase(2020)]
    [TestCase(2025)]
    public void The_cover_has_the_lines_of_the_standard_workbook(int year)
    {
        var fields = Kind(year).Fields.ToArray();

        Assert.That(fields.Select(f => f.Name), Is.EqualTo(new[]
        {
            "机关全称", "报告年度", "机关类别", "行政区划", "发布日期", "联系部门", "联系地址", "邮政编码", "联系电话", "电子邮箱", "网站名称", "网址", "报告标题", "图表", "空格按0计",
        }));
        Assert.That(fields.Where(f => f.IsRequired).Select(f => f.Name), Is.EqualTo(new[] { "机关全称", "报告年度" }));
        Assert.That(fields.Single(f => f.Name == "机关类别").Choices, Is.EqualTo(new[] { "人民政府", "政府部门", "乡镇街道", "其他" }));
        Assert.That(fields.All(f => f.Hint is { Chinese.Length: > 0, English.Length: > 0 }), Is.True);
    }

    [TestCase(2020)]
    [TestCase(2025)]
    public void The_rules_for_totals_have_their_ids(int year)
    {
        Assert.That(Kind(year).Totals, Is.EqualTo(new TotalRules("X-01", "X-02", "X-03", "X-04")));
    }

    [TestCase(2020)]
    [TestCase(2025)]
    public void The_six_headings_are_the_official_ones(int year)
    {
        Assert.That(Kind(year).Sections.Select(s => s.Heading), Is.EqualTo(new[]
        {
            "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
        }));
    }

    [TestCase(2020, "r1 r2 a b c1 c2 c3 c4 c5 c6 c7 c8 d1 d2 d3 e1 e2 e3 e4 e5 f g r4")]
    [TestCase(2025, "r1 r2 a b c1 c2 c3 c4 c5 c6 c7 c8 d1 d2 d3 e1 e2 e3 e4 e5 f1 f2 f3 g r4")]
    public void Table_three_has_the_rows_that_the_rules_use(int year, string ids)
    {
        var form = Kind(year).Table("t3")!.Form;
        var rows = form.Rows.ToDictionary(r => r.Id);

        Assert.That(string.Join(' ', rows.Keys), Is.EqualTo(ids));
        Assert.That(rows["g"].SumOf, Is.EqualTo(ids.Split(' ')[2..^2]));
        Assert.That(form.Parts[0].Columns.Select(c => c.Id + c.Name), Is.EqualTo(new[]
        {
            "P自然人", "B商业企业", "R科研机构", "W社会公益组织", "L法律服务机构", "O其他", "T总计",
        }));
        Assert.That(form.Parts[0].Columns[^1].SumOf, Is.EqualTo(new[] { "P", "B", "R", "W", "L", "O" }));
    }

    [TestCase("t2", "licences", "decided", 0, false)]
    [TestCase("t2", "fees", "charged", 4, false)]
    [TestCase("t3", "r1", "P", 0, false)]
    [TestCase("t4", "review", "upheld", 0, false)]
    public void Figures_of_the_present_form(string table, string row, string column, int decimals, bool negative) =>
        AssertNumber(2025, table, row, column, decimals, negative);

    [TestCase("t2", "licences", "change", 0, true)]
    [TestCase("t2", "licences", "items", 0, false)]
    [TestCase("t2", "procurement", "amount", 4, false)]
    public void Figures_of_the_former_form(string table, string row, string column, int decimals, bool negative) =>
        AssertNumber(2020, table, row, column, decimals, negative);

    [TestCase(2020)]
    [TestCase(2025)]
    public void Carried_over_figures_start_this_year(int year)
    {
        Assert.That(Kind(year).CarryOver, Is.EqualTo(new[] { new CarryOver("t3", "r4", "r2") }));
    }

    [Test]
    public void The_preamble_names_the_form_of_its_year()
    {
        Assert.That(Preamble(2020), Does.Contain("国办公开办函〔2019〕60号").And.Not.Contain("30号"));
        Assert.That(Preamble(2025), Does.Contain("国办公开办函〔2021〕30号").And.Not.Contain("60号"));
    }

    private static string Preamble(int year) =>
        Kind(year).Sheets.OfType<ProseSheet>().First().Skeleton.Single(b => b.Level == "preamble").Text;

    private static void AssertNumber(int year, string table, string row, string column, int decimals, bool negative)
    {
        var form = Kind(year).Table(table)!.Form;
        var part = form.Parts.Single(p => p.Rows.Any(r => r.Id == row));
        var number = form.NumberAt(part.Rows.Single(r => r.Id == row), part.Columns.Single(c => c.Id == column));

        Assert.That((number.MaxDecimals, number.AllowNegative), Is.EqualTo((decimals, negative)));
    }
}
