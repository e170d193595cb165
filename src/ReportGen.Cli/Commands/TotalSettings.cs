using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>The command-line arguments and options of <c>reportgen total</c>.</summary>
internal sealed class TotalSettings(UserTerminal terminal)
{
    private readonly Argument<string[]> _files = terminal.NewFiles(new("文件|文件夹", "file|folder"),
        new("各单位的工作簿，或装有工作簿的文件夹", "the bodies' workbooks, or folders of workbooks"));
    private readonly Option<string> _agency = terminal.NewOption<string>("--agency", new("名称", "name"),
        new("汇总单位全称，如区政府", "full name of the body that reports the district total")).AsRequired();
    private readonly Option<int?> _year = terminal.NewOption<int?>(
        "--year", new("年度", "year"), new("报告年度", "year of the report")).Between(terminal, 1949, 2999);
    private readonly Option<string?> _period = terminal.NewOption<string?>("--period", new("期", "period"),
        new("按月、按季报送的报告，汇总哪一期，如 3月", "of reports for each month or quarter, the one to add up, such as 3"));
    private readonly Option<string?> _own = terminal.NewOption<string?>("--own", new("文件", "file"),
        new("本机关自己的工作簿：计入合计，文字也取自它", "the office's own workbook; it is counted, and its text is used"));
    private readonly Option<string?> _roster = terminal.NewOption<string?>("--roster", new("文件", "file"),
        new("应报单位名单（xlsx、csv）：指出谁没有报送，名单之外的不计入",
            "list of expected bodies (xlsx, csv); shows who is missing, and others are not counted"));
    private readonly Option<string?> _previous = terminal.NewOption<string?>("--previous", new("文件", "file"),
        new("去年的汇总工作簿：作为上年数据，并核对结转", "last year's district total; gives last year's figures, and carry-over is checked"));
    private readonly OutputFileSettings _output = new(terminal);

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All => [_files, _agency, _year, _period, _own, _roster, _previous, _output.Output, _output.Force];

    /// <summary>Returns the values.</summary>
    public TotalArguments Read(ParseResult result) => new(
        result.GetValue(_files)!, result.GetValue(_agency)!, result.GetValue(_year), result.GetValue(_period),
        result.GetValue(_own), result.GetValue(_previous),
        result.GetValue(_roster), _output.Read(result));
}

/// <summary>The values of <c>reportgen total</c>.</summary>
internal sealed record TotalArguments(
    string[] Paths, string Agency, int? Year, string? Period, string? Own, string? Previous, string? Roster,
    OutputFileArguments Output);
