using System.Diagnostics;
using ReportGen.Documents;
using ReportGen.Rules;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Preview;

/// <summary>What one look at a workbook gave.</summary>
internal sealed record CompiledReport
{
    /// <summary>The workbook; null when the templates let nothing be read.</summary>
    public ReadReport? Read { get; init; }

    /// <summary>What it was made with; null when there is no page.</summary>
    public ReportPipeline? Pipeline { get; init; }

    /// <summary>The page, every figure of which names its cell; null when there is none.</summary>
    public string? Html { get; init; }

    /// <summary>What was found in the workbook.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>Why there is no page; empty when there is one.</summary>
    public ImmutableArray<Diagnostic> Mistakes { get; init; } = [];

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the file may still be being written, or has gone for a moment.</summary>
    public bool IsNotReady => Read is { Workbook.State: WorkbookState.NotReady } || IsGone;

    /// <summary>Whether there is no such file.</summary>
    public bool IsGone => Read is { Report: null } read && read.Diagnostics.Any(d => d.Id == "file.missing");

    /// <summary>Looks at a workbook: reads it, checks and renders it at the same time.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="path">The workbook.</param>
    /// <param name="kind">The kind that the report had before; null when unknown.</param>
    /// <param name="unlessSha256">Nothing more is done when the workbook's content is this; null to do it in any case.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The look; null when the content is unchanged.</returns>
    public static async Task<CompiledReport?> CompileAsync(LoadedTemplates templates, string path, string? kind, string? unlessSha256, TimeProvider time)
    {
        var start = Stopwatch.GetTimestamp();
        CompiledReport Done(ReadReport? read, ImmutableArray<Diagnostic> mistakes) => new()
        {
            Read = read, Mistakes = templates.Named(mistakes), Took = Stopwatch.GetElapsedTime(start), At = time.GetLocalNow(),
        };
        if (templates.Pipeline is not { } pipeline) return Done(null, templates.Mistakes);
        var read = pipeline.Read(path);
        if (unlessSha256 is not null && read.Workbook.Sha256 == unlessSha256) return null;
        if (read.Report is not { } report) return Done(read, [.. read.Diagnostics, .. templates.MistakesFor(kind)]);
        var broken = templates.MistakesFor(kind ?? report.Kind);
        if (!broken.IsEmpty) return Done(read, broken);
        var checking = Task.Run(() => pipeline.Check(read, new CheckOptions { Today = DateOnly.FromDateTime(time.GetLocalNow().DateTime) }));
        var rendered = pipeline.Render(read, RenderOptions.Preview);
        var findings = await checking.ConfigureAwait(false);
        return Done(read, rendered.Value is null ? rendered.Diagnostics : []) with
        {
            Pipeline = pipeline, Html = rendered.Value?.Html.Html, Findings = findings,
        };
    }

    /// <summary>The same without what takes memory.</summary>
    public CompiledReport Trimmed() => this with { Read = null, Html = null, Pipeline = null };
}
