using ReportGen.Bindings;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Workbooks.Reading;

namespace ReportGen;

/// <summary>A workbook after reading, with its report if it has one.</summary>
/// <param name="File">The path or name that findings show.</param>
/// <param name="Workbook">The file as it was opened.</param>
/// <param name="Report">The report; null if the file is not a workbook of a known kind.</param>
/// <param name="Diagnostics">The findings of reading.</param>
public sealed record ReadResult(string File, OpenedWorkbook Workbook, Report? Report, ImmutableArray<Diagnostic> Diagnostics)
{
    private readonly Lazy<Outcome<BoundReport>> _bound = new(() => ProseBinder.Bind(Report!));

    /// <summary>The report; null if the file is not a workbook of a known kind.</summary>
    public Report? Report { get; } = Report;

    /// <summary>The report with its prose bound to figures, computed once. Requires <see cref="Report"/>.</summary>
    internal Outcome<BoundReport> Bound => _bound.Value;
}

/// <summary>A workbook after checking.</summary>
/// <param name="Read">The workbook as it was read.</param>
/// <param name="Findings">The findings that are not accepted, in the order of the workbook.</param>
public sealed record CheckedReport(ReadResult Read, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Accepted findings, each with the reason.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>Accepted findings of this body that no longer occur.</summary>
    public ImmutableArray<AcceptedFinding> Lapsed { get; init; } = [];
}

/// <summary>A workbook after all stages of the pipeline.</summary>
internal sealed record BuiltReport
{
    /// <summary>The workbook as it was read.</summary>
    public required ReadResult Read { get; init; }

    /// <summary>The findings of all stages, in the order of the stages.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Accepted findings, each with the reason.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>The documents: one for each requested output format, or none if the report was not built.</summary>
    public ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>> Documents { get; init; } =
        ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>>.Empty;

    /// <summary>The included templates and style sheets, by the names that templates use; without the main templates.</summary>
    public ImmutableSortedSet<string> Included { get; init; } = [];

    /// <summary>The last stage that was started.</summary>
    public required PipelineStage Stage { get; init; }

    /// <summary>Whether there are documents.</summary>
    public bool IsBuilt => !Documents.IsEmpty;
}
