using ReportGen.Cli.Findings;
using ReportGen.Cli.Inputs;
using ReportGen.Cli.Terminal;
using ReportGen.Publishing;
using ReportGen.Rules;

namespace ReportGen.Cli.Checking;

/// <summary>Runs a check of all workbooks: checks them, writes the files and reports the findings.</summary>
internal sealed class CheckRun(ReportPipeline pipeline, CheckArguments arguments, UserTerminal terminal)
{
    private readonly List<Diagnostic> _problems = [];
    private readonly FindingsText _errors = new(terminal, terminal.Error, terminal.ErrorPalette);

    /// <summary>Checks all workbooks and returns the exit code.</summary>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellation"/> was cancelled; no list of accepted findings is written.
    /// </exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (files, missing) = WorkbookFiles.Find(arguments.Paths);
        var isOne = files!.Count == 1 && missing.IsEmpty && !Directory.Exists(arguments.Paths[0]);
        var others = missing.Concat(WorkbookFiles.Remarks(arguments.Paths, arguments.WantsPages ? arguments.Output : null));
        var sources = CheckSources.Read(arguments, pipeline, isOne);
        _errors.Write(sources.Diagnostics);
        if (sources.Value is not { } found) return ExitCodes.Usage;
        var checks = await CheckAllAsync(files, found, isOne, cancellation).ConfigureAwait(false);
        var log = new FindingsLog(Merged([.. checks, .. others.Select(d => new FileFindings(d.Location!.File, [d]))]))
        {
            Profile = arguments.Profile, ShowAccepted = arguments.ShowAccepted, Rules = RulesOf(pipeline.Rules),
        };
        if (arguments.WriteBaseline is { } list) WriteBaseline(list, log);
        Report(log);
        _errors.Write(_problems);
        return ExitCodes.For(log.Files.Select(f => f.Findings), _problems);
    }

    private async Task<IEnumerable<FileFindings>> CheckAllAsync(
        IReadOnlyList<string> files, CheckSources sources, bool isOne, CancellationToken cancellation)
    {
        var names = new OutputNames(files);
        var returns = arguments.Return is { } folder ? new ReturnFolder(folder, files, names) : null;
        string PageOf(string file) => isOne && !Directory.Exists(arguments.Output)
            ? arguments.Output!
            : Path.Combine(arguments.Output!,
                names[file] + ReturnedNames.Review + "." + arguments.Format.ToString().ToLowerInvariant());
        var bodies = arguments.Against.IsEmpty
            ? null
            : new BodyTotalComparer(pipeline, arguments.Against, terminal, cancellation)
                { Roster = sources.Roster, RosterFile = arguments.Roster };
        var check = new WorkbookCheck(pipeline, arguments, sources, bodies, returns, PageOf, terminal);
        var results = new ImmutableArray<FileFindings>[files.Count];
        var parallel = new ParallelOptions
            { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, files.Count, parallel, async (i, token) =>
            results[i] = await check.RunAsync(files[i], _problems, token).ConfigureAwait(false)).ConfigureAwait(false);
        return results.SelectMany(r => r);
    }

    // A body's workbook may itself be checked, and may be missing from several sums.
    private static ImmutableArray<FileFindings> Merged(IEnumerable<FileFindings> files) =>
        [.. files.GroupBy(f => f.File).Select(g => g.Count() == 1 ? g.First() : Merged(g))];

    private static FileFindings Merged(IGrouping<string, FileFindings> file) =>
        (file.FirstOrDefault(f => f.Sha256.Length > 0) ?? file.First()) with
            { Findings = [.. file.SelectMany(f => f.Findings).Distinct()] };

    private void Report(FindingsLog log)
    {
        if (arguments.WantsPages)
        {
            foreach (var page in log.Files.Select(f => f.Review).OfType<string>())
                terminal.Output.WriteLine(DisplayText.Clean(page));
            _errors.Write(log);
        }
        else if (arguments.Output is { } path)
        {
            using var text = new StringWriter { NewLine = "\n" };
            FindingsOutput.Write(arguments.Format, log, terminal, text, new Palette(false));
            Write(path, text.ToString());
        }
        else
        {
            FindingsOutput.Write(arguments.Format, log, terminal, terminal.Output, terminal.OutputPalette);
        }
    }

    private void WriteBaseline(string path, FindingsLog log)
    {
        var entries = log.Files.SelectMany(
            f => f.Accepted.SelectMany(a => AcceptedFindings.Of([a.Finding], a.Reason, f.Report?.Body ?? "").Findings));
        var list = new AcceptedFindings([.. entries.Distinct()]);
        if (!Write(path, list.Write())) return;
        terminal.Error.WriteLine(
            terminal.Localize($"已写入 {list.Findings.Length} 项：{path}", $"{list.Findings.Length} findings written to {path}"));
        var refused = log.Files.Sum(f => f.Findings.Count(d => !AcceptedFindings.MayAccept(d)));
        if (refused > 0) _problems.Add(CheckCommandMessages.NotAcceptable(path, refused));
    }

    private bool Write(string path, string text)
    {
        var failure = AtomicFile.TryWrite(path, Encoding.UTF8.GetBytes(text));
        if (failure is not null) _problems.Add(failure);
        return failure is null;
    }

    private static ImmutableDictionary<string, RuleText> RulesOf(RuleCatalog catalog)
    {
        return catalog.Kinds.All.SelectMany(k => catalog.Of(k).Rules).Select(r => r.Header)
            .Where(h => h.Title is not null).GroupBy(h => h.Id)
            .ToImmutableDictionary(g => g.Key, g => new RuleText(g.Last().Title!, g.Last().Reason));
    }
}
