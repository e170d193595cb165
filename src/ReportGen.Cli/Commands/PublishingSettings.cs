using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Terminal;
using ReportGen.Ledgers;

namespace ReportGen.Cli.Commands;

/// <summary>The shared options of commands that publish.</summary>
internal sealed class PublishingSettings(UserTerminal terminal)
{
    private static readonly ImmutableDictionary<string, OutputFormat> s_formatNames =
        ImmutableDictionary.CreateRange<string, OutputFormat>(
        [new("pdf", OutputFormat.Pdf), new("html", OutputFormat.Html), new("md", OutputFormat.Markdown)]);

    private readonly Option<string> _output = terminal.NewOption<string>("--output", new("文件夹", "folder"),
        new("报告写到这个文件夹", "folder to write the reports to"), "-o").AsRequired();
    private readonly Option<ImmutableArray<string>> _formats =
        terminal.NewOption<ImmutableArray<string>>("--formats", LocalizedText.Same("pdf,html,md"),
        new("要哪些格式；默认全部", "output formats; all by default")).ListOf(terminal, "pdf", "html", "md");
    private readonly Option<string> _html = terminal.NewChoice("--html",
        new("HTML 的形式：page 是完整的网页，portal 是粘贴到网站编辑器里的内容",
            "form of the HTML: page is a whole page, portal is for pasting into a website's editor"), "page", "portal");
    private readonly Option<string?> _roster = terminal.NewOption<string?>("--roster", new("文件", "file"),
        new("应报单位名单（.xlsx 或 .csv），台账据此列出谁还没有报；以后不写就沿用",
            "list of expected bodies (.xlsx or .csv); the ledger then shows who is missing; kept for later runs"));
    private readonly Option<bool> _noRoster = terminal.NewSwitch(
        "--no-roster", new("不再沿用以前给的名单", "forget the list of expected bodies of earlier runs"));
    private readonly Option<int?> _year = terminal.NewOption<int?>("--year", new("年度", "year"),
        new("只收这个年度的报告，别的年度退回；以后不写就沿用", "return reports on other years; kept for later runs"))
        .Between(terminal, 1900, 2999);
    private readonly Option<bool> _noYear = terminal.NewSwitch(
        "--no-year", new("不再沿用以前给的年度，各年度都收", "forget the year of earlier runs, accept any"));

    /// <summary>The options for checking.</summary>
    public CheckingSettings Checking { get; } = new(terminal);

    /// <summary>The options without those of <see cref="Checking"/>, in the order of the help screens.</summary>
    public IEnumerable<Symbol> All => [_output, _formats, _html, _roster, _noRoster, _year, _noYear];

    /// <summary>Returns which bodies and which year are expected.</summary>
    public ExpectedOptions Expected(ParseResult result) => new(
        result.GetValue(_roster), result.GetValue(_noRoster), result.GetValue(_year), result.GetValue(_noYear));

    /// <summary>Adds errors for options that contradict each other.</summary>
    public void Validate(CommandResult result)
    {
        foreach (var (option, without) in new (Option, Option)[] { (_roster, _noRoster), (_year, _noYear) })
        {
            if (result.GetResult(option) is null || result.GetResult(without) is null or { Implicit: true }) continue;
            result.AddError(terminal.Localize($"{option.Name} 和 {without.Name} 只能写一个。",
                $"{option.Name} and {without.Name} contradict each other."));
        }
    }

    /// <summary>Returns the values; null, with an error shown, if the list of accepted findings cannot be read.</summary>
    public PublishOptions? Read(ParseResult result) => Checking.Accepted(result) is not { } accepted ? null
        : new PublishOptions(result.GetValue(_output)!, [.. result.GetValue(_formats).Select(f => s_formatNames[f])])
        {
            Language = terminal.DocumentLanguage, ForPortal = result.GetValue(_html) == "portal",
            Profile = Checking.Profile(result), Accepted = accepted,
        };
}
