using System.Collections.Immutable;
using System.CommandLine;
using ReportGen.Cli.Building;
using ReportGen.Cli.Terminal;
using ReportGen.Rules;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen build</c>: workbooks in, published reports out, and a ledger of all.</summary>
internal static class BuildCommand
{
    private static readonly ImmutableDictionary<string, OutputFormat> FormatNames = ImmutableDictionary.CreateRange<string, OutputFormat>(
        [new("pdf", OutputFormat.Pdf), new("html", OutputFormat.Html), new("md", OutputFormat.Markdown)]);

    public static Command Create(UserTerminal terminal)
    {
        var files = new Argument<string[]>("files") { HelpName = terminal.Say("文件|文件夹", "file|folder"), Description = terminal.Say("工作簿，装有工作簿的文件夹，或 '报送/**/*.xlsx' 这样的写法", "workbooks, folders of workbooks, or patterns such as 'inbox/**/*.xlsx'"), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { HelpName = terminal.Say("文件夹", "folder"), Description = terminal.Say("报告写到这个文件夹", "folder to write the reports to"), Required = true };
        var formats = new Option<ImmutableArray<string>>("--formats") { HelpName = "pdf,html,md", Description = terminal.Say("要哪些格式；默认全部", "which forms; all by default"), DefaultValueFactory = _ => ["pdf", "html", "md"] }.ListOf(terminal, "pdf", "html", "md");
        var roster = new Option<string?>("--roster") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("应报单位名单（.xlsx 或 .csv），台账据此列出谁还没有报", "list of the bodies expected (.xlsx or .csv), so that the ledger tells who is missing") };
        var force = new Option<bool>("--force") { Description = terminal.Say("没有变化的报告也重新生成", "build a report even if nothing has changed") };
        var settings = new Option<ImmutableSortedDictionary<string, string>>("--set") { HelpName = terminal.Say("名称=值", "name=value"), Description = terminal.Say("模板的设置，如 charts=on（插入图表）；可以写多次", "a setting for the templates, such as charts=on; may be given several times"), DefaultValueFactory = _ => ImmutableSortedDictionary<string, string>.Empty }.Pairs(terminal);
        var jobs = new Option<int?>("--jobs") { HelpName = "N", Description = terminal.Say("同时打印几份；默认按处理器和内存而定", "how many reports to print at once; by default what processors and memory bear") }.Between(terminal, 1, Jobs.Most);
        var deadline = new Option<int?>("--deadline") { HelpName = terminal.Say("秒", "seconds"), Description = terminal.Say("一份报告最多用多少秒；默认 60", "how long one report may take in all; 60 by default") }.Between(terminal, 1, 3600);
        var format = new Option<string>("--format") { HelpName = "text|json", Description = terminal.Say("进展和结果的输出格式；json 是每行一个对象", "form of progress and results; json is one object a line"), DefaultValueFactory = _ => "text" }.OneOf(terminal, "text", "json");
        var profile = CheckCommand.ProfileOption(terminal);
        var previous = CheckCommand.PreviousOption(terminal);
        var baseline = CheckCommand.BaselineOption(terminal);
        var command = new CliCommand("build", terminal.Say("把工作簿做成可以发布的报告；有错误的退回", "make publish-ready reports of workbooks; one with errors is returned"))
        {
            Examples = terminal.Say("reportgen build 年报.xlsx -o 发布|reportgen build 报送 -o 发布 --roster 名单.xlsx", "reportgen build report.xlsx -o out|reportgen build inbox -o out --roster bodies.xlsx").Split('|'),
        };
        command.Add(files);
        foreach (var option in new Option[] { output, formats, roster, settings, profile, previous, baseline, force, jobs, deadline, format }) command.Add(option);
        command.Run((result, cancellation) => CheckCommand.Accepted(result.GetValue(baseline), terminal) is not { } accepted
            ? Task.FromResult(ExitCodes.Usage) : new BuildRun(terminal, TemplatesFolder.Of(result, terminal))
        {
            Paths = result.GetValue(files)!,
            Wishes = new BuildWishes(result.GetValue(output)!, [.. result.GetValue(formats).Select(f => FormatNames[f])], result.GetValue(force))
            {
                Language = terminal.Language,
                Settings = result.GetValue(settings)!,
                Profile = Enum.Parse<CheckProfile>(result.GetValue(profile)!, ignoreCase: true),
                Accepted = accepted,
                Deadline = TimeSpan.FromSeconds(result.GetValue(deadline) ?? 60),
            },
            PreviousPath = result.GetValue(previous),
            RosterFile = result.GetValue(roster),
            Jobs = result.GetValue(jobs) ?? Jobs.Default,
            IsForPrograms = result.GetValue(format) == "json",
        }.RunAsync(cancellation));
        return command;
    }
}
