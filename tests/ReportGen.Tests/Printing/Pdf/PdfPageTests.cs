using ReportGen.Diagnostics;
using ReportGen.Printing.Preflight;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;

namespace ReportGen.Tests.Printing.Pdf;

/// <summary>
/// The pages that describe the PDF end with the program's list of rules; <c>./build.sh approve</c> rewrites the list.
/// </summary>
public sealed class PdfPageTests
{
    [TestCase(Language.English, "docs/pdf.md", "| clause | rule |")]
    [TestCase(Language.Chinese, "docs/pdf.zh-CN.md", "| 条款 | 规则 |")]
    public void The_page_lists_the_rules(Language language, string page, string heading)
    {
        var path = Path.Combine(RepositoryFiles.Root, page);
        var text = File.ReadAllText(path);
        var start = text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.That(start, Is.Positive, $"{page} has no list of rules");
        var lines = PdfRules.All.Select(r => $"| {r.FullClauses} | {(language == Language.Chinese ? r.Chinese : r.English)} |");
        Approval.Check(path, $"{text[..start]}\n{string.Join('\n', [heading, "|---|---|", .. lines])}\n");
    }
}
