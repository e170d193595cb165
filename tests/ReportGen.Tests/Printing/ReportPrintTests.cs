using System.Collections.Immutable;
using System.Diagnostics;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Printing;
using ReportGen.Printing.Preflight;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Documents;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Printing;

/// <summary>The tables of the annual report on paper.</summary>
[Category("Browser")]
public sealed class ReportPrintTests
{
    private static readonly Lazy<TemplateLibrary> s_templates = new(() => Rendered.Load(
        Path.Combine(RepositoryFiles.Root, "templates", "annual-disclosure", "2021"),
        new Dictionary<string, string> { ["html"] = "report.sbn-html", ["md"] = "report.sbn-md" }));

    private ChromiumPrinter _printer = null!;

    [OneTimeSetUp]
    public void StartPrinter() => _printer = Printers.Create();

    [OneTimeTearDown]
    public async Task EndPrinter() => await _printer.DisposeAsync();

    [TestCase(100_000)]
    [TestCase(10_000_000)]
    public async Task Long_figures_stay_on_one_line(int first)
    {
        Printers.RequireFonts();
        var report = Annual(i => first + i);
        var words = (await PdfWords.OfAsync(await PrintAsync(report))).Select(w => w.Text).ToList();
        var figures = report.Tables.SelectMany(t => t.Cells).Select(c => NumberFormat.Write(c.Number!.Value)).ToList();

        Assert.That(figures.Except(words), Is.Empty);
    }

    // Wherever in the line the address begins.
    [TestCase("zhengwugongkaibangongshi@suqian.gov.cn")]
    [TestCase("http://www.suqian.gov.cn/zhengwugongkai/niandubaogao/2024.html")]
    [TestCase("0527-84389700-8012")]
    [TestCase("<https://www.suqian.gov.cn/zhengwugongkai/niandubaogao>")]
    [TestCase("**zhengwugongkaibangongshi@suqian.gov.cn**")]
    [TestCase("zhengwugongkaibangongshi@suqian.gov.cn", "- ")]
    public async Task No_line_is_stretched_before_a_long_address_or_number(string address, string marker = "")
    {
        Printers.RequireFonts();
        var paragraphs = Enumerable.Range(0, 28).Select(i => new Block
        {
            Level = "body", Text = $"{marker}如对本报告{new string('有', i)}疑问，请与我单位办公室联系，联系方式：{address}，邮编223800。",
        });
        var words = await PdfWords.OfAsync(await PrintAsync(WithOverview([.. paragraphs])));

        // To the reader of the PDF each character of a stretched line is a word of its own.
        Assert.That(words.Any(w => w.Text.Contains("我单位办公室联系", StringComparison.Ordinal)), "no line of the text was found");
        Assert.That(words.Index().Where(w => Enumerable.Range(w.Index, Math.Min(4, words.Length - w.Index))
                .All(i => words[i].Text.Length == 1 && words[i].Top == w.Item.Top && "如有请我单位办公室".Contains(words[i].Text)))
            .Select(w => w.Item), Is.Empty);
    }

    // Whatever comes before: 0 to 22 lines move the table over the page.
    [TestCase(0)]
    [TestCase(4)]
    [TestCase(8)]
    [TestCase(12)]
    [TestCase(16)]
    [TestCase(20)]
    public async Task A_heading_of_a_table_is_never_alone_on_a_page(int lines)
    {
        Printers.RequireFonts();
        var pdf = await PrintAsync(WithOverview(Lines(lines)));
        var pages = await TextsAsync(pdf);
        Assert.That(ColumnHeadingsOnSeveralPages(pdf), Is.Empty, "read aloud twice");
        foreach (var page in pages.Where(p => p.Contains("商业", StringComparison.Ordinal)))
        {
            var rows = new[] { "一、本年新收", "属于国家秘密", "不掌握相关政府信息", "信访举报", "无正当理由逾期", "（七）总计", "四、结转" };
            Assert.That(rows.Count(r => page.Contains(r, StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(2), page);
        }
    }

    private static ImmutableArray<Block> Lines(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new Block { Level = "body", Text = $"第{i}行。" })];

    private static Report WithOverview(ImmutableArray<Block> blocks)
    {
        var report = Annual(_ => 0);
        return report with
        {
            Sections = [.. report.Sections.Select(s => s.Id != "overview" ? s : s with { Blocks = blocks })],
        };
    }

    private static Report Annual(Func<int, decimal> value)
    {
        var kind = Forms.Form2021;
        var values = Forms.Zeros(kind) with { Figures = Forms.Figures(kind, value) };
        return Forms.Read(StandardWorkbookWriter.Write(kind, values)).Value!;
    }

    private static IEnumerable<string> ColumnHeadingsOnSeveralPages(byte[] pdf)
    {
        var structure = PdfInspection.Read(pdf).Structure;
        return structure.Of("TH").Where(h => PagesOf(h).Distinct().Count() > 1).Select(h => $"object {h.Object.Number}");
    }

    private static IEnumerable<object?> PagesOf(StructureElement element) =>
        element.Content.Select(c => (object?)c.Owner).Concat(element.Kids.SelectMany(PagesOf));

    private async Task<byte[]> PrintAsync(Report report)
    {
        var rendered = Rendered.From(report, s_templates.Value, RenderOptions.Published);
        var printed = await _printer.PrintAsync(rendered.Value!.Html);
        Assert.That(printed.Diagnostics.Select(d => d.Message.English), Is.Empty);
        return printed.Value!.Pdf;
    }

    // Pages end with a form feed. Blanks between letters of a cell are left out.
    private static async Task<string[]> TextsAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("a.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            return [.. text.Split('\f').Select(p => string.Concat(p.Where(c => !char.IsWhiteSpace(c))))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("pdftotext (poppler-utils) is not on this machine");
            return [];
        }
    }
}
