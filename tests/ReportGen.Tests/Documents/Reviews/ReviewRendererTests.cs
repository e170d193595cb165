using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Documents.Reviews;
using ReportGen.Model;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Documents.Reviews;

[Parallelizable(ParallelScope.All)]
public sealed class ReviewRendererTests
{
    private static readonly Lazy<TemplateLibrary> s_templates = new(() => TemplateLibrary.LoadShared(
        Path.Combine(RepositoryFiles.Root, "templates"), ReviewRenderer.TemplateName).Value!);

    internal static FinishedDocument Render(Review review)
    {
        var outcome = ReviewRenderer.Render(review, s_templates.Value);
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);
        return outcome.Value!;
    }

    [TestCase(Language.Chinese, "审核表", "退回修改", "错误 1 项，警告 1 项，提示 0 项", "适用规则 55 条（错误级 30、警告级 20、提示级 5），不适用 7 条。")]
    [TestCase(Language.English, "Review", "Returned for correction", "errors 1, warnings 1, notes 0",
        "55 applied (30 for errors, 20 for warnings, 5 for notes), 7 not for this report.")]
    public void The_page_has_what_was_checked_and_the_result(
        Language language, string heading, string result, string counts, string rules)
    {
        var page = Page(Findings() with { Language = language });
        var text = page.Body!.TextContent;
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo(heading));
            Assert.That(page.QuerySelector(".result strong")!.TextContent, Is.EqualTo(result));
            foreach (var expected in new[] { "某县<b>教育局", "2025", "教育局&年报.xlsx", new string('a', 64), "（2021）|(2021)",
                counts, rules })
            {
                Assert.That(expected.Split('|').Any(text.Contains), expected);
            }

            Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo(language == Language.English ? "en" : "zh-CN"));
            Assert.That(page.QuerySelectorAll(".signing th").Length, Is.EqualTo(3));
        });
    }

    [Test]
    public void Findings_have_the_numbers_of_the_list_errors_first()
    {
        var rows = Page(Findings()).QuerySelectorAll(".findings tbody tr");
        Assert.That(rows.Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))), Is.EqualTo(new[]
        {
            "1|错误|三、依申请公开!J12|总计 12 ≠ 3+4+0+4 = 11。改正：改为 11。|T3-02",
            "2|警告|三、依申请公开!J12|总计 12 ≠ 3+4+0+4 = 11。甲27条乙改正：改为 11。|N-01",
        }));
        Assert.That(rows[1].QuerySelector("mark")!.TextContent, Is.EqualTo("27条"));
    }

    [TestCase(Language.Chinese, "可以发布", "未发现问题。")]
    [TestCase(Language.English, "May be published", "Nothing was found.")]
    public void Without_findings_the_report_may_be_published(Language language, string result, string text)
    {
        var page = Page(SampleReview.Of() with { Language = language });
        Assert.That(page.QuerySelector(".result strong")!.TextContent, Is.EqualTo(result));
        Assert.That(page.QuerySelector(".none")!.TextContent, Is.EqualTo(text));
    }

    [Test]
    public void Accepted_findings_have_their_reason_and_do_not_prevent_publication()
    {
        var page = Page(SampleReview.Of() with { Accepted = [(SampleReview.Finding("T2-02", Severity.Error), "机构合并，已核实")] });
        Assert.That(page.QuerySelector(".result strong")!.TextContent, Is.EqualTo("可以发布"));
        Assert.That(page.QuerySelector(".findings tr.accepted")!.TextContent, Does.Contain("已核实").And.Contain("理由：机构合并，已核实"));
    }

    [Test]
    public void A_file_without_a_report_has_a_page_too()
    {
        var page = Page(new Review
        {
            FileName = "图.xlsx", Profile = new("默认", "default"),
            Findings = [new Diagnostic { Id = "file.image", Severity = Severity.Error, Message = new("是图片。", "a picture") }],
        });
        Assert.That(page.Title, Is.EqualTo("审核表：图.xlsx"));
        Assert.That(page.Body!.TextContent, Does.Contain("无法识别").And.Contain("文件中没有可核对的报告").And.Contain("整个文件"));
    }

    [TestCase(Language.Chinese, "封面写明“空格按0计”：是。共有 12 个空格按 0 计（表二 10 个，表四 2 个）。")]
    [TestCase(Language.English, "The cover declares “空格按0计”: 是. Empty cells counted as 0: 12 (表二 10, 表四 2).")]
    public void The_page_says_how_many_blanks_count_as_0(Language language, string text)
    {
        var field = new Field { Id = "blanks", Name = "空格按0计", Text = "是" };
        var page = Page(Findings() with { Language = language, Blanks = new BlankDeclaration(field, [("表二", 10), ("表四", 2)]) });
        Assert.That(page.QuerySelector(".blanks td")!.TextContent.Trim(), Is.EqualTo(text));
        Assert.That(Page(Findings()).QuerySelector(".blanks"), Is.Null, "without the declaration");
    }

    [Test]
    public void Text_from_a_workbook_is_never_markup()
    {
        const string hostile = "<script>x()</script>{{ 1 }}\" onclick=\"";
        var page =
            Page(
                SampleReview.Of(SampleReview.Quoting(hostile, 0, hostile.Length) with
                    { Message = new(hostile, hostile), Remedy = new(hostile, hostile), Id = hostile })
            with { Body = hostile, Title = hostile, FileName = hostile, Edition = new(hostile, hostile) });
        Assert.That(page.QuerySelectorAll("script,[onclick]"), Is.Empty);
        Assert.That(page.QuerySelector(".message")!.TextContent, Is.EqualTo(hostile));
    }

    [Test]
    public void Findings_that_do_not_fit_in_print_are_counted_and_stay_on_the_screen()
    {
        var page =
            Page(SampleReview.Of([.. Enumerable.Range(1, 200).Select(i => SampleReview.Finding($"T3-{i}", Severity.Warning))]));
        var rows = page.QuerySelectorAll(".findings tbody tr");
        var rest = rows.Count(r => r.ClassList.Contains("rest"));
        Assert.That(rows, Has.Length.EqualTo(200));
        Assert.That(rest, Is.InRange(150, 195));
        Assert.That(page.QuerySelector(".unprinted")!.TextContent, Is.EqualTo($"另有 {rest} 项因篇幅未印出，见退回单中的“问题清单”。"));
    }

    [Test]
    public void The_page_is_self_contained()
    {
        var html = Render(Findings()).Html;
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("url(").And.Not.Contain("@import").And.Not.Contain("src="));
    }

    [Test]
    public void Without_its_template_there_is_a_finding_and_no_page()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("_shared"));
        Assert.That(TemplateLibrary.LoadShared(folder.Combine(), ReviewRenderer.TemplateName).Value, Is.Not.Null,
            "that of the program");
        var shared = TemplateLibrary.LoadShared(folder.Combine(), "none.sbn-html");
        Assert.That((shared.Value, shared.Diagnostics.Single().Id), Is.EqualTo(((TemplateLibrary?)null, "template.missing")));
    }

    private static Review Findings() => SampleReview.Of(
        SampleReview.Quoting("甲27条乙", 1, 3), SampleReview.Finding("T3-02", Severity.Error));

    private static IHtmlDocument Page(Review review) => new HtmlParser().ParseDocument(Render(review).Html);
}
