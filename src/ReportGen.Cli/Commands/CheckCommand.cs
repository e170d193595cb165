using System.Collections.Immutable;
using System.CommandLine;
using ReportGen.Checks;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Totalling;
using ReportGen.Printing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen check</c>: every finding of every workbook, and whether they may be published.</summary>
internal static class CheckCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var files = new Argument<string[]>("files") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("工作簿，或装有工作簿的文件夹", "workbooks, or folders of workbooks"), Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { HelpName = "text|json|sarif", Description = terminal.Say("输出格式；默认 text", "form of the output; text by default"), DefaultValueFactory = _ => "text" }.OneOf(terminal, "text", "json", "sarif");
        var command = new CliCommand("check", terminal.Say("检查工作簿，列出全部问题", "check workbooks and list every finding"))
        {
            Examples = terminal.Say("reportgen check 年报.xlsx|reportgen check 报送 --format sarif", "reportgen check report.xlsx|reportgen check inbox --format sarif").Split('|'),
        };
        command.Add(files);
        command.Add(format);
        var against = AgainstOption(terminal);
        command.Add(against);
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(files)!, Enum.Parse<FindingsFormat>(result.GetValue(format)!, ignoreCase: true),
            result.GetValue(against)!, TemplatesFolder.Of(result, terminal), terminal, cancellation));
        return command;
    }

    private static Option<string[]> AgainstOption(UserTerminal terminal) => new("--against")
    {
        HelpName = terminal.Say("文件|文件夹", "file|folder"),
        Description = terminal.Say("与这些单位的合计比较，指出差额和可能的原因", "compare with the sum of these bodies, and tell what may explain a difference"),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static ImmutableArray<FileFindings> Merged(ImmutableArray<FileFindings> results, AgainstBodies bodies, ReportPipeline pipeline) =>
        [.. results.Concat(results.SelectMany(r => bodies.Compare(r.File, pipeline.Read(r.File).Report))).GroupBy(r => r.File)
            .Select(g => new FileFindings(g.Key, [.. g.SelectMany(r => r.Findings)]))];

    private static async Task<int> RunAsync(
        string[] paths, FindingsFormat format, string[] against, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter();
        var loaded = ReportPipeline.Load(templates, printer);
        new FindingsText(terminal, terminal.Error, terminal.ErrorPalette).Write(loaded.Diagnostics);
        if (loaded.Value is not { } pipeline) return ExitCodes.For(loaded.Diagnostics);
        var (files, findings) = WorkbookFiles.Find(paths);
        var options = new CheckOptions { Today = DateOnly.FromDateTime(DateTime.Today) };
        var results = files!.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(f => new FileFindings(f, pipeline.Check(pipeline.Read(f), options)))
            .Concat(findings.AsParallel().AsOrdered().Select(d => new FileFindings(d.Location!.File, [d]))).ToImmutableArray();
        if (against.Length > 0) results = Merged(results, new AgainstBodies(pipeline, against, cancellation), pipeline);
        FindingsOutput.Write(format, results, terminal);
        return ExitCodes.For(loaded.Diagnostics.Concat(results.SelectMany(r => r.Findings)));
    }
}
