using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Checking;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;
using ReportGen.Printing;
using ReportGen.Rules;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen check</c>: every finding of every workbook, whether they may be published, and what goes back to their authors.</summary>
internal sealed class CheckCommand
{
    private readonly UserTerminal _terminal;
    private readonly Argument<string[]> _files;
    private readonly Option<string> _profile, _format;
    private readonly Option<string?> _previous, _baseline, _writeBaseline, _reason, _return, _since, _output;
    private readonly Option<string[]> _accept, _against;
    private readonly Option<bool> _showAccepted;

    private CheckCommand(UserTerminal terminal)
    {
        _terminal = terminal;
        _files = new("files") { HelpName = Say("文件", "file"), Description = Say("工作簿，或装有工作簿的文件夹", "workbooks, or folders of workbooks"), Arity = ArgumentArity.OneOrMore };
        _profile = ProfileOption(terminal);
        _previous = PreviousOption(terminal);
        _baseline = BaselineOption(terminal);
        _writeBaseline = PathOption("--write-baseline", Say("文件", "file"), Say("接受现有的问题，写成清单；须写明 --reason", "accept what is found and write it to a list; needs --reason"));
        _reason = PathOption("--reason", Say("文字", "text"), Say("为什么接受", "why it is accepted"));
        _accept = new("--accept") { HelpName = Say("规则", "rule"), Description = Say("只接受这些规则的问题，可以写多次", "accept only findings of these rules; may be given several times"), DefaultValueFactory = _ => [] };
        _showAccepted = new("--show-accepted") { Description = Say("也列出已接受的问题", "list accepted findings too") };
        _return = PathOption("--return", Say("文件夹", "folder"), Say("有问题的工作簿，在这里写一份标好的退回单", "write a marked copy of every workbook with findings to this folder"));
        _since = PathOption("--since", Say("退回单", "file"), Say("与上次的退回单相比：哪些已改正，哪些没有，哪些是新的", "compare with the earlier return: what was fixed, what remains, what is new"));
        _against = new("--against")
        {
            HelpName = Say("文件|文件夹", "file|folder"), AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
            Description = Say("与这些单位的合计比较，指出差额和可能的原因", "compare with the sum of these bodies, and tell what may explain a difference"),
        };
        _format = Choice("--format", Say("输出格式；默认 text。html、pdf 是供签字的审核表", "form of the output; text by default. html and pdf are a page to sign"), "text", "json", "sarif", "html", "pdf");
        _output = new("--output", "-o") { HelpName = Say("文件", "file"), Description = Say("写到这个文件；html、pdf 有多份时写到这个文件夹", "file to write; for several pages, a folder") };
    }

    /// <summary>How strictly to check; for every command that checks.</summary>
    public static Option<string> ProfileOption(UserTerminal terminal) =>
        Choice(terminal, "--profile", terminal.Say("核对标准；默认 default", "how strictly to check; default by default"), "default", "strict", "minimal");

    /// <summary>Last year's workbooks; for every command that checks.</summary>
    public static Option<string?> PreviousOption(UserTerminal terminal) => PathOption(
        "--previous", terminal.Say("文件|文件夹", "file|folder"), terminal.Say("去年的工作簿，或装有各单位去年工作簿的文件夹", "last year's workbook, or a folder of last year's workbooks of all bodies"));

    /// <summary>The list of accepted findings; for every command that checks.</summary>
    public static Option<string?> BaselineOption(UserTerminal terminal) => PathOption(
        "--baseline", terminal.Say("文件", "file"), terminal.Say("已接受的问题清单：其中的问题不再算数", "list of accepted findings, which do not count any more"));

    /// <summary>The list of accepted findings, empty for none; null, and told, when it cannot be read.</summary>
    public static Baseline? Accepted(string? file, UserTerminal terminal)
    {
        var findings = new List<Diagnostic>();
        var baseline = file is null ? new Baseline([]) : Baseline.Read(file, findings);
        new FindingsText(terminal, terminal.Error, terminal.ErrorPalette).Write(findings);
        return baseline;
    }

    public static Command Create(UserTerminal terminal) => new CheckCommand(terminal).Create();

