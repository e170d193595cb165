using ReportGen.Diagnostics;
using ReportGen.Tests.Rules;
using ReportGen.Workbooks.Mapping;

namespace ReportGen.Tests.Workbooks.Mapping;

/// <summary>Empty cells that lie together are one finding, in every table of every edition.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EmptyRangesTests
{
    [TestCase("B2", "", "B2")]
    [TestCase("B2 C2 D2", "", "B2:D2")]
    [TestCase("B2 D2", "C2", "B2:D2")]
    [TestCase("B2 D2", "", "B2 D2")]
    [TestCase("B2 B3 C3 B5 C5", "B4 C4 C2", "B2:C5")]
    [TestCase("B2 C2 B3 B4 B5", "", "B2:B5 C2")]
    [TestCase("B2 C2 D2 B3", "", "B2:D2 B3")]
    [TestCase("B2", "C2 B3", "B2")]
    public void Cells_are_divided_into_rectangles(string empty, string between, string ranges)
    {
        var found = EmptyRanges.Of(Cells(empty), Cells(between)).ToList();
        Assert.That(found.Select(f => f.Range.First == f.Range.Last ? $"{f.Range.First}" : $"{f.Range}"),
            Is.EqualTo(ranges.Split(' ')));
        Assert.That(found.SelectMany(f => f.Empty), Is.EquivalentTo(Cells(empty)), "every empty cell is in one rectangle");
    }

    [TestCase("2021", "三、依申请公开 D6:G29", "T3-04 三、依申请公开!D6 表三的 D6:G29 是空的，共 92 格。")]
    [TestCase("2021", "三、依申请公开 D5:I5", "T3-04 三、依申请公开!D5 表三“一、本年新收政府信息公开申请数量”一行的 D5:I5 是空的，共 6 格。")]
    [TestCase("2021", "三、依申请公开 E5:E29", "T3-04 三、依申请公开!E5 表三“商业企业”一列的 E5:E29 是空的，共 24 格。")]
    [TestCase("2021", "三、依申请公开 D5:D5", "T3-04 三、依申请公开!D5 表三“一、本年新收政府信息公开申请数量”（自然人）是空的。")]
    [TestCase("2021", "二、主动公开 B4:D5", "T2-01 二、主动公开!B4 表二的 B4:D5 是空的，共 6 格。")]
    [TestCase("2021", "四、复议诉讼 A5:I5", "T4-02 四、复议诉讼!A5 表四的 A5:I5 是空的，共 8 格。")]
    [TestCase("2019", "三、依申请公开 D5:E9", "T3-04 三、依申请公开!D5 表三的 D5:E9 是空的，共 10 格。")]
    public void An_empty_range_is_one_finding(string edition, string range, string expected)
    {
        var findings = TableReports.Check(edition, Cleared(range.Split(' ')[0], range.Split(' ')[1], edition)).Findings;
        Assert.That(findings.Select(f => $"{f.Id} {f.Location!.Place} {f.Message.Chinese}"), Is.EqualTo(new[] { expected }));
        Assert.That(findings[0].Related.Select(r => r.Place), Is.Unique.And.Not.Contains(findings[0].Location!.Place));
    }

    // Totals are formulas and stay.
    private static string Cleared(string sheet, string range, string edition)
    {
        var report = TableReports.Read(edition, "");
        var at = range.Split(':').Select(a => RawEdits.At(a)).ToArray();
        var within = new CellRange(at[0], at[1]);
        var inputs = report.Tables.SelectMany(t => t.Cells)
            .Where(c => !c.IsTotal && c.Location!.Sheet == sheet && within.Contains(c.Location.Address));
        return string.Join(' ', inputs.Select(c => $"{sheet}!{c.Location!.Address}="));
    }

    private static List<CellAddress> Cells(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RawEdits.At)];
}
