using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Mapping;

/// <summary>Hidden rows and columns whose content is printed are named; others are not.</summary>
public sealed class HiddenContentTests
{
    private const string Table3 = "三、依申请公开";
    private const string Overview = "一、总体情况";

    private static readonly Lazy<RawWorkbook> s_workbook = new(() =>
        new WorkbookOpener()
            .Open(StandardWorkbookWriter.Write(Forms.Form2021, Forms.Zeros(Forms.Form2021)), "某局.xlsx").Workbook!);

    private static IEnumerable<TestCaseData> Hidden() =>
    [
        new("一行", Table3, new[] { 6 }, Array.Empty<int>(), "A6", "第 6 行是隐藏的", "Row 6 is hidden; its content"),
        new("几行", Table3, new[] { 6, 7, 9 }, Array.Empty<int>(), "A6", "第 6–7、9 行是隐藏的", "Rows 6–7, 9 are hidden; their content"),
        new("一列", Table3, Array.Empty<int>(), new[] { 5 }, "E3", "E 列是隐藏的", "Column E is hidden; its content"),
        new("几列", Table3, Array.Empty<int>(), new[] { 4, 6, 7, 8 }, "D2", "D、F–H 列是隐藏的",
            "Columns D, F–H are hidden; their content"),
        new("正文", Overview, Array.Empty<int>(), new[] { 2 }, "B1", "B 列是隐藏的", "Column B is hidden; its content"),
    ];

    [TestCaseSource(nameof(Hidden))]
    public void Lines_with_printed_content_are_one_warning_that_names_them(
        string name, string sheet, int[] rows, int[] columns, string cell, string chinese, string english)
    {
        var found = Read(sheet, rows, columns).Single();
        var id = rows.Length > 0 ? "workbook.hidden-rows" : "workbook.hidden-columns";
        Assert.That($"{found.Severity} {found.Id} {found.Location}", Is.EqualTo($"Warning {id} 某局.xlsx › {sheet}!{cell}"), name);
        Assert.That(found.Message.Chinese, Is.EqualTo($"{chinese}，其中的内容仍会印在报告里。"));
        Assert.That(found.Message.English, Is.EqualTo($"{english} is printed nevertheless."));
    }

    [Test]
    public void Rows_and_columns_are_two_warnings() =>
        Assert.That(Read(Table3, [6], [5]).Select(d => d.Id),
            Is.EquivalentTo(new[] { "workbook.hidden-rows", "workbook.hidden-columns" }));

    [TestCase(Table3, new[] { 1, 2 }, new[] { 1, 2, 3 }, Description = "labels are printed as the form has them")]
    [TestCase(Table3, new[] { 900 }, new[] { 90 })]
    [TestCase(Overview, new int[0], new[] { 3 })]
    public void Lines_without_printed_content_are_not_named(string sheet, int[] rows, int[] columns) =>
        Assert.That(Read(sheet, rows, columns), Is.Empty);

    [TestCase(new[] { 2 }, false)]
    [TestCase(new[] { 2, 3 }, true)]
    public void Of_a_merged_range_all_columns_must_be_hidden(int[] columns, bool isNamed)
    {
        var range = new CellRange(new CellAddress(3, 2), new CellAddress(3, 3));
        // Only this row has text: the others are not merged.
        var found = Read(Overview, [], columns, s => new RawSheet(
            s.Name, s.Cells.Where(c => c.Address.Row is 1 or 3), s.Merges.Add(range), false));
        Assert.That(found.Any(d => d.Id == "workbook.hidden-columns"), Is.EqualTo(isNamed));
    }

    private static ImmutableArray<Diagnostic> Read(
        string sheet, int[] rows, int[] columns, Func<RawSheet, RawSheet>? change = null) =>
        Forms.Reader.Read(s_workbook.Value.With(sheet, s => Hide(change?.Invoke(s) ?? s, rows, columns))).Diagnostics;

    private static RawSheet Hide(RawSheet sheet, int[] rows, int[] columns) =>
        new(sheet.Name, sheet.Cells, sheet.Merges, sheet.IsHidden) { HiddenRows = [.. rows], HiddenColumns = [.. columns] };
}