    private CliCommand Create()
    {
        var command = new CliCommand("check", Say("检查工作簿，列出全部问题", "check workbooks and list every finding"))
        {
            Examples = Say(
                "reportgen check 年报.xlsx --previous 去年.xlsx|reportgen check 报送 --return 退回|reportgen check 年报.xlsx --since 年报-退回单.xlsx|reportgen check 年报.xlsx --format pdf -o 审核表.pdf",
                "reportgen check report.xlsx --previous last-year.xlsx|reportgen check inbox --return returned|reportgen check report.xlsx --since report-退回单.xlsx|reportgen check report.xlsx --format pdf -o review.pdf").Split('|'),
        };
        command.Add(_files);
        foreach (var option in new Option[] { _profile, _previous, _baseline, _writeBaseline, _reason, _accept, _showAccepted, _return, _since, _against, _format, _output })
            command.Add(option);
        command.Validators.Add(Validate);
        command.Run((result, cancellation) => RunAsync(WishesOf(result), TemplatesFolder.Of(result, _terminal), cancellation));
        return command;
    }

    private void Validate(CommandResult result)
    {
        bool Has(Option option) => result.GetResult(option) is { Implicit: false };
        var format = result.GetResult(_format) is { Tokens: [var token, ..] } ? token.Value : "";
        if (Has(_writeBaseline) && !Has(_reason)) result.AddError(Say("--write-baseline 须同时用 --reason 写明理由。", "--write-baseline needs --reason."));
        if (!Has(_writeBaseline) && Has(_reason)) result.AddError(Say("--reason 只和 --write-baseline 一起用。", "--reason goes with --write-baseline only."));
        if (!Has(_writeBaseline) && Has(_accept)) result.AddError(Say("--accept 只和 --write-baseline 一起用。", "--accept goes with --write-baseline only."));
        if (Has(_reason) && result.GetResult(_reason)!.Tokens is [var reason] && reason.Value.Trim().Length == 0)
            result.AddError(Say("--reason 的理由不能为空。", "--reason must not be empty."));
        if (Has(_since) && result.GetResult(_files) is { Tokens: var files } && (files.Count != 1 || Directory.Exists(files[0].Value)))
            result.AddError(Say("--since 一次只能核对一份工作簿。", "--since takes one workbook at a time."));
        if (format is "html" or "pdf" && !Has(_output)) result.AddError(Say($"--format {format} 须用 -o 指定写到哪里。", $"--format {format} needs -o."));
    }

    private CheckWishes WishesOf(ParseResult result) => new([.. result.GetValue(_files)!])
    {
        Profile = Enum.Parse<CheckProfile>(result.GetValue(_profile)!, ignoreCase: true),
        Previous = result.GetValue(_previous), Baseline = result.GetValue(_baseline),
        WriteBaseline = result.GetValue(_writeBaseline), Reason = result.GetValue(_reason)?.Trim() ?? "",
        Accept = [.. result.GetValue(_accept)!], ShowAccepted = result.GetValue(_showAccepted),
        Return = result.GetValue(_return), Since = result.GetValue(_since), Against = [.. result.GetValue(_against)!],
        Format = Enum.Parse<FindingsFormat>(result.GetValue(_format)!, ignoreCase: true), Output = result.GetValue(_output),
    };

    private async Task<int> RunAsync(CheckWishes wishes, string templates, CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter();
        // The browser starts while the workbooks are read.
        if (wishes.Format == FindingsFormat.Pdf) _ = printer.WarmUpAsync(cancellation);
        var loaded = ReportPipeline.Load(templates, printer);
        new FindingsText(_terminal, _terminal.Error, _terminal.ErrorPalette).Write(loaded.Diagnostics);
        if (loaded.Value is not { } pipeline) return ExitCodes.For(loaded.Diagnostics);
        var code = await new CheckRun(pipeline, wishes, _terminal).RunAsync(cancellation).ConfigureAwait(false);
        return Math.Max(code, ExitCodes.For(loaded.Diagnostics));
    }

    private string Say(string chinese, string english) => _terminal.Say(chinese, english);

    private static Option<string?> PathOption(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private Option<string> Choice(string name, string description, params string[] values) => Choice(_terminal, name, description, values);

    private static Option<string> Choice(UserTerminal terminal, string name, string description, params string[] values) =>
        new Option<string>(name) { HelpName = string.Join('|', values), Description = description, DefaultValueFactory = _ => values[0] }.OneOf(terminal, values);
}
