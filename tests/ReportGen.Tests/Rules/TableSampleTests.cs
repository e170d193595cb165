using ReportGen.Rules;
using ReportGen.Tests.Examples;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Rules;

/// <summary>The rules find exactly the known errors in the tables of published reports.</summary>
public sealed class TableSampleTests
{
    [TestCase("000-兴隆台区营商环境建设局-as-published",
        "workbook.other-wording 二、主动公开!A5; T4-01 四、复议诉讼!E5; T4-03 四、复议诉讼!E5; T4-01 四、复议诉讼!O5")]
    [TestCase("001-四方台区-as-published", "")]
    [TestCase("002-桃山区商务局-as-published", "S-07 二、主动公开")]
    [TestCase("003-白碱滩区人民政府办公室-as-published", "")]
    [TestCase("004-赫山区工业和信息化局-as-published", "T3-06 三、依申请公开; T3-06 三、依申请公开!C7")]
    [TestCase("suqian-2024-宿迁市-as-published", "T4-08 四、复议诉讼!O5")]
    public void A_published_report(string name, string findings)
    {
        var file = Path.Combine(ExampleFiles.Folder, "annual-disclosure", "as-published", $"{name}.xlsx");
        var read = Workbooks.Forms.Reader.Read(new WorkbookOpener().Open(file).Workbook!);

        var found = ReportChecker.Check(read.Value!, TableReports.Rules(read.Value!.Edition), new CheckOptions(),
            read.Diagnostics);

        Assert.That(string.Join("; ", found.Select(f => $"{f.Id} {$"{f.Location}".Split(" › ")[^1]}")), Is.EqualTo(findings));
    }
}
