using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using ReportGen.Bindings;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Documents.Reviews;
using ReportGen.Model;
using ReportGen.Printing;
using ReportGen.Rules;
using ReportGen.Totals;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;

namespace ReportGen;

/// <summary>
/// All rooms in order: workbook → model → rules → documents → printing. Immutable and safe for many reports at once; a
/// change of the templates needs a new one, which may share the printer.
/// </summary>
public sealed partial class ReportPipeline
{
    private readonly IPdfPrinter _printer;
    private readonly WorkbookOpener _opener = new();
    private readonly ImmutableArray<ReportReader> _readers;
    private readonly ConcurrentDictionary<KindDefinition, Lazy<Outcome<TemplateLibrary>>> _libraries = new();
    private readonly Lazy<Outcome<TemplateLibrary>> _shared;

    private ReportPipeline(RuleCatalog rules, IPdfPrinter printer)
    {
        Rules = rules;
        _printer = printer;
        _shared = new(() => TemplateLibrary.LoadShared(Catalog.Folder, ReviewRenderer.TemplateName));
        _readers = [.. Catalog.Kinds.Select(Catalog.Editions).Where(e => !e.IsEmpty).Select(e => new ReportReader(e))];
    }

    /// <summary>The kinds of report it knows.</summary>
    public KindCatalog Catalog => Rules.Kinds;

    /// <summary>The rules of those kinds.</summary>
    public RuleCatalog Rules { get; }

    /// <summary>Loads the kinds of a templates folder.</summary>
    /// <param name="templatesFolder">The folder, such as <c>templates</c> beside the program.</param>
    /// <param name="printer">Who prints; stays the caller's to dispose of.</param>
    /// <returns>The pipeline and every mistake in the folder; null when there is not one usable kind.</returns>
    public static Outcome<ReportPipeline> Load(string templatesFolder, IPdfPrinter printer)
    {
        var rules = RuleCatalog.Load(templatesFolder);
        var pipeline = rules.Value is { } catalog && catalog.Kinds.All.Any() ? new ReportPipeline(catalog, printer) : null;
        return new Outcome<ReportPipeline>(pipeline, rules.Diagnostics);
    }

    /// <summary>A pipeline of the same kinds whose templates are read anew: for when nothing but the content of templates has changed.</summary>
    public ReportPipeline WithTemplatesReadAnew() => new(Rules, _printer);

    /// <summary>Reads a workbook from disk.</summary>
    public ReadReport Read(string path) => Read(_opener.Open(path), path);

    /// <summary>Reads a workbook from memory.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The path or name that findings shall show.</param>
    public ReadReport Read(ReadOnlyMemory<byte> content, string file) => Read(_opener.Open(content, file), file);

    /// <summary>The edition of a report's form.</summary>
    public KindDefinition KindOf(Report report) =>
        Catalog.Editions(report.Kind).First(e => e.Edition == report.Edition);

    /// <summary>The templates of an edition, loaded when first asked for.</summary>
    public Outcome<TemplateLibrary> TemplatesOf(KindDefinition kind) =>
        _libraries.GetOrAdd(kind, k => new(() => TemplateLibrary.Load(k.Folder, k.Templates))).Value;

