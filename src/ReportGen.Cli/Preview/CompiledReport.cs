using System.Diagnostics;
using ReportGen.Documents;
using ReportGen.Rules;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Preview;

/// <summary>The result of compiling a workbook for the preview. Immutable.</summary>
internal sealed record CompiledReport
{
    /// <summary>The workbook; null if the templates could not be loaded.</summary>
    public ReadResult? Read { get; init; }

    /// <summary>The pipeline that rendered the page; null if there is no page.</summary>
    public ReportPipeline? Pipeline { get; init; }

    /// <summary>The page, in which every figure refers to its cell; null if none.</summary>
    public string? Html { get; init; }

    /// <summary>The findings of the check.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>The reasons why there is no page; empty if there is one.</summary>
    public ImmutableArray<Diagnostic> Errors { get; init; } = [];

    /// <summary>The time that compiling took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>When compiling was finished.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the file may be incomplete because it is being written, or is missing.</summary>
    public bool IsNotReady => Read is { Workbook.State: WorkbookState.NotReady } || IsMissing;

    /// <summary>Whether the file is missing.</summary>
    public bool IsMissing => Read is { Report: null } read && read.Diagnostics.Any(d => d.Id == "file.missing");

    /// <summary>Reads a workbook, then checks and renders it in parallel.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="path">The workbook.</param>
    /// <param name="kind">The kind of the report when it was last compiled; null if unknown.</param>
    /// <param name="unlessSha256">The SHA-256 of the content for which to do nothing; null to compile always.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The result; null if the content is unchanged.</returns>
    public static async Task<CompiledReport?> CompileAsync(
        LoadedTemplates templates, string path, string? kind, string? unlessSha256, TimeProvider time)
    {
        var start = Stopwatch.GetTimestamp();
        CompiledReport Done(ReadResult? read, ImmutableArray<Diagnostic> errors) => new()
        {
            Read = read, Errors = templates.WithRelativePaths(errors), Took = Stopwatch.GetElapsedTime(start),
            At = time.GetLocalNow(),
        };
        if (templates.Pipeline is not { } pipeline) return Done(null, templates.Errors);
        var read = pipeline.Read(path);
        if (unlessSha256 is not null && read.Workbook.Sha256 == unlessSha256) return null;
        if (read.Report is not { } report) return Done(read, [.. read.Diagnostics, .. templates.ErrorsFor(kind)]);
        var broken = templates.ErrorsFor(kind ?? report.Kind);
        if (!broken.IsEmpty) return Done(read, broken);
        var checking =
            Task.Run(
                () => pipeline.FindingsOf(read, new CheckOptions { Today = DateOnly.FromDateTime(time.GetLocalNow().DateTime) }));
        var rendered = pipeline.Render(read, RenderOptions.Preview);
        var findings = await checking.ConfigureAwait(false);
        return Done(read, rendered.Value is null ? rendered.Diagnostics : []) with
        {
            Pipeline = pipeline, Html = rendered.Value?.Html.Html, Findings = findings,
        };
    }

    /// <summary>Returns a copy without workbook, page and pipeline, to save memory.</summary>
    public CompiledReport Trimmed() => this with { Read = null, Html = null, Pipeline = null };
}
