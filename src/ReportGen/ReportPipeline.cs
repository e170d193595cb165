using System.Collections.Concurrent;
using ReportGen.Definitions;
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

    /// <summary>Loads and hashes a file, without looking into it.</summary>
    public WorkbookFile Load(string path) => _opener.Load(path);

    /// <summary>Reads a workbook that was loaded.</summary>
    public ReadReport Read(WorkbookFile file) => Read(_opener.Open(file), file.Name);

    /// <summary>Reads a workbook from disk.</summary>
    public ReadReport Read(string path) => Read(Load(path));

    /// <summary>Reads a workbook from memory.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The path or name that findings shall show.</param>
    public ReadReport Read(ReadOnlyMemory<byte> content, string file) => Read(new WorkbookFile(file, content));

    /// <summary>The edition of a report's form.</summary>
    public KindDefinition KindOf(Report report) =>
        Catalog.Editions(report.Kind).First(e => e.Edition == report.Edition);

    /// <summary>The templates of an edition, loaded when first asked for.</summary>
    public Outcome<TemplateLibrary> TemplatesOf(KindDefinition kind) =>
        _libraries.GetOrAdd(kind, k => new(() => TemplateLibrary.Load(k.Folder, k.Templates))).Value;

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

    /// <summary>Renders the report of a workbook.</summary>
    /// <returns>The documents; null with the templates' mistakes when they cannot be rendered.</returns>
    /// <exception cref="ArgumentException">There is no report in it.</exception>
    public Outcome<RenderedDocuments> Render(ReadReport read, RenderOptions options)
    {
        var templates = TemplatesOf(KindOf(read.Report ?? throw new ArgumentException("There is no report to render.", nameof(read))));
        return templates.Value is { } library
            ? DocumentRenderer.Render(read.Bound.Value!, library, options)
            : new Outcome<RenderedDocuments>(null, templates.Diagnostics);
    }

    private ImmutableArray<Diagnostic> Find(ReadReport read, CheckOptions options)
    {
        if (read.Report is not { } report) return read.Diagnostics;
        var kind = KindOf(report);
        var findings = ReportChecker.Check(
            report, Rules.Of(kind), options with { Bound = read.Bound.Value }, [.. read.Diagnostics, .. read.Bound.Diagnostics]);
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
}
