using System.Collections.Immutable;
using ReportGen.Cli.Building;
using ReportGen.Cli.Checking;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Printing;
using ReportGen.Publishing;
using ReportGen.Workbooks;

namespace ReportGen.Cli.Commands;

/// <summary>One run of <c>reportgen build</c>.</summary>
internal sealed class BuildRun(UserTerminal terminal, string templates)
{
    private readonly FindingsText _findings = new(terminal, terminal.Error, terminal.ErrorPalette);

    /// <summary>The files, folders and patterns of the command line.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What is to be built, and how.</summary>
    public required BuildWishes Wishes { get; init; }

    /// <summary>Last year's workbook, or a folder of such; null for none.</summary>
    public string? PreviousPath { get; init; }

    /// <summary>The list of the bodies expected; null for none.</summary>
    public string? RosterFile { get; init; }

    /// <summary>How many reports are printed at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>Whether a program reads the output.</summary>
    public bool IsForPrograms { get; init; }

    /// <summary>Builds all and gives the exit code.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what was done by then is published and in the ledger.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter(new ChromiumPrinterOptions { Pages = Jobs, Deadline = Wishes.Deadline / 2 });
        // The browser starts while the workbook is read.
        if (Wishes.Formats.Contains(OutputFormat.Pdf)) _ = printer.WarmUpAsync(cancellation);
        var (files, missing) = WorkbookFiles.Find(Paths, Wishes.Output);
        // What a cold start needs next is made ready on the other processor: the reader, then the templates.
        if (files!.Count > 0) _ = Task.Run(() => new WorkbookOpener().Open(files[0]), cancellation);
        var loaded = ReportPipeline.Load(templates, printer);
        if (loaded.Value is { } ready) _ = Task.Run(() => ready.Catalog.All.Reverse().Where(k => !k.Templates.IsEmpty).Select(ready.TemplatesOf).ToList(), cancellation);
        var roster = RosterFile is null ? new Outcome<Roster>(null, []) : RosterReader.Read(RosterFile);
        ImmutableArray<Diagnostic> first = [.. loaded.Diagnostics, .. roster.Diagnostics, .. missing];
        _findings.Write(first);
        if (loaded.Value is not { } pipeline || roster.HasErrors) return ExitCodes.For(first);
        var previous = PreviousReports.Load(pipeline, PreviousPath, forOne: files.Count == 1);
        _findings.Write(previous.Diagnostics);
        if (previous.Value is not { } last) return ExitCodes.Usage;
        if (OpenFolder() is not { } folder) return ExitCodes.Environment;

        var wishes = Wishes with { Ahead = files.Count == 1, Previous = PreviousPath is null ? null : last };
        var summary = await BuildAsync(pipeline, folder, wishes, files, cancellation).ConfigureAwait(false);
        var ledger = WriteLedger(folder, roster.Value, files.Count);
        cancellation.ThrowIfCancellationRequested();
        var code = ExitCodes.For(summary.Results.SelectMany(r => r.Findings).Concat(first).Concat(ledger));
        return summary.IsPartial ? ExitCodes.PartOfBatch : code;
    }

    private async Task<BatchSummary> BuildAsync(
        ReportPipeline pipeline, OutputFolder folder, BuildWishes wishes, IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var fingerprint = new BuildFingerprint(pipeline, wishes);
        var claims = new NameClaims(files);
        var builder = new ReportBuilder(pipeline, folder, Journal.Open(folder), wishes, fingerprint, claims);
        // One more than is printed: while the pages are busy, the next report is read and rendered.
        return await new Batch(builder, claims, Jobs + 1, Observer(files.Count)).RunAsync(files, cancellation).ConfigureAwait(false);
    }

    private IBatchObserver Observer(int count) =>
        IsForPrograms ? new BatchEvents(terminal.Output, Wishes, Jobs)
        : terminal.IsWatched && count > 1 ? new BatchDisplay(terminal)
        : new BatchLines(terminal);

    /// <summary>A ledger of one report says nothing that the report's folder does not, unless it is known who is expected.</summary>
    private ImmutableArray<Diagnostic> WriteLedger(OutputFolder folder, Roster? roster, int count)
    {
        if (roster is null && count < 2 && !File.Exists(folder.FullPath(LedgerWriter.DataName))) return [];
        var problems = LedgerWriter.Write(folder, roster, new LedgerStyle(templates, terminal.Language, TimeZoneInfo.Local));
        _findings.Write(problems);
        if (problems.IsEmpty && !IsForPrograms)
            terminal.Error.WriteLine(terminal.Say("台账：", "Ledger: ") + DisplayText.Clean(Path.Combine(Wishes.Output, LedgerWriter.PageName)));
        return problems;
    }

    private OutputFolder? OpenFolder()
    {
        try
        {
            return OutputFolder.Open(Wishes.Output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _findings.Write(CommandMessages.CannotWrite(Wishes.Output, e.Message));
            return null;
        }
    }
}
