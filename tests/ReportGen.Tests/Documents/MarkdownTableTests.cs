using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Bindings;

namespace ReportGen.Tests.Documents;

/// <summary>A label with a character of Markdown's tables stays one cell of its row.</summary>
public sealed class MarkdownTableTests
{
    [TestCase("甲|乙", @"甲\|乙")]
    [TestCase(@"甲\|乙", @"甲\\\|乙")]
    [TestCase("*甲*", @"\*甲\*")]
    [TestCase("甲\n乙", "甲 乙")]
    public void A_label_of_a_table_is_one_cell(string label, string cell)
    {
        var form = SampleReport.Form with
        {
            Parts =
            [
                new TablePart
                {
                    Corner = label, Caption = label,
                    Columns = [SampleReport.Adults with { Labels = [label] }],
                    Rows = [SampleReport.Books with { Labels = [label, "a"] }],
                },
            ],
            Groups = [],
        };
        var report = SampleReport.Of("正文") with { Tables = [Table.Empty(form)], Previous = [] };
        report = report with { Sections = [.. report.Sections.Select(s => s with { Heading = label })] };

        var lines = Rendered.Of(report, RenderOptions.Published).Markdown.Split('\n');

        Assert.That(lines, Does.Contain($"| {cell} | {cell} |").And.Contain($"**{cell}**").And.Contain($"## {cell}"));
        Assert.That(lines, Has.One.StartsWith($"| {cell} / a | "));
    }

    [Test]
    public void A_label_of_a_chart_is_one_cell()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "_shared/standard-report.sbn-md", "_shared/chart-table.sbn-md" })
            File.Copy(Path.Combine(RepositoryFiles.Root, "templates", name), folder.Combine(Path.GetFileName(name)));
        File.WriteAllText(folder.Combine("main.sbn-md"), """
            {{- $charts = [{ id: "c", section: "figures", shape: "bars", title: "图|1", unit: "件|次", note: "注|释",
                             labels: ["甲|局"], series: [{ name: "本|年", values: [3] }] }] -}}
            {{ include "standard-report.sbn-md" $charts }}
            """);
        File.WriteAllText(folder.Combine("main.sbn-html"), "<!doctype html><title>x</title>");
        var templates = Rendered.Load(folder.Path, new() { ["html"] = "main.sbn-html", ["md"] = "main.sbn-md" });

        var outcome = Rendered.From(SampleReport.Of("正文"), templates, RenderOptions.Published);

        Assert.That(outcome.Diagnostics.Select(d => d.Message.English), Is.Empty);
        Assert.That(outcome.Value!.Markdown, Does.Contain("""
            **图\|1（单位：件\|次）**　注\|释

            |  | 本\|年 |
            | --- | ---: |
            | 甲\|局 | 3 |

            """));
    }
}
