using System.Diagnostics;
using System.Runtime.Versioning;
using ReportGen.Cli.Commands;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Cli.Commands;

/// <summary>Runs every example of every help screen, in both languages, in a folder with the files that they name.</summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class HelpExamplesTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(4);

    private static IEnumerable<TestCaseData> Examples() =>
        from language in Enum.GetValues<Language>()
        from command in RootCommandFactory.Create(new UserTerminal(TextWriter.Null, TextWriter.Null, language)).Subcommands
        from own in command.Subcommands.Prepend(command).OfType<CliCommand>()
        let path = HelpScreen.PathOf(own)["reportgen ".Length..]
        from example in own.Examples
        select new TestCaseData(language, path, own.Examples.Index().First(e => e.Item == example).Index)
            { TestName = $"{{m}}({language}, {example.Replace('"', '\'')})" };

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_of_a_help_screen_runs(Language language, string command, int index)
    {
        var help = CliRun.In(language, [.. command.Split(' '), "--help"]).Output.Split('\n');
        var heading = language == Language.Chinese ? "例子" : "Examples";
        var line = help.SkipWhile(l => l != heading).Skip(1 + index).First().Trim();
        Assert.That(line, Does.Contain("reportgen"));
        using var folder = new TemporaryFolder();
        Prepare(folder, language);
        // PowerShell is not on every machine.
        if (line.Contains("Out-String", StringComparison.Ordinal)) line = line.Split('|')[0];
        var isEndless = command is "start" or "preview" or "watch" && !line.Contains("--once", StringComparison.Ordinal);
        Assert.That(await RunAsync(line, folder, isEndless), Is.AnyOf(0, 1, 5), line);
    }

    private static void Prepare(TemporaryFolder folder, Language language)
    {
        string[] names = language == Language.Chinese
            ? ["年报.xlsx", "去年.xlsx", "政府办.xlsx", "报送/甲局.xlsx", "收件/甲局.xlsx", "年报-退回单.xlsx", "名单", "我的模板"]
            : ["report.xlsx", "last-year.xlsx", "own.xlsx", "inbox/甲局.xlsx", "inbox/乙局.xlsx", "report-退回单.xlsx", "bodies",
                "my-templates"];
        Body(folder.Combine(names[0]), "甲局", 2025);
        Body(folder.Combine(names[1]), "甲局", 2024);
        Body(folder.Combine(names[2]), "乙局", 2025);
        Body(folder.Combine(names[3]), "甲局", 2025);
        Body(folder.Combine(names[4]), "甲局", 2025);
        Body(folder.Combine("2024.xlsx"), "甲局", 2024);
        CliRun.In(Language.Chinese, "check", folder.Combine(names[0]), "--return", folder.Combine("back"));
        File.Move(Directory.GetFiles(folder.Combine("back")).Single(), folder.Combine(names[5]));
        File.WriteAllText(folder.Combine("list.csv"), "单位\n甲局\n乙局\n");
        var roster = XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲局</t></is></c></row>");
        File.WriteAllBytes(folder.Combine(names[6] + ".xlsx"), roster.ToBytes());
        CliRun.In(language, "kind", "new", "own", "--templates", folder.Combine(names[7]));
        File.WriteAllText(folder.Combine("letter.sbn-html"), "<p>{{ name }}</p>");
        File.WriteAllText(folder.Combine("letter.json"), "{ \"name\": \"甲\" }");
        File.WriteAllText(folder.Combine("note.sbn-md"), "{{ name }}{{ other }}");
        File.WriteAllText(folder.Combine("note.yaml"), "name: 甲\n");
        // What opens the browser.
        Directory.CreateDirectory(folder.Combine("bin"));
        File.WriteAllText(folder.Combine("bin", "xdg-open"), "#!/bin/sh\n");
        File.SetUnixFileMode(folder.Combine("bin", "xdg-open"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private static void Body(string path, string name, int year)
    {
        var values = Forms.Zeros(Forms.Form2021, year);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, StandardWorkbookWriter.Write(Forms.Form2021,
            values with { Fields = values.Fields.SetItem(Forms.Form2021.BodyField, name) }));
    }

    private static async Task<int> RunAsync(string line, TemporaryFolder folder, bool isEndless)
    {
        string[] shell = ["env", "--default-signal=INT,QUIT", "bash", "-c", (isEndless ? "exec " : "") + line];
        var start = new ProcessStartInfo(shell[0], shell[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path,
        };
        start.Environment["PATH"] =
            $"{folder.Combine("bin")}:{Path.GetDirectoryName(ToolProgram.Path)}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["HOME"] = folder.Path;
        // The shell warns of a locale that the machine does not have.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("XDG_DOCUMENTS_DIR");
        using var process = Process.Start(start)!;
        try
        {
            // The first words of an endless command tell that it is ready.
            var (output, error) = (process.StandardOutput.ReadLineAsync(), process.StandardError.ReadLineAsync());
            if (isEndless)
            {
                await Task.WhenAny(output, error).WaitAsync(s_timeout);
                ToolProgram.Signal("INT", process.Id);
            }

            await Task.WhenAll(output, error).WaitAsync(s_timeout);
            var rest = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await rest.WaitAsync(s_timeout);
            await process.WaitForExitAsync().WaitAsync(s_timeout);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
