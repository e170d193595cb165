using System.CommandLine;
using ReportGen.Cli.Building;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Inputs;
using ReportGen.Cli.Terminal;
using ReportGen.Ledgers;
using ReportGen.Printing;
using ReportGen.Publishing;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen build</c>: builds and publishes reports, and writes the ledger.</summary>
/// <param name="terminal">Receives progress and results.</param>
/// <param name="templates">The templates folder.</param>
/// <param name="arguments">The options of the command.</param>
internal sealed class BuildCommand(UserTerminal terminal, string templates, BuildArguments arguments)
{
    private readonly FindingsText _findings = terminal.Findings();

    public static Command Create(UserTerminal terminal)
    {
        var settings = new BuildSettings(terminal);
        var command = new CliCommand("build",
            terminal.Localize("把工作簿做成可以发布的报告；有错误的退回", "build publishable reports from workbooks; return workbooks with errors"),
            settings.All)
        {
            Examples = terminal.Localize(
                "reportgen build 年报.xlsx -o 发布|reportgen build 报送 -o 发布 --roster 名单.xlsx",
                "reportgen build report.xlsx -o out|reportgen build inbox -o out --roster bodies.xlsx").Split('|'),
        };
        command.Validators.Add(settings.Validate);
        return command.Run((result, cancellation) => settings.Read(result) is { } arguments
            ? new BuildCommand(terminal, TemplatesFolder.Of(result, terminal), arguments).RunAsync(cancellation)
            : Task.FromResult(ExitCodes.Usage));
    }

    /// <summary>Builds all workbooks and returns the exit code.</summary>
    /// <exception cref="OperationCanceledException">
    /// The run was cancelled; finished reports are published and in the ledger.
    /// </exception>
    internal async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter(
            new ChromiumPrinterOptions { Pages = arguments.Jobs, Deadline = arguments.Publish.Deadline / 2 });
        // The browser starts while the workbook is read.
        if (arguments.Publish.Formats.Contains(OutputFormat.Pdf)) _ = printer.WarmUpAsync(cancellation);
        var (files, missing) = WorkbookFiles.Find(arguments.Paths, arguments.Publish.Output);
        // A second page, while the browser starts.
        var isShared = files!.Count > 1 && arguments.Jobs > 1;
        if (isShared && arguments.Publish.Formats.Contains(OutputFormat.Pdf)) _ = printer.WarmUpAsync(cancellation);
        // Warm up on other threads what is needed next: the reader, then the templates.
        if (files.Count > 0) _ = Task.Run(() => new WorkbookOpener().Open(files[0]), cancellation);
        var loaded = ReportPipeline.Load(templates, printer);
        if (loaded.Value is { } ready)
        {
            _ = Task.Run(() => ready.Catalog.All.Reverse().Where(k => !k.Templates.IsEmpty).Select(ready.TemplatesOf).ToList(),
                cancellation);
        }

        var expected = ExpectedReports.For(arguments.Publish.Output, arguments.Expected);
        ImmutableArray<Diagnostic> remarks = [.. WorkbookFiles.Remarks(arguments.Paths, arguments.Publish.Output)];
        ImmutableArray<Diagnostic> first = [.. loaded.Diagnostics, .. expected.Diagnostics, .. missing, .. remarks];
        _findings.Write(first);
        if (loaded.Value is not { } pipeline || expected.Value is not { } reports) return ExitCodes.For(first);
        var previous = PreviousWorkbooks.Load(pipeline, arguments.PreviousPath, forOne: files.Count == 1);
        _findings.Write(previous.Diagnostics);
        if (previous.Value is not { } last) return ExitCodes.Usage;
        if (OpenFolder() is not { } folder) return ExitCodes.Environment;
        if (reports.Remember(folder) is { } notKept) first = [.. first, notKept];

        var publish = arguments.Publish with
        {
            RenderSpeculatively = files.Count == 1, Previous = arguments.PreviousPath is null ? null : last, Year = reports.Year,
        };
        var summary = await BuildAsync(pipeline, folder, publish, files, cancellation).ConfigureAwait(false);
        var scope = new LedgerScope(reports) { Files = remarks };
        var ledger = await WriteLedgerAsync(folder, scope, files.Count, pipeline.Catalog.Language).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var code = ExitCodes.For(summary.Results.Select(r => r.Findings), first.Concat(ledger));
        var isPartial = summary.IsPartial
            || (code is ExitCodes.Data or ExitCodes.Usage && !missing.IsEmpty && summary.Results.Any(r => r.IsPublished));
        return isPartial ? ExitCodes.PartOfBatch : code;
    }

    private async Task<BatchSummary> BuildAsync(
        ReportPipeline pipeline, OutputFolder folder, PublishOptions publish, IReadOnlyList<string> files,
        CancellationToken cancellation)
    {
        var order = Batch.LastSavedFirst(files);
        var names = new OutputNameRegistry(order);
        var publisher = new ReportPublisher(
            pipeline, folder, Journal.Open(folder), publish, new BuildFingerprint(pipeline, publish), terminal.Time, names);
        // One more than the number of pages: the next report is read and rendered while the pages print.
        return await new Batch(publisher, names, arguments.Jobs + 1, Observer(files.Count)).RunAsync(files, order, cancellation)
            .ConfigureAwait(false);
    }

    private IBatchObserver Observer(int count) =>
        arguments.IsForPrograms ? new BatchEvents(terminal.Output, arguments.Publish, arguments.Jobs)
        : terminal.IsErrorInteractive && count > 1 ? new BatchDisplay(terminal)
        : new BatchLines(terminal);

    /// <summary>Writes the ledger, unless there is a single report and no roster. Returns the findings.</summary>
    private async Task<ImmutableArray<Diagnostic>> WriteLedgerAsync(
        OutputFolder folder, LedgerScope scope, int count, Language? language)
    {
        if (scope.Expected.Roster is null && count < 2 && !folder.Has(LedgerWriter.DataName)) return [];
        var style = new LedgerStyle(templates, terminal.DocumentLanguage.For(language), terminal.Time.LocalTimeZone)
            { Today = terminal.Today };
        var problems = await LedgerWriter.WriteAsync(folder, scope, style).ConfigureAwait(false);
        _findings.Write(problems);
        if (problems.IsEmpty && !arguments.IsForPrograms)
        {
            terminal.Error.WriteLine(terminal.Localize("台账：", "Ledger: ")
                + DisplayText.Clean(Path.Combine(arguments.Publish.Output, LedgerWriter.PageName)) + Kept(scope.Expected));
        }

        return problems;
    }

    /// <summary>Returns what was not given but kept from an earlier run, in brackets; empty if nothing.</summary>
    private string Kept(ExpectedReports expected)
    {
        var (options, kept) = (arguments.Expected, new List<string>());
        if (options.RosterFile is null && expected.Roster is not null)
        {
            var file = DisplayText.Clean(Path.GetFileName(expected.RosterFile) ?? "");
            kept.Add(terminal.Localize($"名单沿用“{file}”", $"bodies as in “{file}”"));
        }

        if (options.Year is null && expected.Year is { } year)
            kept.Add(terminal.Localize($"只收 {year} 年度", $"reports on {year} only"));
        return kept.Count == 0 ? ""
            : terminal.Localize($"（{string.Join("，", kept)}；同上次）", $" ({string.Join(", ", kept)}, as before)");
    }

    private OutputFolder? OpenFolder()
    {
        try
        {
            return OutputFolder.Open(arguments.Publish.Output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _findings.Write(PublishingMessages.CannotWrite(arguments.Publish.Output, e.Message));
            return null;
        }
    }
}
