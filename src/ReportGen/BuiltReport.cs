using ReportGen.Bindings;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Workbooks.Reading;

namespace ReportGen;

/// <summary>A workbook that was read: the report in it, as far as there is one.</summary>
/// <param name="File">The path or name that findings show.</param>
/// <param name="Workbook">The file as it was opened.</param>
/// <param name="Report">The report; null when the file is no workbook of any kind.</param>
/// <param name="Diagnostics">What the reading found.</param>
public sealed record ReadReport(string File, OpenedWorkbook Workbook, Report? Report, ImmutableArray<Diagnostic> Diagnostics)
{
    private readonly Lazy<Outcome<BoundReport>> _bound = new(() => ProseBinder.Bind(Report!));

    /// <summary>The report; null when the file is no workbook of any kind.</summary>
    public Report? Report { get; } = Report;

    /// <summary>The report's prose with its figures worked out: once, for the rules and for the templates. Only of a report.</summary>
    internal Outcome<BoundReport> Bound => _bound.Value;
}

/// <summary>A workbook that was read and held against the rules.</summary>
/// <param name="Read">The workbook as it was read.</param>
/// <param name="Findings">What was found and nobody accepted, in the order of the workbook.</param>
public sealed record CheckedReport(ReadReport Read, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Findings that somebody accepted, each with the reason.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>Acceptances for this body that no finding answers to any more.</summary>
    public ImmutableArray<AcceptedFinding> Lapsed { get; init; } = [];
}

/// <summary>What became of one workbook.</summary>
public sealed record BuiltReport
{
    /// <summary>The workbook as it was read.</summary>
    public required ReadReport Read { get; init; }

    /// <summary>Everything that was found, stage by stage.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Findings that somebody accepted, each with the reason.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>The documents, one for each output format; empty when the report was not built. All or none.</summary>
    public ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>> Documents { get; init; } =
        ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>>.Empty;

    /// <summary>The templates and style sheets that the documents were made of besides those of the formats, by the names that templates use.</summary>
    public ImmutableSortedSet<string> Included { get; init; } = [];

    /// <summary>The last stage that was begun.</summary>
    public required PipelineStage Stage { get; init; }

    /// <summary>Whether it was built.</summary>
    public bool IsBuilt => !Documents.IsEmpty;
}
