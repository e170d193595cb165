using System.CommandLine;
using ReportGen.Cli.Terminal;
using ReportGen.Rules;

namespace ReportGen.Cli.Commands;

/// <summary>The options of every command that checks.</summary>
internal sealed class CheckingSettings(UserTerminal terminal)
{
    private readonly Option<string> _profile = terminal.NewChoice(
        "--profile", new("核对标准；默认 default", "how strictly to check; default if not given"), "default", "strict", "minimal");
    private readonly Option<string?> _previous = terminal.NewOption<string?>("--previous", new("文件|文件夹", "file|folder"),
        new("去年的工作簿，或装有各单位去年工作簿的文件夹", "last year's workbook, or a folder of last year's workbooks of all bodies"));
    private readonly Option<string?> _baseline = terminal.NewOption<string?>("--baseline", new("文件", "file"),
        new("已核实的问题清单：其中的问题不再计入", "list of accepted findings, which no longer count"));

    /// <summary>The options, in the order of the help screens.</summary>
    public IEnumerable<Symbol> All => [_profile, _previous, _baseline];

    /// <summary>Returns the profile.</summary>
    public CheckProfile Profile(ParseResult result) => Enum.Parse<CheckProfile>(result.GetValue(_profile)!, ignoreCase: true);

    /// <summary>Returns last year's workbook, or a folder of last year's workbooks; null for none.</summary>
    public string? Previous(ParseResult result) => result.GetValue(_previous);

    /// <summary>Returns the file with accepted findings; null for none.</summary>
    public string? BaselineFile(ParseResult result) => result.GetValue(_baseline);

    /// <summary>Reads the accepted findings, empty for none; null, with an error shown, if the file cannot be read.</summary>
    public AcceptedFindings? Accepted(ParseResult result)
    {
        var findings = new List<Diagnostic>();
        var accepted = BaselineFile(result) is { } file ? AcceptedFindings.Read(file, findings) : new AcceptedFindings([]);
        terminal.Findings().Write(findings);
        return accepted;
    }
}
