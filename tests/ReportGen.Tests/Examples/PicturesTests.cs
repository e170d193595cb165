using System.Net;
using System.Text;
using ReportGen.Diagnostics;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Cli.Preview;
using ReportGen.Tests.Printing;

namespace ReportGen.Tests.Examples;

/// <summary>
/// Makes the pictures of the three ways of use in <c>docs/pictures</c> from the running program: <c>./build.sh pictures</c>.
/// </summary>
[Explicit("Rewrites docs/pictures: ./build.sh pictures")]
public sealed class PicturesTests
{
    private static readonly string s_examples = Path.Combine(RepositoryFiles.Root, "examples", "annual-disclosure");
    private static readonly string s_templates = Path.Combine(RepositoryFiles.Root, "templates");

    [Test]
    public async Task Folder()
    {
        using var folder = new TemporaryFolder();
        var (inbox, output) = (folder.Combine("收件"), folder.Combine("发布"));
        Take(inbox, "inputs/001-四方台区.xlsx", "inputs/002-桃山区商务局.xlsx",
            "as-published/004-赫山区工业和信息化局-as-published.xlsx");
        var run = CliRun.In(Language.Chinese, "watch", inbox, "-o", output, "--once", "--templates", s_templates);
        var page = $$"""
            <!doctype html><meta charset="utf-8"><style>
              body { margin: 0; padding: 34px 44px; background: #edf1f6; color: #26282d }
              body { font: 17px/1.7 "Noto Sans CJK SC", "ReportGen Hei", sans-serif }
              main { display: grid; grid-template-columns: 5fr 60px 8fr; gap: 20px; align-items: center }
              section { background: #fff; border-radius: 8px; box-shadow: 0 6px 24px #3b321e1f; padding: 16px 22px }
              section { align-self: stretch }
              h2 { font-size: 18px; margin: 0 0 6px; color: #2a5fa8 }
              ul { margin: 0; padding-left: 20px; list-style: none }
              li.body { margin-left: -20px; font-weight: 600 }
              li.returned { color: #b3262e }
              .arrow { font-size: 46px; color: #2a5fa8; text-align: center }
              pre { margin: 24px 0 0; background: #26282d; color: #e7e4de; border-radius: 8px; padding: 14px 22px }
              pre { font: 14px/1.6 "ReportGen Hei", monospace; white-space: pre-wrap }
            </style>
            <main><section><h2>收件</h2><ul>{{List(inbox)}}</ul></section><div class="arrow">→</div>
            <section><h2>发布</h2><ul>{{List(output)}}</ul></section></main>
            <pre>{{WebUtility.HtmlEncode(run.Error.Split('\n')[0].Replace(folder.Path + "/", ""))}}
            {{WebUtility.HtmlEncode(run.Output.Replace(folder.Path + "/", "").TrimEnd())}}</pre>
            """;
        var file = folder.Combine("page.html");
        File.WriteAllText(file, page);
        await PhotographAsync("use-folder.png", new Uri(file).AbsoluteUri, height: 700);
    }

    [Test]
    public async Task Batch()
    {
        using var folder = new TemporaryFolder();
        var (inbox, output) = (folder.Combine("报送"), folder.Combine("发布"));
        Take(inbox, "inputs/001-四方台区.xlsx", "inputs/002-桃山区商务局.xlsx", "inputs/000-兴隆台区营商环境建设局.xlsx",
            "as-published/004-赫山区工业和信息化局-as-published.xlsx");
        var roster = folder.Combine("名单.csv");
        File.WriteAllText(roster, """
            单位名称,类别
            四方台区人民政府,政府
            桃山区商务局,部门
            兴隆台区营商环境建设局,部门
            益阳市赫山区工业和信息化局,部门
            四方台区教育局,部门
            四方台区财政局,部门
            """);
        CliRun.In(Language.Chinese,
            "build", inbox, "-o", output, "--roster", roster, "--formats", "html,md", "--templates", s_templates);
        await PhotographAsync("use-batch.png", new Uri(Path.Combine(output, "index.html")).AbsoluteUri, height: 1000);
    }

    [TestCase("preview.png", 1440, 900)]
    [TestCase("preview-phone.png", 390, 780)]
    public async Task Preview(string name, int width, int height)
    {
        using var folder = new TemporaryFolder();
        var inbox = folder.Combine("收件");
        Take(inbox, "inputs/001-四方台区.xlsx", "inputs/002-桃山区商务局.xlsx", "inputs/000-兴隆台区营商环境建设局.xlsx",
            "as-published/004-赫山区工业和信息化局-as-published.xlsx", "as-published/suqian-2024-宿迁市-as-published.xlsx");
        await using var preview = await PreviewRun.StartAsync(inbox, s_templates, language: Language.Chinese);
        await PhotographAsync(name, preview.Address, width, height, async page =>
        {
            await page.UntilAsync("document.querySelectorAll('#list li').length === 5");
            await page.ValueAsync<bool>(
                "[...document.querySelectorAll('#list a')].find(a => a.textContent.includes('宿迁')).click() ?? true");
            await page.UntilAsync("document.documentElement.dataset.shown && document.querySelectorAll('.card').length > 1");
            await page.UntilAsync("document.getElementById('title').textContent.includes('宿迁')");
            if (width < 500) await page.ClickAsync("#panes [data-pane=findings]");
            await page.ClickAsync(".card:nth-child(2) button");
        });
    }

    private static void Take(string folder, params string[] workbooks)
    {
        Directory.CreateDirectory(folder);
        foreach (var workbook in workbooks)
        {
            var name = Path.GetFileName(workbook).Replace("-as-published", "", StringComparison.Ordinal);
            File.Copy(
                Path.Combine(s_examples, workbook),
                Path.Combine(folder, name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..]));
        }
    }

    private static string List(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)) text.Append(Item(file));
        foreach (var sub in Directory.EnumerateDirectories(folder).Where(f => Path.GetFileName(f)[0] != '.')
            .Order(StringComparer.Ordinal))
        {
            text.Append($"<li class=body>{WebUtility.HtmlEncode(Path.GetFileName(sub))}</li>");
            foreach (var file in Directory.EnumerateFiles(sub).Order(StringComparer.Ordinal)) text.Append(Item(file));
        }

        return text.ToString();
    }

    private static string Item(string file)
    {
        var style = file.Contains("退回单", StringComparison.Ordinal) ? " class=returned" : "";
        return $"<li{style}>{WebUtility.HtmlEncode(Path.GetFileName(file))}</li>";
    }

    private static async Task PhotographAsync(
        string name, string address, int width = 1440, int height = 900, Func<TestPage, Task>? act = null)
    {
        await using var browser = await TestBrowser.StartAsync(Printers.Fonts);
        if (browser is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        await using var page = await browser!.OpenAsync(address, width, height);
        await page.UntilAsync("document.readyState === 'complete' && document.fonts.status === 'loaded'");
        if (act is not null) await act(page);
        // Fonts of several megabytes are read and pages laid out meanwhile.
        await Task.Delay(TimeSpan.FromSeconds(6));
        await page.DrawnAsync();
        File.WriteAllBytes(Path.Combine(RepositoryFiles.Root, "docs", "pictures", name), await page.PictureAsync());
    }
}
