using System.Diagnostics;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Cli.Preview;

namespace ReportGen.Tests.Web;

/// <summary>The checkers of web pages and Markdown, which <c>./build.sh test</c> gets from npm.</summary>
internal static class WebTools
{
    private const string Missing = "The checkers of web pages are not on this machine: run ./build.sh web-checks";

    private static readonly string s_folder = Path.Combine(RepositoryFiles.Root, "tests", "web");

    private static readonly Lazy<string> s_axe = new(() => File.ReadAllText(Installed("axe-core/axe.min.js")));

    /// <summary>What axe-core finds on a page: rule, elements and reason; empty if nothing. It does not look into frames.</summary>
    public static async Task<string[]> AxeAsync(TestPage page)
    {
        await page.ValueAsync<bool>($"(() => {{ {s_axe.Value}; return true; }})()");
        return await page.ValueAsync<string[]>("""
            axe.run(document, { iframes: false }).then(r => r.violations.map(v => v.id + ': '
              + v.nodes.map(n => n.target.join(' ') + ' (' + n.failureSummary.replace(/\s+/g, ' ') + ')').join('; ')))
            """);
    }

    /// <summary>What html-validate finds in files, a line for each error.</summary>
    public static string Html(params IEnumerable<string> files)
    {
        Installed("html-validate/package.json");
        return Run("", ["check-html.mjs", .. files]);
    }

    /// <summary>Markdown as GitHub reads it, as HTML.</summary>
    public static string FromMarkdown(string markdown)
    {
        Installed("micromark-extension-gfm/package.json");
        return Run(markdown, ["markdown.mjs"]);
    }

    private static string Installed(string file)
    {
        var path = Path.Combine(s_folder, "node_modules", file);
        if (!File.Exists(path)) Assert.Inconclusive(Missing);
        return path;
    }

    private static string Run(string input, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = s_folder,
            StandardInputEncoding = new System.Text.UTF8Encoding(false), StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }
}
