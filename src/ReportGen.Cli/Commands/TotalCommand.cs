using System.Collections.Immutable;
using System.CommandLine;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Totalling;
using ReportGen.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Printing;
using ReportGen.Publishing;
using ReportGen.Totals;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen total</c>: adds up the workbooks of all bodies into the standard workbook of the whole.</summary>
internal static class TotalCommand
{
    private sealed record Wishes(
        string[] Paths, string Agency, int? Year, string Output, string? Own, string? Previous, string? Roster, bool Force);

    public static Command Create(UserTerminal terminal)
    {
        var files = new Argument<string[]>("files") { HelpName = terminal.Say("文件|文件夹", "file|folder"), Description = terminal.Say("各单位的工作簿，或装有工作簿的文件夹", "the bodies' workbooks, or folders of them"), Arity = ArgumentArity.OneOrMore };
        var agency = new Option<string>("--agency") { HelpName = terminal.Say("名称", "name"), Description = terminal.Say("汇总单位全称，如区政府", "full name of the body that the whole is reported for"), Required = true };
        var year = new Option<int?>("--year") { HelpName = terminal.Say("年度", "year"), Description = terminal.Say("报告年度", "year of the report") }.Between(terminal, 1949, 2999);
        var own = new Option<string?>("--own") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("本机关自己的工作簿：计入合计，文字也取自它", "the own office's workbook: it is counted, and gives the text") };
        var previous = new Option<string?>("--previous") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("去年的汇总工作簿：作为上年数据，并核对结转", "last year's workbook of the whole: last year's figures, and what was carried over") };
        var roster = new Option<string?>("--roster") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("应报单位名单（xlsx、csv）：指出谁没有报送，名单之外的不计入", "list of bodies (xlsx, csv): says who is missing; others are not counted") };
        var output = new Option<string>("--output", "-o") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("要写的 .xlsx 文件", "the .xlsx file to write"), Required = true };
        var force = new Option<bool>("--force") { Description = terminal.Say("文件已存在时覆盖它", "replace the file if it exists") };
        var command = new CliCommand("total", terminal.Say("把各单位的数字加成一份汇总工作簿，逐格列出来源", "add up all bodies into one workbook, every sum traced to its cells"))
        {
            Examples = terminal.Say(
                "reportgen total 报送 --agency 某区人民政府 --year 2025 -o 汇总.xlsx|reportgen total 报送 --agency 某区人民政府 --year 2025 --own 政府办.xlsx --roster 名单.xlsx -o 汇总.xlsx",
                "reportgen total inbox --agency NAME --year 2025 -o total.xlsx|reportgen total inbox --agency NAME --year 2025 --own own.xlsx --roster list.csv -o total.xlsx").Split('|'),
        };
        command.Add(files);
        foreach (var option in new Option[] { agency, year, own, roster, previous, output, force }) command.Add(option);
        command.Run((result, cancellation) => RunAsync(
            new(result.GetValue(files)!, result.GetValue(agency)!, result.GetValue(year), result.GetValue(output)!, result.GetValue(own),
                result.GetValue(previous), result.GetValue(roster), result.GetValue(force)),
            TemplatesFolder.Of(result, terminal), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Wishes wishes, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter();
        var loaded = ReportPipeline.Load(templates, printer);
        var outcome = loaded.Value is not { } pipeline ? new(null, loaded.Diagnostics)
            : File.Exists(wishes.Output) && !wishes.Force ? new(null, [CommandMessages.FileExists(wishes.Output)])
            : Add(wishes, new Submissions(pipeline, terminal), cancellation);
        var findings = outcome.Diagnostics;
        if (outcome.Value is { } made && Write(wishes.Output, made) is { } failure) (outcome, findings) = (outcome with { Value = null }, [.. findings, failure]);
        new FindingsText(terminal, terminal.Error, terminal.ErrorPalette).Write(findings);
        if (outcome.Value is not { } total) return ExitCodes.For(findings);
        terminal.Error.WriteLine(Summary(total.Total, terminal));
        terminal.Output.WriteLine(DisplayText.Clean(wishes.Output));
        return ExitCodes.For(findings) == ExitCodes.Ok ? ExitCodes.Ok : ExitCodes.PartOfBatch;
    }

    private static Outcome<Made> Add(Wishes wishes, Submissions submissions, CancellationToken cancellation)
    {
        var roster = wishes.Roster is { } list ? RosterReader.Read(list) : new(null, []);
        if (wishes.Roster is not null && roster.Value is null) return new(null, roster.Diagnostics);
        var previous = wishes.Previous is { } last ? submissions.ReadOne(last, keepText: false) : null;
        if (previous is { Report: null }) return new(null, [.. previous.Errors]);
        var own = wishes.Own is { } file ? submissions.ReadOne(file, keepText: true) : null;
        var (files, missing) = WorkbookFiles.Find(wishes.Paths);
        var aside = new[] { wishes.Output, wishes.Own, wishes.Previous }.OfType<string>().Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        var bodies = submissions.Read([.. files!.Where(f => !aside.Contains(Path.GetFullPath(f)))], cancellation);
        if (submissions.KindOf(own, bodies) is not { } kind) return new(null, [.. missing, .. bodies.SelectMany(b => b.Errors)]);
        var edition = submissions.EditionOf(kind, wishes.Year);
        if (edition.Value is not { } form) return new(null, edition.Diagnostics);
        if (form.YearField is not null && wishes.Year is null) return new(null, [CommandMessages.YearNeeded(kind)]);
        var total = DistrictAdder.Add(
            new TotalWishes
            {
                Agency = wishes.Agency, Year = wishes.Year, Kind = form, Roster = roster.Value, RosterFile = wishes.Roster, Previous = previous?.Report,
            }, own, bodies);
        return new(total.Value is { } sum ? new Made(sum, TotalWorkbook.Write(form, sum, wishes.Output)) : null,
            [.. roster.Diagnostics, .. missing, .. total.Diagnostics]);
    }

    private static Diagnostic? Write(string path, Made made)
    {
        try
        {
            WholeFile.Write(path, made.Workbook);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandMessages.CannotWrite(path, e.Message);
        }
    }

    private static string Summary(DistrictTotal total, UserTerminal terminal)
    {
        var (counted, left, missing) = (total.Count(BodyState.Counted), total.Count(BodyState.LeftOut), total.Count(BodyState.Missing));
        return total.HasRoster
            ? terminal.Say($"已计入 {counted} 份，未计入 {left} 份，没有报送 {missing} 个单位。", $"{counted} counted, {left} left out, {missing} missing.")
            : terminal.Say($"已计入 {counted} 份，未计入 {left} 份。", $"{counted} counted, {left} left out.");
    }

    private sealed record Made(DistrictTotal Total, byte[] Workbook);
}
