using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Tests.Workbooks;
using ReportGen.Totals;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Totals;

/// <summary>The workbook of a total: a standard workbook, with the sources of all sums.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TotalWorkbookTests
{
    private const string Hostile = "=HYPERLINK(\"http://x\",\"局\")";

    [Test]
    public void The_total_is_read_back_as_the_same_report_without_findings()
    {
        var total = Total(Body("甲局", 1), Body("乙镇", 2));
        var read = Forms.Read(TotalWorkbook.Write(Forms.Form2021, total, "汇总.xlsx"));

        Assert.That(Forms.Lines(read), Is.Empty);
        Assert.That(read.Value!.Body, Is.EqualTo("某区人民政府"));
        Assert.That(read.Value.Field("category")!.Text, Is.EqualTo("人民政府"));
        Assert.That(read.Value.Tables, Is.EqualTo(total.Report.Tables).Using<Table>(SameNumbers));
        Assert.That(read.Value.Bodies.Select(b => b.Body), Is.EqualTo(new[] { "甲局", "乙镇" }));
        Assert.That(read.Value.Bodies[1].Tables, Is.EqualTo(total.Report.Bodies[1].Tables).Using<Table>(SameNumbers));
        Assert.That(DistrictComparer.CompareWithin(Forms.Form2021, read.Value), Is.Empty);
    }

    [Test]
    public void A_sum_changed_by_hand_is_reported()
    {
        var values = WorkbookFilling.Of(Forms.Form2021, Total(Body("甲局", 1), Body("乙镇", 2)).Report);
        var changed = values with { Figures = values.Figures.SetItem(new("t3", "r1", "P"), 1000) };
        var report = Forms.Read(StandardWorkbookWriter.Write(Forms.Form2021, changed)).Value!;
        var finding = DistrictComparer.CompareWithin(Forms.Form2021, report).Single();
        Assert.That((finding.Id, $"{finding.Location}"), Is.EqualTo(("X-01", "某局.xlsx › 三、依申请公开!D5")));
        Assert.That(finding.Related.Select(r => $"{r}"), Has.All.Contains("各单位数据!"));
    }

    [Test]
    public void The_workbook_is_valid_and_traces_every_sum_to_cells()
    {
        var total = Total(Body("甲局", 1), Body(Hostile, 2));
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(TotalWorkbook.Write(Forms.Form2021, total, "/送/汇总.xlsx")), false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"),
            Is.Empty);

        var workbook = Open(TotalWorkbook.Write(Forms.Form2021, total, "/送/汇总.xlsx"));
        var trace = Lines(workbook, "合计来源");
        var sum = trace.FindIndex(l => l.StartsWith("表三|本年新收|自然人|合计", StringComparison.Ordinal));
        var (own, other) = (total.Report.Bodies[0].Table("t3")!.Find("r1", "P")!.Number,
            total.Report.Bodies[1].Table("t3")!.Find("r1", "P")!.Number);
        Assert.That(trace[sum], Is.EqualTo($"表三|本年新收|自然人|合计（2个单位，其中2个不为0）|{own + other}|本工作簿|三、依申请公开|D5|0"));
        Assert.That(trace[sum + 1], Is.EqualTo($"表三|本年新收|自然人|甲局|{own}|甲局.xlsx|三、依申请公开|D5"));
        Assert.That(trace[sum + 2], Is.EqualTo($"表三|本年新收|自然人|{Hostile}|{other}|b.xlsx|三、依申请公开|D5"));
        Assert.That(trace, Has.Count.EqualTo(3 + total.Trace.Count(f => !f.Row.IsTotal && !f.Column.IsTotal) * 3));
    }

    [Test]
    public void Text_of_a_submission_is_never_a_formula()
    {
        var workbook = Open(TotalWorkbook.Write(Forms.Form2021, Total(Body(Hostile, 1)), "汇总.xlsx"));
        var cells = workbook.Sheets.SelectMany(s => s.Cells).ToList();
        Assert.That(cells.Where(c => c.Text.Contains("HYPERLINK", StringComparison.Ordinal)).Select(c => (c.Kind, c.IsFormula)),
            Has.All.EqualTo((RawCellKind.Text, false)));
        Assert.That(cells.Count(c => c.Text == Hostile), Is.GreaterThan(2));
    }

    [Test]
    public void The_list_has_all_states_and_links_relative_to_the_total()
    {
        var outcome = DistrictAdder.Add(Options, null, [Body("甲局", 1, "/送/甲 #1.xlsx"), Body("甲局", 2, "/送/再/甲.xlsx")]);
        var bytes = TotalWorkbook.Write(Forms.Form2021, outcome.Value!, "/汇/总.xlsx");
        var list = Lines(Open(bytes), "报送情况");
        Assert.That(list[1], Is.EqualTo("已计入1份，未计入1份；没有给出名单，不能核对谁没有报送。"));
        Assert.That(list[3], Does.StartWith("1|甲局||已计入|甲 #1.xlsx"));
        Assert.That(list[4], Does.StartWith("2|甲局||未计入|甲.xlsx|甲局有两份报告"));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var links = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.HyperlinkRelationships)
            .Select(l => Uri.UnescapeDataString(l.Uri.OriginalString));
        Assert.That(links, Is.EquivalentTo(new[] { "../送/甲 #1.xlsx", "../送/再/甲.xlsx" }));
    }

    [Test]
    public void A_link_never_has_an_empty_target()
    {
        var bytes = TotalWorkbook.Write(Forms.Form2021, Total(Body("甲局", 1)), "汇总.xlsx");
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var links = document.WorkbookPart!.WorksheetParts
            .SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Hyperlink>())
            .Select(l => (l.Id?.InnerText ?? l.Location?.InnerText, IsOne: l.Id is null != l.Location is null)).ToList();
        Assert.That(links, Has.Count.GreaterThan(100));
        Assert.That(links, Has.All.Matches<(string? Target, bool IsOne)>(l => l.Target is { Length: > 0 } && l.IsOne));
    }

    [Test]
    public void Without_an_own_report_the_skeleton_is_kept()
    {
        var workbook = Open(TotalWorkbook.Write(Forms.Form2021, Total(Body("甲局", 1)), "汇总.xlsx"));
        Assert.That(Lines(workbook, "一、总体情况"), Has.Some.Contains("（一）主动公开"));
    }

    private static TotalOptions Options => new() { Body = "某区人民政府", Year = 2025, Edition = Forms.Form2021 };

    private static DistrictTotal Total(params Submission[] bodies) => DistrictAdder.Add(Options, null, bodies).Value!;

    private static Submission Body(string name, int seed, string? file = null)
    {
        var values = Forms.Zeros(Forms.Form2021) with { Figures = Forms.Figures(Forms.Form2021, i => (i * seed) + 1) };
        values = values with { Fields = values.Fields.SetItem("agency", name) };
        file ??= name == Hostile ? "b.xlsx" : $"{name}.xlsx";
        var opened = new WorkbookOpener().Open(StandardWorkbookWriter.Write(Forms.Form2021, values), file);
        return new Submission(file, Forms.Reader.Read(opened.Workbook!).Value, []);
    }

    private static bool SameNumbers(Table a, Table b) =>
        a.Form == b.Form && a.Cells.Select(c => c.Number).SequenceEqual(b.Cells.Select(c => c.Number));

    private static RawWorkbook Open(byte[] bytes) => new WorkbookOpener().Open(bytes, "汇总.xlsx").Workbook!;

    private static List<string> Lines(RawWorkbook workbook, string sheet)
    {
        var cells = workbook.Sheets.Single(s => s.Name == sheet);
        return [.. cells.Cells.GroupBy(c => c.Address.Row).Select(row => string.Join('|',
            Enumerable.Range(1, row.Max(c => c.Address.Column)).Select(c => cells[new CellAddress(row.Key, c)].Text))
            .TrimEnd('|'))];
    }
}
