using System.Collections.Concurrent;
using ReportGen.Definitions;
using ReportGen.Documents;
using ReportGen.Documents.Reviews;
using ReportGen.Model;
using ReportGen.Printing;
using ReportGen.Printing.Fonts;
using ReportGen.Rules;
using ReportGen.Totals;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;

namespace ReportGen;

/// <summary>
/// Takes a workbook through all layers: reading, checking, rendering, printing. Loads templates once: after a change, create a
/// new pipeline, which may share the printer. Thread-safe.
/// </summary>
public sealed partial class ReportPipeline
{
    private readonly IPdfPrinter _printer;
    private readonly WorkbookOpener _opener = new();
    private readonly ImmutableArray<ReportReader> _readers;
    private readonly ConcurrentDictionary<KindDefinition, Lazy<Outcome<TemplateLibrary>>> _libraries = new();
    private readonly Lazy<Outcome<TemplateLibrary>> _shared;
    private readonly string? _fontFolder;
    private readonly Lazy<FontCoverage?> _fonts;

    private ReportPipeline(RuleCatalog rules, IPdfPrinter printer, string? fontFolder)
    {
        Rules = rules;
        _printer = printer;
        _fontFolder = fontFolder;
        _fonts = new(() => FontCoverage.Of(fontFolder));
        _shared = new(() => TemplateLibrary.LoadShared(Catalog.Folder, ReviewRenderer.TemplateName));
        _readers = [.. Catalog.Kinds.Select(Catalog.Editions).Where(e => !e.IsEmpty).Select(e => new ReportReader(e))];
    }

    /// <summary>The kinds of report.</summary>
    public KindCatalog Catalog => Rules.Kinds;

    /// <summary>The rules of all kinds.</summary>
    public RuleCatalog Rules { get; }

    /// <summary>Loads the kinds of a templates folder.</summary>
    /// <param name="templatesFolder">The folder, such as <c>templates</c> beside the program.</param>
    /// <param name="printer">The printer; the caller disposes of it.</param>
    /// <returns>The pipeline and all errors in the folder; null if there is no usable kind.</returns>
    public static Outcome<ReportPipeline> Load(string templatesFolder, IPdfPrinter printer) =>
        Load(templatesFolder, printer, FontConfiguration.FindFolder());

    /// <summary>
    /// As <see cref="Load(string, IPdfPrinter)"/>, but also returns a pipeline if every kind has errors. It judges no workbook,
    /// and gives each the finding <c>kind.broken</c>.
    /// </summary>
    /// <param name="templatesFolder">The folder.</param>
    /// <param name="printer">The printer; the caller disposes of it.</param>
    /// <returns>The pipeline and all errors in the folder; null if there is no kind.</returns>
    public static Outcome<ReportPipeline> LoadToWait(string templatesFolder, IPdfPrinter printer) =>
        Load(templatesFolder, printer, FontConfiguration.FindFolder(), waits: true);

    /// <summary>As <see cref="Load(string, IPdfPrinter)"/>, for the fonts of a folder.</summary>
    internal static Outcome<ReportPipeline> Load(
        string templatesFolder, IPdfPrinter printer, string? fontFolder, bool waits = false)
    {
        var rules = RuleCatalog.Load(templatesFolder);
        var pipeline = rules.Value is { } catalog && (catalog.Kinds.All.Any() || (waits && !catalog.Kinds.Broken.IsEmpty))
            ? new ReportPipeline(catalog, printer, fontFolder)
            : null;
        return new Outcome<ReportPipeline>(pipeline, rules.Diagnostics);
    }

    /// <summary>Creates a pipeline with the same kinds that loads its templates again.</summary>
    public ReportPipeline WithReloadedTemplates() => new(Rules, _printer, _fontFolder);

    /// <summary>Loads and hashes a file without parsing it. A failure is reported when the file is read.</summary>
    public WorkbookFile Load(string path) => _opener.Load(path);

    /// <summary>Reads a loaded workbook. An internal error gives no report and a finding.</summary>
    public ReadResult Read(WorkbookFile file)
    {
        try
        {
            return Read(_opener.Open(file), file.Name);
        }
        catch (Exception e)
        {
            return new ReadResult(file.Name, new OpenedWorkbook { State = WorkbookState.Refused, Sha256 = file.Sha256 }, null,
                [UnexpectedErrors.Of(file.Name, e)]);
        }
    }

    /// <summary>Reads a workbook from disk. A failure gives no report and an error.</summary>
    public ReadResult Read(string path) => Read(Load(path));

    /// <summary>Reads a workbook from memory.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The path or name to show in findings.</param>
    public ReadResult Read(ReadOnlyMemory<byte> content, string file) => Read(new WorkbookFile(file, content));