    /// <summary>Builds one report: reads, checks, renders and prints it. Nothing is written to disk.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of every stage as it begins; null for nobody.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<BuiltReport> BuildAsync(
        string path, BuildOptions options, IProgress<PipelineStage>? progress = null, CancellationToken cancellation = default)
    {
        var run = new BuildRun(this, path, options, progress);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.Deadline);
        try
        {
            return await Task.Run(() => run.ToEndAsync(deadline.Token), deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return run.Ended(PipelineMessages.Deadline(path, run.Stage, options.Deadline));
        }
    }

    /// <summary>Prints a document that was rendered before.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default) =>
        _printer.PrintAsync(document, cancellation);

    /// <summary>Everything that reader, bindings and rules find in a report, without what was accepted.</summary>
    public ImmutableArray<Diagnostic> Check(ReadReport read, CheckOptions options) => Examine(read, options).Findings;

    /// <summary>As <see cref="Check"/>, with what was accepted and which acceptances have lapsed.</summary>
    /// <param name="read">The workbook as it was read.</param>
    /// <param name="options">How it is checked.</param>
    /// <param name="more">Findings about it that were made elsewhere; they may be accepted too.</param>
    public CheckedReport Examine(ReadReport read, CheckOptions options, ImmutableArray<Diagnostic> more = default)
    {
        var found = Find(read, options with { Accepted = null });
        if (!more.IsDefault) found = [.. found, .. more];
        if (options.Accepted is not { } baseline) return new CheckedReport(read, found);
        var applied = baseline.Apply(found, read.Report?.Body ?? "");
        return new CheckedReport(read, applied.Remaining) { Accepted = applied.Accepted, Lapsed = applied.Lapsed };
    }

    /// <summary>Renders a report.</summary>
    /// <returns>The documents; null with the templates' mistakes when they cannot be rendered.</returns>
    public Outcome<RenderedDocuments> Render(Report report, RenderOptions options)
    {
        var templates = TemplatesOf(KindOf(report));
        return templates.Value is { } library
            ? DocumentRenderer.Render(ProseBinder.Bind(report).Value!, library, options)
            : new Outcome<RenderedDocuments>(null, templates.Diagnostics);
    }

    private ImmutableArray<Diagnostic> Find(ReadReport read, CheckOptions options)
    {
        if (read.Report is not { } report) return read.Diagnostics;
        var kind = KindOf(report);
        var bound = ProseBinder.Bind(report);
        var findings = ReportChecker.Check(
            report, Rules.Of(kind), options with { Bound = bound.Value }, [.. read.Diagnostics, .. bound.Diagnostics]);
        return [.. findings, .. DistrictComparer.CompareWithin(kind, report)];
    }

    private ReadReport Read(OpenedWorkbook opened, string file)
    {
        if (opened.Workbook is not { } workbook) return new ReadReport(file, opened, null, opened.Diagnostics);
        var readings = _readers.Select(r => r.Read(workbook)).ToArray();
        var best = readings.Where(r => r.Value is not null)
            .MinBy(r => r.Diagnostics.Count(d => d.Severity == Severity.Error)) ?? readings[0];
        return new ReadReport(file, opened, best.Value, best.Diagnostics);
    }

    private sealed record MadeDocuments(
        ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>> Files, ImmutableSortedSet<string> Included, ImmutableArray<Diagnostic> Findings);

    /// <summary>One report on its way through the stages.</summary>
    private sealed class BuildRun(ReportPipeline pipeline, string path, BuildOptions options, IProgress<PipelineStage>? progress)
    {
        private volatile BuiltReport? _reached;

        public PipelineStage Stage { get; private set; }

        public async Task<BuiltReport> ToEndAsync(CancellationToken cancellation)
        {
            Begin(PipelineStage.Reading, cancellation);
            var read = pipeline.Read(path);
            _reached = new BuiltReport
            {
                Workbook = read.Workbook, Report = read.Report, Diagnostics = read.Diagnostics, Stage = Stage,
            };
            if (read.Report is not { } report) return _reached;
            if (options.Admission is { } admission && await admission(report, cancellation).ConfigureAwait(false) is { } refusal)
                return _reached = _reached with { Diagnostics = [refusal, .. _reached.Diagnostics] };

            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var making = options.Ahead ? Task.Run(() => MakeAsync(report, giveUp.Token), giveUp.Token) : null;
            Begin(PipelineStage.Checking, cancellation);
            var (previous, remark) = options.PreviousOf?.Invoke(report) ?? (options.Checks.Previous, null);
            var found = pipeline.Examine(read, options.Checks with { Previous = previous }, remark is null ? [] : [remark]);
            _reached = _reached with { Diagnostics = found.Findings, Accepted = found.Accepted };
            if (options.DespiteErrors || !HasErrors(_reached.Diagnostics))
            {
                var made = await (making ?? MakeAsync(report, cancellation)).ConfigureAwait(false);
                return Ended(made.Findings) with { Documents = made.Files, Included = made.Included };
            }

            await giveUp.CancelAsync().ConfigureAwait(false);
            if (making is not null) await Task.WhenAny(making).ConfigureAwait(false);
            return Ended() with { Stage = PipelineStage.Checking };
        }

        public BuiltReport Ended(params ImmutableArray<Diagnostic> more) => Adding(more) with { Stage = Stage };

        /// <summary>The documents, all or none, and what was found while they were made.</summary>
        private async Task<MadeDocuments> MakeAsync(Report report, CancellationToken cancellation)
        {
            var none = ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>>.Empty;
            Begin(PipelineStage.Rendering, cancellation);
            var rendered = pipeline.Render(report, options.Rendering);
            if (rendered.Value is not { } documents) return new(none, [], rendered.Diagnostics);
            var files = none.ToBuilder();
            if (options.Formats.Contains(OutputFormat.Html)) files[OutputFormat.Html] = Encoding.UTF8.GetBytes(documents.Html.Html);
            if (options.Formats.Contains(OutputFormat.Markdown)) files[OutputFormat.Markdown] = Encoding.UTF8.GetBytes(documents.Markdown);
            if (!options.Formats.Contains(OutputFormat.Pdf)) return new(files.ToImmutable(), documents.Included, rendered.Diagnostics);

            Begin(PipelineStage.Printing, cancellation);
            var printed = await pipeline.PrintAsync(documents.Html, cancellation).ConfigureAwait(false);
            ImmutableArray<Diagnostic> findings = [.. rendered.Diagnostics, .. printed.Diagnostics];
            if (printed.Value is not { } pdf) return new(none, [], findings);
            files[OutputFormat.Pdf] = pdf.Pdf;
            return new(files.ToImmutable(), documents.Included, findings);
        }

        private BuiltReport Adding(ImmutableArray<Diagnostic> more)
        {
            var reached = _reached ?? new BuiltReport
            {
                Workbook = new OpenedWorkbook { State = WorkbookState.NotReady }, Diagnostics = [], Stage = Stage,
            };
            return reached with { Diagnostics = [.. reached.Diagnostics, .. more] };
        }

        private void Begin(PipelineStage stage, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Stage = stage;
            progress?.Report(stage);
        }

        private static bool HasErrors(ImmutableArray<Diagnostic> findings) => findings.Any(d => d.Severity == Severity.Error);
    }
}
