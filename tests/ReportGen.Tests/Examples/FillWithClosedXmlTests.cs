using System.Text;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Printing;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Workbooks;
using ReportGen.Tests.Workbooks.Interop;

namespace ReportGen.Tests.Examples;

/// <summary>
/// <c>examples/fill-with-closedxml</c> as a process: what another program writes by the contract of the standard workbook is
/// read, checked and published without a finding.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class FillWithClosedXmlTests
{
    private const string Project = "examples/fill-with-closedxml";
    private static readonly string s_figures = Path.Combine(RepositoryFiles.Root, Project, "figures.csv");

    private readonly TemporaryFolder _folder = new();
    private PeerProgram _run = null!;

    private string Blank => _folder.Combine("blank.xlsx");

    private string Filled => _folder.Combine("filled");

    [OneTimeSetUp]
    public void FillTheSample()
    {
        Assert.That(CliRun.Of("new", "annual-disclosure", "--agency", "示例区民政局", "--year", "2025", "-o", Blank).ExitCode, Is.Zero);
        _run = Fill(Blank, s_figures, Filled, "--missing-as-zero");
    }

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void There_is_one_workbook_for_each_line()
    {
        var files = new[] { "示例区民政局", "示例区教育局", "示例区交通运输局" }.Select(b => Path.Combine(Filled, $"{b}-2025.xlsx")).ToArray();
        Assert.That((_run.ExitCode, _run.Error), Is.EqualTo((0, "")));
        Assert.That(Lines(_run.Output), Is.EqualTo(files));
        Assert.That(Directory.GetFiles(Filled), Is.EquivalentTo(files));
    }

    [Test]
    public void The_strictest_check_finds_nothing()
    {
        var check = CliRun.Of("check", Filled, "--profile", "strict");
        Assert.That((check.ExitCode, check.Output.Trim(), check.Error), Is.EqualTo((0, "3 files checked, no findings.", "")));
    }

    [Test]
    public void All_are_published_in_every_format()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        var published = _folder.Combine("published");
        var build = CliRun.Of("build", Filled, "-o", published, "--formats", "pdf,html,md");
        Assert.That(build.ExitCode, Is.Zero, build.Error);
        var files = Directory.GetFiles(published, "*工作年度报告.*", SearchOption.AllDirectories);
        Assert.That(files.GroupBy(f => Path.GetExtension(f)).Select(g => (g.Key, g.Count())),
            Is.EquivalentTo(new[] { (".pdf", 3), (".html", 3), (".md", 3) }));
        var text = File.ReadAllText(Directory.GetFiles(published, "示例区民政局*.md", SearchOption.AllDirectories).Single());
        Assert.That(text, Does.Contain("新收政府信息公开申请6件，上年结转1件；办结6件，结转下年度继续办理1件。"));
    }

    [Test]
    public void Values_stand_where_the_headings_say()
    {
        var report = Forms.Read(File.ReadAllBytes(Path.Combine(Filled, "示例区民政局-2025.xlsx"))).Value!;
        decimal? Figure(string table, string row, string column) => report.Table(table)!.Find(row, column)!.Number;
        Assert.Multiple(() =>
        {
            Assert.That((report.Body, report.Year), Is.EqualTo(("示例区民政局", 2025)));
            Assert.That(report.Field("postcode")!.Text, Is.EqualTo("010020"), "not a number");
            Assert.That(report.Field("published")!.Text, Is.EqualTo("2026-01-20"));
            Assert.That((Figure("t2", "documents", "made"), Figure("t2", "documents", "valid")), Is.EqualTo((2m, 9m)));
            Assert.That((Figure("t2", "licences", "decided"), Figure("t2", "fees", "charged")), Is.EqualTo((31m, 0m)));
            Assert.That((Figure("t3", "r1", "P"), Figure("t3", "r1", "B"), Figure("t3", "r1", "T")), Is.EqualTo((5m, 1m, 6m)));
            Assert.That((Figure("t3", "d2", "P"), Figure("t3", "r4", "P"), Figure("t3", "c1", "O")), Is.EqualTo((1m, 1m, 0m)));
            Assert.That(report.Previous, Is.Empty, "a sheet that the CSV does not name");
        });
    }

    [Test]
    public void Rules_protection_labels_and_formulas_of_the_workbook_stay()
    {
        static IEnumerable<string> Form(string file) => SdkView.Of(file).Facts()
            .Where(f => !f.Contains(" number ", StringComparison.Ordinal))
            .Where(f => !f.StartsWith("封面!B", StringComparison.Ordinal) || f.Contains('“'));
        var (before, after) = (Form(Blank).ToHashSet(), Form(Path.Combine(Filled, "示例区教育局-2025.xlsx")).ToHashSet());
        Assert.That(before.Except(after), Is.Empty, "lost");
        var added = after.Except(before).Where(f => !f.EndsWith(" free", StringComparison.Ordinal));
        Assert.That(added, Has.All.Match("^[一五]、.*!B[0-9]+ text "), "added");
    }

    [Test]
    public void Texts_stay_texts_and_figures_without_a_column_stay_empty()
    {
        var csv = Csv("机关全称,报告年度,联系部门,总体情况/（一）主动公开\n=1+1局,2025,007,\"=HYPERLINK(\"\"http://x\"\")\n第二行，有“引号”\"\n");
        Assert.That(Fill(Blank, csv, _folder.Combine("texts")).ExitCode, Is.Zero);
        var view = SdkView.Of(Path.Combine(_folder.Combine("texts"), "=1+1局-2025.xlsx"));
        var cells = view.Sheets.SelectMany(s => s.Cells).Where(c => c.Formula is null);
        var texts = cells.Select(c => c.Text.ReplaceLineEndings("\n"));
        Assert.That(texts, Is.SupersetOf(new[] { "=1+1局", "007", "=HYPERLINK(\"http://x\")\n第二行，有“引号”" }));
        Assert.That(view["三、依申请公开"]["D5"].Number, Is.Null);
    }

    [Test]
    public void A_column_can_declare_that_empty_cells_count_as_0()
    {
        var csv = Csv("机关全称,报告年度,空格按0计,主动公开/行政许可/本年处理决定数量\n示例区甲局,2025,是,3\n示例区乙局,2025,,3\n");
        Assert.That(Fill(Blank, csv, _folder.Combine("blanks")).ExitCode, Is.Zero);
        Report Of(string body) =>
            Forms.Read(File.ReadAllBytes(Path.Combine(_folder.Combine("blanks"), $"{body}-2025.xlsx"))).Value!;
        Assert.That(Of("示例区甲局").Blanks!.Count, Is.EqualTo(165));
        Assert.That(Of("示例区乙局").Blanks, Is.Null);
    }

    [Test]
    public void Every_error_names_its_line_and_column_and_nothing_is_written()
    {
        var csv = Csv("""
            机关全称,报告年度,机关类别,发布日期,总体情况/（一）主动公开,主动公开/行政许可/本年处理决定数量,主动公开/行政事业性收费/本年收费金额
            示例区甲局,二〇二五,部门,2026/1/20,"第一行
            第二行",-1,1.5万
            示例区/乙局,2025,,,,,0.25
            示例区丙局,2025,,,,3
            ,2025,,2026-02-30,,1.0,0
            示例区丁局,2025,,,,1,0
            示例区丁局,2025,,,,1,0
            """);
        var run = Fill(Blank, csv, _folder.Combine("never"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Lines(run.Error), Is.EqualTo(Lines("""
            a.csv，第 5 行：有 6 列，第一行有 7 列。
            共 1 处错误，没有写出任何工作簿。
            """)));

        File.WriteAllText(csv, File.ReadAllText(csv).Replace(",3\n", ",3,0\n", StringComparison.Ordinal));
        run = Fill(Blank, csv, _folder.Combine("never"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Lines(run.Error), Is.EqualTo(Lines("""
            a.csv，第 2 行，“报告年度”列：“二〇二五”不能用；请填 1900 至 2099 的整数。
            a.csv，第 2 行，“机关类别”列：“部门”不在可选范围内，请填：人民政府、政府部门、乡镇街道、其他。
            a.csv，第 2 行，“发布日期”列：“2026/1/20”不是日期，请按“2026-01-20”的写法填。
            a.csv，第 2 行，“主动公开/行政许可/本年处理决定数量”列：“-1”不能用；请填 0 或正整数，没有发生的填 0。
            a.csv，第 2 行，“主动公开/行政事业性收费/本年收费金额”列：“1.5万”不能用；请填 0 或正数，没有发生的填 0。
            a.csv，第 4 行，“机关全称”列：“示例区/乙局”含有不能用作文件名的字符。
            a.csv，第 4 行，“主动公开/行政许可/本年处理决定数量”列：没有填写；请填 0 或正整数，没有发生的填 0。
            a.csv，第 6 行，“机关全称”列：必须填写。
            a.csv，第 6 行，“发布日期”列：“2026-02-30”不是日期，请按“2026-01-20”的写法填。
            a.csv，第 6 行，“主动公开/行政许可/本年处理决定数量”列：“1.0”不能用；请填 0 或正整数，没有发生的填 0。
            a.csv，第 8 行：与第 7 行是同一单位、同一年度。
            共 11 处错误，没有写出任何工作簿。
            """)));
        Assert.That(_folder.Combine("never"), Does.Not.Exist);
    }

    [Test]
    public void Headings_that_lead_to_no_cell_or_to_several_are_told()
    {
        var csv = Csv("机关全称,报告年庆,依申请公开/自然人,依申请公开/本年新收/自然人,三、依申请公开/一、本年新收政府信息公开申请数量/自然人,依申请公开/总计/自然人\n甲,1,1,1,1,1\n");
        var run = Fill(Blank, csv, _folder.Combine("never"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Lines(run.Error), Is.EqualTo(Lines("""
            a.csv，第 1 行，“报告年庆”列：工作簿中没有这一格。列名写成“工作表/行名/列名”，封面各项只写项目名称。
            a.csv，第 1 行，“依申请公开/自然人”列：工作簿中有 24 格符合，如 三、依申请公开!D5、三、依申请公开!D6。请写得更完整。
            a.csv，第 1 行，“依申请公开/总计/自然人”列：工作簿中没有这一格。列名写成“工作表/行名/列名”，封面各项只写项目名称。
            a.csv，第 1 行，“三、依申请公开/一、本年新收政府信息公开申请数量/自然人”列：与“依申请公开/本年新收/自然人”列指的是同一格（三、依申请公开!D5）。
            a.csv，第 1 行：缺少“报告年度”列。
            共 5 处错误，没有写出任何工作簿。
            """)));
    }

    [TestCase("机关全称,报告年度\n甲,2025\n\n\"乙,2025\n", "第 4 行：引号不配对")]
    [TestCase("机关全称,报告年度\n", "文件中没有任何单位")]
    [TestCase("", "文件是空的")]
    public void A_table_that_cannot_be_understood_is_told(string content, string said)
    {
        var run = Fill(Blank, Csv(content), _folder.Combine("never"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(_folder.Combine("never"), Does.Not.Exist);
    }

    [Test]
    public void Another_encoding_is_not_read_as_gibberish()
    {
        var csv = Csv("");
        File.WriteAllBytes(csv, Encoding.Latin1.GetBytes("\u00bb\u00fa\u00b9\u00d8,2025\n"));
        var run = Fill(Blank, csv, _folder.Combine("never"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("不是 UTF-8"));
    }

    [Test]
    public void What_is_there_already_is_never_replaced()
    {
        var before = File.ReadAllBytes(Path.Combine(Filled, "示例区民政局-2025.xlsx"));
        var again = Fill(Blank, s_figures, Filled);
        Assert.That((again.ExitCode, again.Output), Is.EqualTo((3, "")));
        Assert.That(again.Error, Does.Contain("示例区民政局-2025.xlsx"));
        Assert.That(File.ReadAllBytes(Path.Combine(Filled, "示例区民政局-2025.xlsx")), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(Filled), Has.Length.EqualTo(3));
    }

    [Test]
    public void Exit_codes_tell_usage_from_files()
    {
        var nothing = _folder.Combine("nothing");
        Assert.That(Fill(Blank, s_figures).ExitCode, Is.EqualTo(2));
        Assert.That(Fill(Blank, s_figures, nothing, "--zero").ExitCode, Is.EqualTo(2));
        Assert.That(Fill(Blank, nothing, nothing).ExitCode, Is.EqualTo(3));
        Assert.That(Fill(s_figures, s_figures, nothing).ExitCode, Is.EqualTo(3), "no workbook");
    }

    private static PeerProgram Fill(params string[] arguments) =>
        PeerProgram.OfProject(Project, "fill-with-closedxml", arguments);

    private string Csv(string content)
    {
        var file = Path.Combine(Directory.CreateDirectory(_folder.Combine(Guid.NewGuid().ToString("N"))).FullName, "a.csv");
        File.WriteAllText(file, content);
        return file;
    }

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
