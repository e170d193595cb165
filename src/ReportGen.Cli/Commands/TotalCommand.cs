using System.CommandLine;
using ReportGen.Cli.Checking;
using ReportGen.Cli.Inputs;
using ReportGen.Cli.Terminal;
using ReportGen.Ledgers;
using ReportGen.Printing;
using ReportGen.Publishing;
using ReportGen.Totals;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen total</c>: adds up the workbooks of all bodies into the workbook of the district total.</summary>
internal static class TotalCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var settings = new TotalSettings(terminal);
        return new CliCommand("total",
            terminal.Localize("把各单位的数字加成一份汇总工作簿，逐格列出来源",
                "add up the workbooks of all bodies into one, with the source cells of every sum"), settings.All)
        {
            Examples = terminal.Localize(
                "reportgen total 报送 --agency 某区人民政府 --year 2025 -o 汇总.xlsx|reportgen total 报送 --agency 某区人民政府 --year 2025 --own "
                    + "政府办.xlsx --roster 名单.xlsx -o 汇总.xlsx",
                "reportgen total inbox --agency NAME --year 2025 -o total.xlsx|reportgen total inbox --agency NAME --year 2025 "
                    + "--own own.xlsx --roster list.csv -o total.xlsx").Split('|'),
        }.Run((result, cancellation) =>
            RunAsync(settings.Read(result), TemplatesFolder.Of(result, terminal), terminal, cancellation));
    }

    private static async Task<int> RunAsync(
        TotalArguments arguments, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter();
        var loaded = ReportPipeline.Load(templates, printer);
        var outcome = loaded.Value is not { } pipeline ? new(null, loaded.Diagnostics)
            : arguments.Output.IsTaken ? new(null, [CommandMessages.FileExists(arguments.Output.Path)])
            : Add(arguments, new SubmissionReader(pipeline, terminal), cancellation);
        ImmutableArray<Diagnostic> findings =
            loaded.Value is null ? outcome.Diagnostics : [.. loaded.Diagnostics, .. outcome.Diagnostics];
        if (outcome.Value is { } sum && AtomicFile.TryWrite(arguments.Output.Path, sum.Workbook) is { } failure)
            (outcome, findings) = (outcome with { Value = null }, [.. findings, failure]);
        var code = terminal.Report(findings);
        if (outcome.Value is not { } total) return code;
        terminal.Error.WriteLine(Summary(total.Total, terminal));
        terminal.Output.WriteLine(DisplayText.Clean(arguments.Output.Path));
        return code == ExitCodes.Ok ? code : ExitCodes.PartOfBatch;
    }

    private static Outcome<DistrictWorkbook> Add(
        TotalArguments arguments, SubmissionReader submissions, CancellationToken cancellation)
    {
        var roster = arguments.Roster is { } list ? RosterReader.Read(list) : new(null, []);
        if (arguments.Roster is not null && roster.Value is null) return new(null, roster.Diagnostics);
        var previous = arguments.Previous is { } last ? submissions.ReadOne(last, keepText: false) : null;
        if (previous is { Report: null }) return new(null, [.. previous.Errors]);
        var own = arguments.Own is { } file ? submissions.ReadOne(file, keepText: true) : null;
        if (own is not null && !File.Exists(own.File)) return new(null, [.. own.Errors]);
        var (files, missing) = WorkbookFiles.Find(arguments.Paths);
        var excluded = new[] { arguments.Output.Path, arguments.Own, arguments.Previous }.OfType<string>()
            .Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        var bodies = submissions.Read([.. files!.Where(f => !excluded.Contains(Path.GetFullPath(f)))], cancellation);
        if (submissions.KindOf(own, bodies) is not { } kind) return new(null, [.. missing, .. bodies.SelectMany(b => b.Errors)]);
        var found = submissions.EditionOf(kind, arguments.Year);
        if (found.Value is not { } edition) return new(null, found.Diagnostics);
        if (edition.YearField is not null && arguments.Year is null) return new(null, [CommandMessages.YearNeeded(kind)]);
        var periods = bodies.Where(b => b.Report?.Kind == kind && b.Report.Year == arguments.Year)
            .Select(b => b.Report!.PeriodWithoutYear).Where(p => p.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        if (arguments.Period is null && periods.Count > 1) return new(null, [CommandMessages.PeriodNeeded(kind, periods)]);
        var total = DistrictAdder.Add(
            new TotalOptions
            {
                Body = arguments.Agency, Year = arguments.Year, Period = arguments.Period ?? periods.FirstOrDefault(),
                Edition = edition, Roster = roster.Value, RosterFile = arguments.Roster, Previous = previous?.Report,
            }, own, bodies);
        return new(
            total.Value is { } sum ? new DistrictWorkbook(sum, TotalWorkbook.Write(edition, sum, arguments.Output.Path)) : null,
            [.. roster.Diagnostics, .. missing, .. WorkbookFiles.Remarks(arguments.Paths, null), .. total.Diagnostics]);
    }

    private static string Summary(DistrictTotal total, UserTerminal terminal)
    {
        var (counted, left, missing) = (total.Count(BodyState.Counted), total.Count(BodyState.LeftOut),
            total.Count(BodyState.Missing));
        return total.HasRoster
            ? terminal.Localize($"已计入 {counted} 份，未计入 {left} 份，没有报送 {missing} 个单位。",
                $"{counted} counted, {left} left out, {missing} missing.")
            : terminal.Localize($"已计入 {counted} 份，未计入 {left} 份。", $"{counted} counted, {left} left out.");
    }

    private sealed record DistrictWorkbook(DistrictTotal Total, byte[] Workbook);
}
