using System.Diagnostics;
using Markdig;
using Markdig.Syntax;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Cli.Commands;

/// <summary>Follows the guide “your first kind” from an empty folder: runs its commands and makes its changes.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FirstKindGuideTests
{
    [TestCase("docs/first-kind.md", "exit code ")]
    [TestCase("docs/first-kind.zh-CN.md", "退出码 ")]
    public void The_guide_works_step_by_step(string page, string exitCode)
    {
        using var folder = new TemporaryFolder();
        var blocks = Markdown.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, page))).Descendants<FencedCodeBlock>();
        var commands = 0;
        foreach (var block in blocks.Where(b => b.Info is { Length: > 0 }))
        {
            var text = block.Lines.ToString();
            switch (block.Info)
            {
                case "yaml": File.AppendAllText(folder.Combine(block.Arguments!), text + "\n"); break;
                case "scriban-template": File.WriteAllText(folder.Combine(block.Arguments!), text + "\n"); break;
                default:
                    foreach (var line in text.Split('\n').Where(IsToRun))
                    {
                        var expected = line.Contains(exitCode, StringComparison.Ordinal) ? "1" : "0";
                        Assert.That(Run(folder, line), Does.StartWith($"{expected}\n"), line);
                        commands++;
                    }

                    break;
            }
        }

        Assert.That(commands, Is.GreaterThan(6));
        Assert.That(Directory.GetFiles(folder.Combine("out"), "*.pdf", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    // The preview runs until Ctrl-C.
    private static bool IsToRun(string line) => !line.StartsWith("reportgen preview", StringComparison.Ordinal);

    // The exit code, then the output.
    private static string Run(TemporaryFolder folder, string line)
    {
        var words = line.Split('#')[0].Trim().Split('"')
            .SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.That(words[0], Is.EqualTo("reportgen"));
        var start = ToolProgram.With(words[1..]);
        start.WorkingDirectory = folder.Combine("");
        start.Environment["LC_ALL"] = "zh_CN.UTF-8";
        start.Environment.Remove("REPORTGEN_TEMPLATES");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return $"{process.ExitCode}\n{output}{error.Result}";
    }
}
