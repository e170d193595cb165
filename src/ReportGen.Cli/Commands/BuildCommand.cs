using System.Collections.Immutable;
using System.CommandLine;
using ReportGen.Cli.Building;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;
using ReportGen.Printing;
using ReportGen.Publishing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen build</c>: workbooks in, published reports out.</summary>
internal static class BuildCommand
{
    private static readonly ImmutableDictionary<string, OutputFormat> FormatNames = ImmutableDictionary.CreateRange<string, OutputFormat>(
        [new("pdf", OutputFormat.Pdf), new("html", OutputFormat.Html), new("md", OutputFormat.Markdown)]);

    public static Command Create(UserTerminal terminal)
    {
        var files = new Argument<string[]>("files") { HelpName = terminal.Say("文件|文件夹", "file|folder"), Description = terminal.Say("工作簿，或装有工作簿的文件夹", "workbooks, or folders of workbooks"), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { HelpName = terminal.Say("文件夹", "folder"), Description = terminal.Say("报告写到这个文件夹", "folder to write the reports to"), Required = true };
        var formats = new Option<ImmutableArray<string>>("--formats") { HelpName = "pdf,html,md", Description = terminal.Say("要哪些格式；默认全部", "which forms; all by default"), DefaultValueFactory = _ => ["pdf", "html", "md"] }.ListOf(terminal, "pdf", "html", "md");
        var force = new Option<bool>("--force") { Description = terminal.Say("没有变化的报告也重新生成", "build a report even if nothing has changed") };
        var command = new CliCommand("build", terminal.Say("把工作簿做成可以发布的报告；有错误的不发布", "make publish-ready reports of workbooks; one with errors is not published"))
        {
            Examples = terminal.Say("reportgen build 年报.xlsx -o 发布|reportgen build 报送 -o 发布 --formats pdf", "reportgen build report.xlsx -o out|reportgen build inbox -o out --formats pdf").Split('|'),
        };
        command.Add(files);
        foreach (var option in new Option[] { output, formats, force }) command.Add(option);
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(files)!,
            new BuildWishes(result.GetValue(output)!, [.. result.GetValue(formats).Select(f => FormatNames[f])], result.GetValue(force)) { Language = terminal.Language },
            TemplatesFolder.Of(result, terminal), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, BuildWishes wishes, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        var findings = new FindingsText(terminal, terminal.Error, terminal.ErrorPalette);
        await using var printer = new ChromiumPrinter();
        // The browser starts while the workbook is read.
        if (wishes.Formats.Contains(OutputFormat.Pdf)) _ = printer.WarmUpAsync(cancellation);
        var loaded = ReportPipeline.Load(templates, printer);
        findings.Write(loaded.Diagnostics);
        if (loaded.Value is not { } pipeline) return ExitCodes.For(loaded.Diagnostics);
        var (files, missing) = WorkbookFiles.Find(paths);
        findings.Write(missing);
        if (OpenFolder(wishes.Output, findings) is not { } folder) return ExitCodes.Environment;

        var builder = new ReportBuilder(
            pipeline, folder, Journal.Open(folder), wishes, new BuildFingerprint(pipeline, wishes), new NameClaims());
        var results = await BuildAllAsync(builder, files!, new BuildReport(terminal), cancellation).ConfigureAwait(false);
        return ExitCodeOf(results, [.. loaded.Diagnostics, .. missing]);
    }

    private static async Task<ImmutableArray<BuildResult>> BuildAllAsync(
        ReportBuilder builder, IReadOnlyList<string> files, BuildReport report, CancellationToken cancellation)
    {
        var results = new BuildResult[files.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation };
        await Parallel.ForAsync(0, files.Count, options, async (i, token) =>
        {
            results[i] = await builder.BuildAsync(new Submission(files[i]), null, token).ConfigureAwait(false);
            report.Show(results[i]);
        }).ConfigureAwait(false);
        report.ShowSummary(results);
        return [.. results];
    }

    private static OutputFolder? OpenFolder(string path, FindingsText findings)
    {
        try
        {
            return OutputFolder.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Write(CommandMessages.CannotWrite(path, e.Message));
            return null;
        }
    }

    private static int ExitCodeOf(ImmutableArray<BuildResult> results, ImmutableArray<Diagnostic> others)
    {
        var code = ExitCodes.For(results.SelectMany(r => r.Findings).Concat(others));
        var isPart = results.Any(r => r.IsPublished) && results.Any(r => !r.IsPublished);
        return isPart ? ExitCodes.PartOfBatch : code;
    }
}