    /// <summary>Returns the definition of a report's edition, which must be one of <see cref="Catalog"/>.</summary>
    public KindDefinition KindOf(Report report) =>
        Catalog.Editions(report.Kind).First(e => e.Edition == report.Edition);

    /// <summary>The language of a report's kind, or of all kinds if there is no report; null if none is stated.</summary>
    public Language? LanguageOf(Report? report) => report is null ? Catalog.Language : KindOf(report).Language;

    /// <summary>Returns an edition's templates, loaded on first use; null, with the errors, if they cannot be loaded.</summary>
    public Outcome<TemplateLibrary> TemplatesOf(KindDefinition kind) =>
        _libraries.GetOrAdd(kind, k => new(() => TemplateLibrary.Load(k.Folder, k.Templates))).Value;

    /// <summary>Prints a rendered document; null, with findings, if it cannot be printed.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default) =>
        _printer.PrintAsync(document, cancellation);

    /// <summary>Returns the findings of reading, binding and rules, without accepted ones.</summary>
    public ImmutableArray<Diagnostic> FindingsOf(ReadResult read, CheckOptions options) => Check(read, options).Findings;

    /// <summary>
    /// Checks like <see cref="FindingsOf"/>, and also returns the accepted findings and those that no longer occur.
    /// </summary>
    /// <param name="read">The workbook as it was read.</param>
    /// <param name="options">How to check.</param>
    /// <param name="more">Findings from outside the rules, which can be accepted like any other. Default: none.</param>
    public CheckedReport Check(ReadResult read, CheckOptions options, ImmutableArray<Diagnostic> more = default)
    {
        var found = FindingsOrError(read, options with { Accepted = null });
        if (!more.IsDefault) found = [.. found, .. more];
        if (options.Accepted is not { } accepted) return new CheckedReport(read, found);
        var applied = accepted.Apply(found, read.Report?.Body ?? "");
        return new CheckedReport(read, applied.Remaining) { Accepted = applied.Accepted, Lapsed = applied.Lapsed };
    }

    /// <summary>Renders the report of a workbook.</summary>
    /// <returns>The documents; null, with the templates' errors, if they cannot be rendered.</returns>
    /// <exception cref="ArgumentException"><paramref name="read"/> has no report.</exception>
    public Outcome<RenderedDocuments> Render(ReadResult read, RenderOptions options)
    {
        var kind = KindOf(read.Report ?? throw new ArgumentException("There is no report to render.", nameof(read)));
        var templates = TemplatesOf(kind);
        return templates.Value is { } library
            ? DocumentRenderer.Render(read.Bound.Value!, library, options with { Language = kind.WorkbookLanguage })
            : new Outcome<RenderedDocuments>(null, templates.Diagnostics);
    }

    private ImmutableArray<Diagnostic> FindingsOrError(ReadResult read, CheckOptions options)
    {
        try
        {
            return AllFindings(read, options);
        }
        catch (Exception e)
        {
            return [.. read.Diagnostics, UnexpectedErrors.Of(read.File, e)];
        }
    }

    private ImmutableArray<Diagnostic> AllFindings(ReadResult read, CheckOptions options)
    {
        if (read.Report is not { } report) return read.Diagnostics;
        var kind = KindOf(report);
        var unprintable = _fonts.Value is { } fonts ? UnprintableCharacters.In(report, fonts) : [];
        var findings = ReportChecker.Check(
            report, Rules.Of(kind), options with { Bound = read.Bound.Value },
            [.. read.Diagnostics, .. read.Bound.Diagnostics, .. unprintable]);
        return [.. findings, .. DistrictComparer.CompareWithin(kind, report)];
    }

    private ReadResult Read(OpenedWorkbook opened, string file)
    {
        if (opened.Workbook is not { } workbook) return new ReadResult(file, opened, null, opened.Diagnostics);
        var readings = _readers.Select(r => r.Read(workbook)).ToArray();
        var best = readings.Where(r => r.Value is not null)
            .MinBy(r => r.Diagnostics.Count(d => d.Severity == Severity.Error)) ?? readings.FirstOrDefault();
        return best is null || (!Catalog.Broken.IsEmpty && MayBeOfOtherKind(best))
            ? new ReadResult(file, opened, null, [PipelineMessages.KindBroken(file, Catalog.Broken)])
            : new ReadResult(file, opened, best.Value, best.Diagnostics);
    }

    // A workbook with every sheet of a kind belongs to it, whatever else is wrong with it.
    private static bool MayBeOfOtherKind(Outcome<Report> reading) =>
        reading.Value is null || reading.Diagnostics.Any(d => d.Id == SheetMessages.MissingSheetId);
}
