using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Mapping;

/// <summary>
/// The reader finds everything by its text: changes by people and programs that keep the content do not affect the result,
/// and errors are findings with location and remedy.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReportReaderTests
{
    private const string Table3 = "三、依申请公开", Table2 = "二、主动公开", Table4 = "四、复议诉讼", Cover = "封面";

    private static readonly ImmutableDictionary<FigureKey, decimal> s_figures = Forms.Figures(Forms.Form2021, i => i + 1);

    private static readonly Lazy<RawWorkbook> s_workbook = new(() => new WorkbookOpener().Open(
        StandardWorkbookWriter.Write(Forms.Form2021,
            Forms.Zeros(Forms.Form2021) with { Figures = s_figures, Previous = s_figures }),
        "某局.xlsx").Workbook!);

    private static IEnumerable<TestCaseData> Harmless()
    {
        static TestCaseData Case(string name, Func<RawWorkbook, RawWorkbook> change) =>
            new TestCaseData(change).SetArgDisplayNames(name);
        yield return Case("rows above the table, such as a title", w => w.WithAll(s => s.InsertRows(1, 3).Put("A1", "附件2　报送表格")));
        yield return Case("columns at the left", w => w.WithAll(s => s.InsertColumns(1, 2)));
        yield return Case("far away", w => w.WithAll(s => s.InsertRows(1, 200).InsertColumns(1, 30)));
        yield return Case("a row within a group", w => w.With(Table3, s => s.InsertRows(12, 2)));
        yield return Case("rows between the clauses", w => w.With(Table2, s => s.InsertRows(6, 1).InsertRows(10, 2)));
        yield return Case("a column between the figures", w => w.With(Table3, s => s.InsertColumns(6, 1)));
        yield return Case("a column between the labels", w => w.With(Table3, s => s.InsertColumns(2, 1)));
        yield return Case("labels repeated instead of merged", w => w.WithAll(s => s.Repeated()));
        yield return Case("labels in the first cell only",
            w => w.With(Table3, s => s.Unmerged()).With(Table2, s => s.Unmerged()).With(Table4, s => s.Unmerged()));
        yield return Case("spaces in labels", w => w.WithAll(s => s.Texts(t => string.Join(' ', t.Select(c => c.ToString())))));
        yield return Case("line breaks in labels", w => w.With(Table3, s => s.Texts(t => t.Length > 4 ? t.Insert(3, "\n") : t)));
        yield return Case("full-width digits and brackets",
            w =>
                w.With(Table3, s => s.Texts(t => string.Concat(t.Select(c => c is >= '0' and <= '9' ? (char)(c + 0xFEE0) : c)))));
        yield return Case("half-width brackets", w => w.WithAll(s => s.Texts(t => t.Replace('（', '(').Replace('）', ')'))));
        yield return Case("a comma for a point", w => w.With(Table3, s => s.Texts(t => t.Replace("1.", "1、"))));
        yield return Case("straight quotation marks",
            w => w.With(Table3, s => s.Texts(t => t.Replace('“', '"').Replace('”', '"'))));
        yield return Case("a remark behind a label", w => w.With(Table2, s => s.Texts(t => t == "规章" ? "规章（县级无此项）" : t)));
        yield return Case("sheets in another order", w => w with { Sheets = [.. w.Sheets.Reverse()] });
        yield return Case("sheets with other names",
            w => w with { Sheets = [.. w.Sheets.Select(s => s.Renamed(s.Name.Replace("、", " ")))] });
        yield return Case("a hidden copy of a sheet",
            w => w with { Sheets = [w.Sheets[4].Put("D5", 999).Renamed(Table3, isHidden: true), .. w.Sheets] });
        yield return Case("other sheets too",
            w => w with { Sheets = [.. w.Sheets, new RawSheet("Sheet1", [], [], false),
                w.Sheets[4].Put("D5", 999).Renamed("三、依申请公开（草稿2）")] });
        yield return Case("notes and previous deleted", w => w with { Sheets = [.. w.Sheets.Where(s => s.Name is not "填报说明")] });
        yield return Case("figures as text",
            w => w.With(Table3, s => s.Put("D5", "1 1").Put("E5", "１２").Put("F5", " 13\u00A0").Put("G5", "14.0")));
        yield return Case("invisible characters beside digits",
            w =>
                w.With(Table3,
                    s => s.Put("D5", "\uFEFF11").Put("E5", "12\u200E").Put("F5", "1\u20603").Put("G5", "\u202A14\u202C"))
                    .With(Cover, s => s.Put("B4", "\u200B2025\u200E")));
        yield return Case("an unchanged copy of a sheet",
            w => w with { Sheets = [.. w.Sheets, w.Sheets[4].Renamed($"{Table3} (2)")] });
        yield return Case("figures as formulas",
            w => w.With(Table3, s => s.Put("D5", s[RawEdits.At("D5")].Number!.Value, isFormula: true)));
        yield return Case("totals left empty",
            w => w.With(Table3, s => Enumerable.Range(5, 25).Aggregate(s, (t, row) => t.Clear($"J{row}"))));
        yield return Case("another table below the last one",
            w => w.With(Table4, s => s.Put("C8", "附：历年件数").Put("C9", 12).Put("D9", 15)));
        yield return Case("a note below the table", w => w.With(Table3, s => s.Put("A40", "填表人：办公室").Put("D40", "2026年1月")));
    }

    [TestCaseSource(nameof(Harmless))]
    public void Changes_that_keep_the_content_do_not_affect_the_report(Func<RawWorkbook, RawWorkbook> change)
    {
        var read = Forms.Reader.Read(change(s_workbook.Value));
        Assert.That(Forms.Lines(read), Is.Empty);
        AssertFigures(read.Value!);
    }

    [Test]
    public void A_synonym_of_a_label_is_read_and_reported()
    {
        var read = Forms.Reader.Read(s_workbook.Value.With(Table2, s => s.Texts(t => t.Replace("行政规范性文件", "规范性文件"))));

        Assert.That(Forms.Lines(read), Is.EqualTo(new[]
        {
            "workbook.other-wording 某局.xlsx › 二、主动公开!A5 表二的“规范性文件”不是现行格式的写法，已按“行政规范性文件”读取，也将印成“行政规范性文件”。",
        }));
        AssertFigures(read.Value!);
    }

    private static IEnumerable<TestCaseData> Harmful()
    {
        // Several cases expect the same finding, and each needs a name of its own.
        var number = 0;
        TestCaseData Case(string expected, Func<RawWorkbook, RawWorkbook> change) =>
            new TestCaseData(expected, change).SetArgDisplayNames($"{++number} {expected}");
        yield return Case("workbook.missing-sheet 某局.xlsx", w => w.With(Table3, _ => null));
        yield return Case("workbook.missing-sheet 某局.xlsx ?“三依申请公示”", w => w.With(Table3, s => s.Renamed("三依申请公示")));
        yield return Case("workbook.missing-field 某局.xlsx › 封面", w => w.With(Cover, s => s.DeleteRow(3)));
        yield return Case("workbook.empty-field 某局.xlsx › 封面!B3", w => w.With(Cover, s => s.Clear("B3")));
        yield return Case("workbook.bad-year 某局.xlsx › 封面!B4", w => w.With(Cover, s => s.Put("B4", "25年")));
        yield return Case("workbook.unknown-year 某局.xlsx › 封面!B4", w => w.With(Cover, s => s.Put("B4", 2008)));
        yield return Case("workbook.wrong-edition 某局.xlsx › 二、主动公开", w => w.With(Cover, s => s.Put("B4", 2020)));
        yield return Case("workbook.bad-choice 某局.xlsx › 封面!B5", w => w.With(Cover, s => s.Put("B5", "企业")));
        yield return Case("workbook.bad-date 某局.xlsx › 封面!B7", w => w.With(Cover, s => s.Put("B7", "下周")));
        yield return Case("workbook.missing-row 某局.xlsx › 三、依申请公开!B7", w => w.With(Table3, s => s.Put("B7", 0)));
        yield return Case("workbook.missing-row 某局.xlsx › 三、依申请公开!A6",
            w => w.With(Table3, s => s.DeleteRow(5).InsertRows(5, 1).Put("A5", "标题")));
        yield return Case("workbook.missing-column 某局.xlsx › 三、依申请公开!D4", w => w.With(Table3, s => s.Put("F4", "科技公司")));
        yield return Case("workbook.duplicate-label 某局.xlsx › 三、依申请公开!B8",
            w => w.With(Table3, s => s.InsertRows(8, 1).Put("B8", "（一）予以公开").Put("D8", 1)));
        yield return Case("workbook.missing-table 某局.xlsx › 四、复议诉讼",
            w => w.With(Table4, s => new RawSheet(s.Name, [], [], false)));
        yield return Case("workbook.not-a-number 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Put("D5", "5件")));
        yield return Case("workbook.not-a-number 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Put("D5", "12①")));
        yield return Case("workbook.not-a-number 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Put("D5", "12²")));
        yield return Case("workbook.not-a-number 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Put("D5", "12⑴")));
        yield return Case("workbook.bad-year 某局.xlsx › 封面!B4", w => w.With(Cover, s => s.Put("B4", "202⑤")));
        yield return Case("workbook.duplicate-sheet 某局.xlsx › 三、依申请公开 (2)",
            w => w with { Sheets = [.. w.Sheets, w.Sheets[4].Put("D5", 999).Renamed($"{Table3} (2)")] });
        yield return Case("workbook.duplicate-sheet 某局.xlsx › 三、依申请公开 - 副本",
            w => w with { Sheets = [.. w.Sheets, w.Sheets[4].Put("D5", 999).Renamed($"{Table3} - 副本")] });
        yield return Case("workbook.not-a-number 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Put("D5", "/")));
        yield return Case("workbook.not-a-number 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Put("D5", "无")));
        yield return Case("workbook.empty-cell 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Clear("D5")));
        yield return Case("workbook.empty-cell 某局.xlsx › 三、依申请公开!D5", w => w.With(Table3, s => s.Put("D5", "  ")));
        yield return Case("workbook.no-stored-value 某局.xlsx › 三、依申请公开!D5",
            w => w.With(Table3, s => s.Put(RawCell.EmptyAt(RawEdits.At("D5")) with { IsFormula = true })));
        yield return Case("workbook.error-value 某局.xlsx › 三、依申请公开!D5",
            w =>
                w.With(Table3,
                    s => s.Put(new RawCell { Address = RawEdits.At("D5"), Kind = RawCellKind.Error, Text = "#REF!" })));
        yield return Case("workbook.date-figure 某局.xlsx › 三、依申请公开!D5",
            w =>
                w.With(Table3,
                    s =>
                        s.Put(new RawCell { Address = RawEdits.At("D5"), Kind = RawCellKind.Date, Text = "1900-01-05",
                            Number = 5 })));
        yield return Case("workbook.total-differs 某局.xlsx › 三、依申请公开!J5", w => w.With(Table3, s => s.Put("J5", 9999)));
        yield return Case("workbook.total-differs 某局.xlsx › 四、复议诉讼!E5", w => w.With(Table4, s => s.Put("E5", 9999)));
        yield return Case("workbook.unknown-level 某局.xlsx › 一、总体情况!A3", w => w.With("一、总体情况", s => s.Put("A3", "大标题")));
    }

    [TestCaseSource(nameof(Harmful))]
    public void An_error_is_a_finding_with_location_and_remedy(string expected, Func<RawWorkbook, RawWorkbook> change)
    {
        var read = Forms.Reader.Read(change(s_workbook.Value));
        var parts = expected.Split(" ?");
        var found = read.Diagnostics.FirstOrDefault(d => $"{d.Id} {d.Location}" == parts[0]);
        Assert.That(found, Is.Not.Null, string.Join('\n', Forms.Lines(read)));
        Assert.That(found!.Severity, Is.EqualTo(Severity.Error));
        Assert.That(found.Remedy?.Chinese, Is.Not.Null.And.Not.Empty);
        Assert.That(found.Remedy?.English, Is.Not.Null.And.Not.Empty);
        if (parts.Length > 1) Assert.That(found.Remedy!.Chinese, Does.Contain(parts[1]));
        Assert.That(read.Diagnostics, Has.Length.LessThanOrEqualTo(8), "one error must not be reported repeatedly");
        Assert.That(read.Value, Is.Not.Null);
    }

    private static IEnumerable<TestCaseData> Unseen()
    {
        static TestCaseData Case(string name, Func<RawWorkbook, RawWorkbook> change) =>
            new TestCaseData(name, change).SetArgDisplayNames(name);
        yield return Case("workbook.hidden-sheet 某局.xlsx › 三、依申请公开", w => w.With(Table3, s => s.Renamed(Table3, isHidden: true)));
        yield return Case("workbook.unread-text 某局.xlsx › 一、总体情况!C3", w => w.With("一、总体情况", s => s.Put("C3", "第三列的话")));
        yield return Case("workbook.stray-figure 某局.xlsx › 四、复议诉讼!A6", w => w.With(Table4, s => s.Put("A6", 7)));
        yield return Case("workbook.hidden-rows 某局.xlsx › 三、依申请公开!A6",
            w => w.With(Table3, s => new RawSheet(s.Name, s.Cells, s.Merges, false) { HiddenRows = [6, 7] }));
        yield return Case("workbook.control-character 某局.xlsx › 一、总体情况!B3",
            w => w.With("一、总体情况", s => s.Put(RawCell.OfText(RawEdits.At("B3"), "正文\u001F正文"))));
    }

    [TestCaseSource(nameof(Unseen))]
    public void What_is_not_read_or_cannot_be_seen_is_a_warning_at_its_place(
        string expected, Func<RawWorkbook, RawWorkbook> change)
    {
        var read = Forms.Reader.Read(change(s_workbook.Value));
        Assert.That(read.Diagnostics.Select(d => $"{d.Id} {d.Location}"), Is.EqualTo(new[] { expected }));
        Assert.That(read.Diagnostics[0].Severity, Is.EqualTo(Severity.Warning));
        Assert.That(read.Diagnostics[0].Remedy, Is.Not.Null);
    }

    [TestCase(Cover, "B4", "“报告年度”")]
    [TestCase("一、总体情况", "B3", "“内容”")]
    [TestCase(Table2, "B8", "表二“行政许可”（本年处理决定数量）")]
    public void A_formula_without_a_result_and_an_error_value_are_worded_alike_everywhere(string sheet, string cell, string name)
    {
        Diagnostic Of(RawCell raw) => Forms.Reader.Read(s_workbook.Value.With(sheet, s => s.Put(raw))).Diagnostics
            .Single(d => d.Location!.Place == $"{sheet}!{cell}" && d.Id is "workbook.no-stored-value" or "workbook.error-value");
        var empty = Of(RawCell.EmptyAt(RawEdits.At(cell)) with { IsFormula = true });
        var error = Of(new RawCell { Address = RawEdits.At(cell), Kind = RawCellKind.Error, Text = "#REF!" });
        Assert.That(empty.Message.Chinese, Is.EqualTo($"{name}是公式，但文件里没有它的计算结果。"));
        Assert.That(empty.Remedy!.Chinese, Is.EqualTo("请用 Excel 或 WPS 打开工作簿，保存后再交；或者直接填写内容。"));
        Assert.That(error.Message.Chinese, Is.EqualTo($"{name}是错误值 #REF!。"));
        Assert.That(error.Remedy!.Chinese, Is.EqualTo("请修正公式，或者直接填写内容。"));
    }

    [TestCase("25年", null, "某局")]
    [TestCase("20255", null, "某局")]
    [TestCase("2008", null, "某局")]
    [TestCase("2025", 2025, "某某区文化和旅游局2025年政府信息公开工作年度报告")]
    public void A_refused_year_is_not_used_in_the_names_of_files(string text, int? year, string name)
    {
        var report = Forms.Reader.Read(s_workbook.Value.With(Cover, s => s.Put("B4", text))).Value!;
        Assert.That((report.Year, report.FileTitle), Is.EqualTo((year, name)));
    }

    // The figure of licences is in B8; the form spans it to D8.
    [TestCase("C8", true)]
    [TestCase("D8", true)]
    [TestCase("C8", false)]
    [TestCase("D8", false)]
    public void A_number_in_a_spanned_cell_is_named_and_the_figure_stays(string cell, bool isMerged)
    {
        const string sheet = "二、主动公开";
        var workbook = s_workbook.Value.With(sheet, s => (isMerged ? s : s.Unmerged()).Put("B8", 12).Put(cell, 99));

        var read = Forms.Reader.Read(workbook);

        Assert.That(read.Diagnostics.Select(d => $"{d.Severity} {d.Id} {d.Location}"),
            Is.EqualTo(new[] { $"Warning workbook.stray-figure 某局.xlsx › {sheet}!{cell}" }));
        Assert.That(read.Diagnostics[0].Message.Chinese, Does.Contain("99"));
        Assert.That(read.Value!.Table("t2")!.Cells.Where(c => c.Location?.Address.Row == 8).Select(c => c.Number),
            Is.EqualTo(new decimal?[] { 12 }));
    }

    [Test]
    public void Text_that_is_a_formula_without_a_result_is_an_error()
    {
        var empty = RawCell.EmptyAt(RawEdits.At("B3")) with { IsFormula = true };
        var read = Forms.Reader.Read(s_workbook.Value.With("一、总体情况", s => s.Put(empty)));
        Assert.That(read.Diagnostics.Select(d => $"{d.Severity} {d.Id} {d.Location}"),
            Is.EqualTo(new[] { "Error workbook.no-stored-value 某局.xlsx › 一、总体情况!B3" }));
    }

    [Test]
    public void An_error_in_one_place_does_not_prevent_reading_the_rest()
    {
        var read = Forms.Reader.Read(s_workbook.Value.With(Table3, s => s.Put("B7", 0).Put("E12", "x")));
        var missing = read.Value!.Table("t3")!.Cells.Where(c => c.Number is null && !c.IsTotal)
            .Select(c => $"{c.Row.Id}.{c.Column.Id}");
        Assert.That(missing, Is.EquivalentTo(new[] { "a.P", "a.B", "a.R", "a.W", "a.L", "a.O", "c4.B" }));
    }

    [Test]
    public void A_foreign_workbook_gives_a_finding_with_the_expected_sheets()
    {
        var read = Forms.Reader.Read(s_workbook.Value with { Sheets = [new RawSheet("Sheet1", [], [], false)] });
        Assert.That(read.Value, Is.Null);
        Assert.That(read.Diagnostics.Select(d => (d.Id, $"{d.Location}")),
            Is.EqualTo(new[] { ("workbook.not-standard", "某局.xlsx") }));
    }

    private static void AssertFigures(Report report)
    {
        foreach (var (key, value) in s_figures)
            Assert.That(report.Table(key.Table)!.Find(key.Row, key.Column)!.Number, Is.EqualTo(value), $"{key}");
        Assert.That(report.Body, Is.EqualTo("某某区文化和旅游局").Or.EqualTo("某 某 区 文 化 和 旅 游 局"));
        Assert.That(report.Year, Is.EqualTo(2025));
    }
}
