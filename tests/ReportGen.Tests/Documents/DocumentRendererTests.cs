using ReportGen.Documents;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Bindings;

namespace ReportGen.Tests.Documents;

public class DocumentRendererTests
{
    private static readonly string s_templates = Path.Combine(RepositoryFiles.Root, "templates");

    [Test]
    public void Debug()
    {
        var lib = TemplateLibrary.Load(Path.Combine(s_templates, "annual-disclosure/2021"), new Dictionary<string, string> { ["html"] = "report.sbn-html", ["md"] = "report.sbn-md" });
        foreach (var d in lib.Diagnostics) Console.WriteLine($"{d.Location} {d.Message.English} {d.Quotation?.Text}");
        var r = DocumentRenderer.Render(SampleReport.Of([
            SampleReport.Block("preamble", "**引言** <script>alert('x')</script>"), SampleReport.Block("heading", "（一）标题", 1), SampleReport.Block("body", "共{{ 表一.图书.总计 }}册\n第二段 [点](javascript:alert(1)) [好](https://a.b/?x=1&y=2)", 2),
            SampleReport.Block("list", "甲", 3), SampleReport.Block("list", "乙", 4), SampleReport.Block("body", "| a | b |\n|---|---|\n| 1 | {{ 年份 }} |", 5)]), lib.Value!, RenderOptions.Preview);
        foreach (var d in r.Diagnostics) Console.WriteLine($"{d.Location} {d.Message.English} {d.Quotation?.Text}");
        Console.WriteLine(r.Value?.Html.Html); Console.WriteLine(r.Value?.Markdown);
    }
}
