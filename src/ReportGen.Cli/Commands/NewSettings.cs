using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>The command-line arguments and options of <c>reportgen new</c>.</summary>
internal sealed class NewSettings(UserTerminal terminal)
{
    private readonly Argument<string> _kind = terminal.NewArgument<string>(
        "kind", new("种类", "kind"), new("报告种类，见 reportgen kinds", "kind of report, see reportgen kinds"))
        .Completing(line => TemplatesFolder.Kinds(line, terminal));
    private readonly Option<string?> _agency = terminal.NewOption<string?>(
        "--agency", new("名称", "name"), new("机关全称", "full name of the body"));
    private readonly Option<int?> _year = terminal.NewOption<int?>("--year", new("年度", "year"),
        new("报告年度；表格版本由它决定", "year of the report; determines the edition")).Between(terminal, 1949, 2999);
    private readonly Option<string?> _previous = terminal.NewOption<string?>("--previous", new("文件", "file"),
        new("去年的工作簿：带入名称、联系方式、上年数据和结转数",
            "last year's workbook; name, contact, last year's figures and carry-over are taken from it"));
    private readonly OutputFileSettings _output = new(terminal);

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All => [_kind, _agency, _year, _output.Output, _previous, _output.Force];

    /// <summary>Returns the values.</summary>
    public NewArguments Read(ParseResult result) => new(
        result.GetValue(_kind)!, result.GetValue(_agency), result.GetValue(_year), result.GetValue(_previous),
        _output.Read(result));
}

/// <summary>The values of <c>reportgen new</c>.</summary>
internal sealed record NewArguments(string Kind, string? Agency, int? Year, string? Previous, OutputFileArguments Output);
