using System.CommandLine;
using ReportGen.Rules;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>The options of every command that checks.</summary>
internal sealed class CheckingSettings(UserTerminal terminal)
{
    private readonly Option<string> _profile = terminal.NewChoice(
        "--profile", new("核对标准；默认 default", "how strictly to check; default by default"), "default", "strict", "minimal");
    private readonly Option<string?> _previous = terminal.NewOption<string?>("--previous", new("文件|文件夹", "file|folder"),
        new("去年的工作簿，或装有各单位去年工作簿的文件夹", "last year's workbook, or a folder of last year's workbooks of all bodies"));
    private readonly Option<string?> _baseline = terminal.NewOption<string?>("--baseline", new("文件", "file"),
        new("已接受的问题清单：其中的问题不再算数", "list of accepted findings, which do not count any more"));

    /// <summary>The options, in the order of the help screens.</summary>
    public IEnumerable<Symbol> All => [_profile, _previous, _baseline];

    /// <summary>How strictly to check.</summary>
    public CheckProfile Profile(ParseResult result) => Enum.Parse<CheckProfile>(result.GetValue(_profile)!, ignoreCase: true);

    /// <summary>Last year's workbook, or a folder of such; null for none.</summary>
    public string? Previous(ParseResult result) => result.GetValue(_previous);

    /// <summary>The file that lists accepted findings; null for none.</summary>
    public string? BaselineFile(ParseResult result) => result.GetValue(_baseline);

    /// <summary>The list of accepted findings, empty for none; null, and told, when it cannot be read.</summary>
    public Baseline? Accepted(ParseResult result)
    {
        var findings = new List<Diagnostic>();
        var baseline = BaselineFile(result) is { } file ? Baseline.Read(file, findings) : new Baseline([]);
        terminal.Findings().Write(findings);
        return baseline;
    }
}
