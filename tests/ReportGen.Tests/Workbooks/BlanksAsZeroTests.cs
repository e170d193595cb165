using NJsonSchema;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Rules;
using ReportGen.Totals;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks;

/// <summary>
/// Empty cells count as 0 if the cover declares it, and only then; everything else in a figure's place stays an error.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class BlanksAsZeroTests
{
    [TestCase("2021", 166, "表二 10，表三 144，表四 12")]
    [TestCase("2019", 161, null)]
    public void A_workbook_without_a_single_figure_is_one_of_zeros(string edition, int count, string? tables)
    {
        var read = Read(edition, "是", []);
        var report = read.Value!;
        Assert.That(Forms.Lines(read), Is.Empty);
        Assert.That(report.Tables.SelectMany(t => t.Cells).Select(c => c.Number), Is.All.EqualTo(0m));
        Assert.That(report.Tables.SelectMany(t => t.Cells).Where(c => c.IsBlank).Select(c => c.IsTotal), Is.All.False);
        Assert.That(report.Blanks!.Counts.Sum(c => c.Count), Is.EqualTo(report.Blanks.Count));
        Assert.That(report.Blanks.Count, Is.EqualTo(edition == "2021" ? count : Inputs(edition)));
        var counts = string.Join('，', report.Blanks.Counts.Select(c => $"{c.Table} {c.Count}"));
        if (tables is not null) Assert.That(counts, Is.EqualTo(tables));
        Assert.That(report.Blanks.Field.Location!.Sheet, Is.EqualTo("封面"));
    }

    [TestCase("")]
    [TestCase("否")]
    [TestCase("可以")]
    public void Without_the_declaration_every_empty_cell_is_an_error(string choice)
    {
        var read = Read("2021", choice, []);
        Assert.That(read.Diagnostics.Count(d => d is { Id: "workbook.empty-cell", Severity: Severity.Error }), Is.EqualTo(3));
        Assert.That(read.Value!.Blanks, Is.Null);
        Assert.That(read.Value.Tables.SelectMany(t => t.Cells).Any(c => c.IsBlank || c.Number is not null), Is.False);
    }

    [TestCase("/", "workbook.not-a-number")]
    [TestCase("-", "workbook.not-a-number")]
    [TestCase("无", "workbook.not-a-number")]
    [TestCase("3件", "workbook.not-a-number")]
    [TestCase("不适用", "workbook.not-a-number")]
    public void A_cell_that_holds_anything_but_a_number_is_still_an_error(string text, string id)
    {
        var read = Read("2021", "是", [new CellValue("三、依申请公开", RawEdits.At("D5"), null, text)]);
        Assert.That(read.Diagnostics.Select(d => $"{d.Severity} {d.Id} {d.Location!.Place}"),
            Is.EqualTo(new[] { $"Error {id} 三、依申请公开!D5" }));
        Assert.That(read.Value!.Table("t3")!.Find("r1", "P")!.Number, Is.Null);
        Assert.That(read.Value.Blanks!.Count, Is.EqualTo(165));
    }

    [Test]
    public void Figures_that_are_filled_in_stay_and_are_not_counted()
    {
        var report = TableReports.Read("2021", "blanks=是 t3.r1.P=3 t3.a.P=3 三、依申请公开!E5=");
        Assert.That(report.Table("t3")!.Find("r1", "T")!.Number, Is.EqualTo(3));
        Assert.That(report.Blanks!.Counts, Is.EqualTo(new[] { ("表三", 1) }));
        Assert.That(report.Table("t3")!.Cells.Single(c => c.IsBlank).Location!.Place, Is.EqualTo("三、依申请公开!E5"));
    }

    [Test]
    public void A_missing_row_is_not_one_of_zeros()
    {
        var findings = TableReports.Check("2021", "blanks=是 三、依申请公开!B7=").Findings;
        Assert.That(findings.Select(f => $"{f.Severity} {f.Id}"), Is.EqualTo(new[] { "Error T3-06" }));
    }

    [Test]
    public void Last_years_empty_cells_are_never_counted()
    {
        var (report, findings) = TableReports.Check("2021", "blanks=是 previous.t3.r4.P=2 t3.r2.P=2 t3.a.P=2 上年数据!D22=");
        Assert.That(report.Previous.SelectMany(t => t.Cells).Any(c => c.IsBlank), Is.False);
        Assert.That(findings.Count(f => f.Id == "workbook.empty-cell" && f.Severity == Severity.Warning), Is.EqualTo(1));
    }

    [Test]
    public void The_rules_apply_to_the_zeros()
    {
        var findings = TableReports.Check("2021", "blanks=是 t3.r1.P=3 三、依申请公开!D7=").Findings;
        Assert.That(findings.Select(f => f.Id), Is.EqualTo(new[] { "T3-02" }));
    }

    [Test]
    public void The_field_is_on_the_cover_of_a_new_workbook_and_not_taken_over_from_last_year()
    {
        var declared = Read("2021", "是", []).Value!;
        var values = WorkbookFilling.FromPrevious(Forms.Form2021, declared);
        var next = Forms.Read(StandardWorkbookWriter.Write(
            Forms.Form2021, values with { Fields = values.Fields.SetItem("year", "2026") }));
        Assert.That(next.Value!.Field("blanks"),
            Is.EqualTo(new Field { Id = "blanks", Name = "空格按0计", Text = "", Location = next.Value.Field("blanks")!.Location }));
        Assert.That(next.Value.Field("blanks")!.Location, Is.Not.Null);
        Assert.That(next.Value.Blanks, Is.Null);
    }

    [Test]
    public void A_district_adds_the_zeros_and_names_the_bodies_that_declared_them()
    {
        var declared = Read("2021", "是", [new CellValue("三、依申请公开", RawEdits.At("D5"), 3, null)]).Value!;
        var options = new TotalOptions { Body = "某区人民政府", Year = 2025, Edition = Forms.Form2021 };
        var other = TableReports.Read("2021", "agency=另一局 t3.r1.P=4");
        var total = DistrictAdder.Add(options, null, [new("甲.xlsx", declared, []), new("乙.xlsx", other, [])]).Value!;
        Assert.That(total.Report.Table("t3")!.Find("r1", "T")!.Number, Is.EqualTo(7));
        Assert.That(total.Report.Field("blanks")!.Text, Is.EqualTo("否"));
        Assert.That(total.Entries.Select(e => e.Reason?.Chinese), Is.EqualTo(new[]
        {
            "封面“空格按0计”一行填了“是”，共有 165 个空格按 0 计。", null,
        }));
        var written = Forms.Read(TotalWorkbook.Write(Forms.Form2021, total, "汇总.xlsx"));
        Assert.That(Forms.Lines(written), Is.Empty);
        Assert.That((written.Value!.Blanks, written.Value.Table("t3")!.Find("r1", "T")!.Number),
            Is.EqualTo(((BlankDeclaration?)null, 7m)));
    }

    [Test]
    public async Task The_command_line_says_how_many()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("某局.xlsx");
        var zeros = Forms.Zeros(Forms.Form2021);
        File.WriteAllBytes(path, StandardWorkbookWriter.Write(
            Forms.Form2021, new WorkbookValues { Fields = zeros.Fields.Add("blanks", "是") }));
        var text = CliRun.In(Language.Chinese, "check", path);
        Assert.That(text.Output, Does.Contain("某局.xlsx  封面“空格按0计”一行填了“是”，共有 166 个空格按 0 计。"));
        var json = CliRun.In(Language.Chinese, "check", path, "--format", "json").Output;
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas/findings.schema.json"));
        Assert.That(schema.Validate(json), Is.Empty);
        Assert.That(json, Does.Contain("\"blanksAsZero\": 166"));
    }

    private static int Inputs(string edition) =>
        Forms.Editions.Single(e => e.Edition == edition).Tables.Sum(t => t.Form.Inputs.Count());

    private static Outcome<Report> Read(string edition, string choice, CellValue[] changes)
    {
        var kind = Forms.Editions.Single(e => e.Edition == edition);
        var zeros = Forms.Zeros(kind, edition == "2019" ? 2020 : 2025);
        return Forms.Read(StandardWorkbookWriter.Write(kind, new WorkbookValues
        {
            Fields = choice.Length > 0 ? zeros.Fields.Add("blanks", choice) : zeros.Fields, Overrides = [.. changes],
        }));
    }
}
