using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Checking;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>The command-line arguments and options of <c>reportgen check</c>.</summary>
internal sealed class CheckSettings(UserTerminal terminal)
{
    private readonly Argument<string[]> _files = terminal.NewFiles(
        new("文件", "file"), new("工作簿，或装有工作簿的文件夹", "workbooks, or folders of workbooks"));
    private readonly CheckingSettings _checking = new(terminal);
    private readonly Option<string?> _writeBaseline = terminal.NewOption<string?>("--write-baseline", new("文件", "file"),
        new("把现有的问题记为已核实，写成清单；须写明 --reason", "accept all findings and write them to a list; needs --reason"));
    private readonly Option<string?> _reason = terminal.NewOption<string?>(
        "--reason", new("文字", "text"), new("核实的理由", "reason for accepting the findings"));
    private readonly Option<string[]> _accept = terminal.NewOption<string[]>("--accept", new("规则", "rule"),
        new("只把这些规则的问题记为已核实，可以写多次", "accept only findings of these rules; may be given several times")).WithDefault([]);
    private readonly Option<bool> _showAccepted =
        terminal.NewSwitch("--show-accepted", new("也列出已核实的问题", "list accepted findings too"));
    private readonly Option<string?> _return = terminal.NewOption<string?>("--return", new("文件夹", "folder"),
        new("有问题的工作簿，在这里写一份标好的退回单", "folder for a returned workbook of every workbook with findings"));
    private readonly Option<string?> _since = terminal.NewOption<string?>("--since", new("退回单", "file"),
        new("与上次的退回单相比：哪些已改正，哪些没有，哪些是新的", "compare with an earlier return: what is fixed, what remains, what is new"));
    private readonly Option<string[]> _against = terminal.NewOption<string[]>("--against", new("文件|文件夹", "file|folder"),
        new("与这些单位的合计比较，指出差额和可能的原因", "compare with the sum of these bodies, and explain differences"))
        .WithDefault([]).TakingSeveral();
    private readonly Option<string?> _roster = terminal.NewOption<string?>("--roster", new("文件", "file"),
        new("应报单位名单，和 --against 一起用：指出谁没有报送，名单之外的不计入",
            "list of expected bodies, with --against; shows who is missing, and others are not counted"));
    private readonly Option<string> _format = terminal.NewChoice("--format",
        new("输出格式；默认 text。html、pdf 是供签字的审核表", "output format; text by default. html and pdf are a review page to sign"),
        "text", "json", "sarif", "html", "pdf");
    private readonly Option<string?> _output = terminal.NewOption<string?>("--output", new("文件", "file"),
        new("写到这个文件；html、pdf 有多份时写到这个文件夹", "file to write; for several pages, a folder"), "-o");

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All =>
        [_files, .. _checking.All, _writeBaseline, _reason, _accept, _showAccepted, _return, _since, _against, _roster, _format,
            _output];

    /// <summary>Returns the values.</summary>
    public CheckArguments Read(ParseResult result) => new(
        [.. result.GetValue(_files)!], _checking.Profile(result), _checking.Previous(result), _checking.BaselineFile(result),
        result.GetValue(_writeBaseline), result.GetValue(_reason)?.Trim() ?? "", [.. result.GetValue(_accept)!],
        result.GetValue(_showAccepted),
        result.GetValue(_return), result.GetValue(_since), [.. result.GetValue(_against)!], result.GetValue(_roster),
        Enum.Parse<FindingsFormat>(result.GetValue(_format)!, ignoreCase: true), result.GetValue(_output));

    /// <summary>Adds errors for invalid combinations of options.</summary>
    public void Validate(CommandResult result)
    {
        bool Has(Option option) => result.GetResult(option) is { Implicit: false };
        void Refuse(bool isWrong, string chinese, string english)
        {
            if (isWrong) result.AddError(terminal.Localize(chinese, english));
        }

        var format = result.GetResult(_format) is { Tokens: [var token, ..] } ? token.Value : "";
        Refuse(Has(_writeBaseline) && !Has(_reason), "--write-baseline 须同时用 --reason 写明理由。", "--write-baseline needs --reason.");
        Refuse(!Has(_writeBaseline) && Has(_reason), "--reason 只和 --write-baseline 一起用。", "--reason requires --write-baseline.");
        Refuse(!Has(_writeBaseline) && Has(_accept), "--accept 只和 --write-baseline 一起用。", "--accept requires --write-baseline.");
        Refuse(Has(_reason) && result.GetResult(_reason)!.Tokens is [var reason] && reason.Value.Trim().Length == 0,
            "--reason 的理由不能为空。", "--reason must not be empty.");
        Refuse(Has(_roster) && !Has(_against), "--roster 只和 --against 一起用。", "--roster requires --against.");
        Refuse(Has(_since) && result.GetResult(_files) is { Tokens: var files }
            && (files.Count != 1 || Directory.Exists(files[0].Value)),
            "--since 一次只能核对一份工作簿。", "--since takes one workbook at a time.");
        Refuse(format is "html" or "pdf" && !Has(_output), $"--format {format} 须用 -o 指定写到哪里。", $"--format {format} needs -o.");
    }
}
