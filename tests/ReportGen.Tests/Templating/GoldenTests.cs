using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using ReportGen.Tests.Architecture;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>
/// Renders <c>cases/NAME.sbn</c> and compares with <c>cases/NAME.out</c>. A name that ends in <c>.relaxed</c> is rendered
/// as Scriban would, one in <c>.html</c> with escaping.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class GoldenTests
{
    private static string Folder => Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Templating/cases");

    private static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.sbn").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    [TestCaseSource(nameof(Names))]
    public void A_template_gives_its_output(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".sbn"));
        var rendering = name.EndsWith(".relaxed", StringComparison.Ordinal) ? Rendering.Relaxed(text, Model())
            : name.EndsWith(".html", StringComparison.Ordinal) ? Rendering.AsHtml(text, Model())
            : Rendering.Strict(text, Model());
        Assert.That(rendering.Errors, Is.Empty);
        Assert.That(rendering.Output, Is.EqualTo(File.ReadAllText(Path.Combine(Folder, name + ".out"))));
    }

    private static ScriptObject Model() => new()
    {
        ["表三"] = new ScriptObject { ["本年新收"] = new ScriptObject { ["总计"] = 12 } },
        ["evil"] = "<i x='\"&",
        ["script"] = "javascript:alert(1)",
        ["link"] = "https://example.gov.cn/?a=1&b=2",
        ["colour"] = "#c00",
        ["comment"] = "a--><b>",
    };
}
