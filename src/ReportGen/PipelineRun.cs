using ReportGen.Workbooks.Reading;

namespace ReportGen;

/// <summary>Takes one workbook through the pipeline within a time limit. Writes nothing to disk. Not thread-safe.</summary>
/// <param name="pipeline">The pipeline.</param>
/// <param name="deadline">The time limit for all stages, from construction.</param>
/// <param name="progress">Receives a callback as each stage starts; may be null.</param>
/// <param name="cancellation">Cancels the run.</param>
internal sealed class PipelineRun(
    ReportPipeline pipeline, TimeSpan deadline, IProgress<PipelineStage>? progress, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _timeLimit = StartTimeLimit(deadline, cancellation);
    private PipelineStage _stage;
    private volatile BuiltReport? _reached;

    /// <summary>Reads the workbook. After the time limit, returns no report and an error.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<ReadResult> ReadAsync(WorkbookFile file)
    {
        try
        {
            Begin(PipelineStage.Reading, _timeLimit.Token);
            return await Task.Run(() => pipeline.Read(file), _timeLimit.Token).WaitAsync(_timeLimit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time limit, not the caller, ended the run.
            return new ReadResult(file.Name, new OpenedWorkbook { State = WorkbookState.NotReady }, null,
                [TookTooLong(file.Name)]);
        }
    }

    /// <summary>Checks, renders and prints a workbook. After the time limit, returns no documents and an error.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<BuiltReport> BuildAsync(ReadResult read, BuildOptions options)
    {
        _reached = new BuiltReport { Read = read, Diagnostics = read.Diagnostics, Stage = _stage };
        if (read.Report is null) return _reached;
        try
        {
            return await Task.Run(() => CheckAndRenderAsync(read, options, _timeLimit.Token), _timeLimit.Token)
                .WaitAsync(_timeLimit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time limit, not the caller, ended the run.
            return Ended([TookTooLong(read.File)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timeLimit.Dispose();

    private static CancellationTokenSource StartTimeLimit(TimeSpan deadline, CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(deadline);
        return limit;
    }

    private async Task<BuiltReport> CheckAndRenderAsync(ReadResult read, BuildOptions options, CancellationToken limit)
    {
        using var discard = CancellationTokenSource.CreateLinkedTokenSource(limit);
        var rendering = options.RenderSpeculatively
            ? Task.Run(() => RenderAndPrintAsync(read, options, discard.Token), discard.Token)
            : null;
        Begin(PipelineStage.Checking, limit);
        var found = pipeline.Check(read, options.Checks, options.MoreFindings);
        _reached = _reached! with { Diagnostics = found.Findings, Accepted = found.Accepted };
        if (found.Findings.All(d => d.Severity != Severity.Error))
        {
            var documents = await (rendering ?? RenderAndPrintAsync(read, options, limit)).ConfigureAwait(false);
            return Ended(documents.Findings) with { Documents = documents.Files, Included = documents.Included };
        }

        await discard.CancelAsync().ConfigureAwait(false);
        if (rendering is not null) await Task.WhenAny(rendering).ConfigureAwait(false);
        return _reached with { Stage = PipelineStage.Checking };
    }

    /// <summary>Makes the documents, all or none, and returns them with the findings of rendering and printing.</summary>
    private async Task<MadeDocuments> RenderAndPrintAsync(ReadResult read, BuildOptions options, CancellationToken limit)
    {
        var none = ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>>.Empty;
        Begin(PipelineStage.Rendering, limit);
        var withMarkdown = options.Formats.Contains(OutputFormat.Markdown);
        var rendered = pipeline.Render(read, options.Rendering with { WithMarkdown = withMarkdown });
        if (rendered.Value is not { } documents) return new(none, [], rendered.Diagnostics);
        var files = none.ToBuilder();
        if (options.Formats.Contains(OutputFormat.Html))
            files[OutputFormat.Html] = Encoding.UTF8.GetBytes(documents.Portal ?? documents.Html.Html);
        if (withMarkdown) files[OutputFormat.Markdown] = Encoding.UTF8.GetBytes(documents.Markdown);
        if (!options.Formats.Contains(OutputFormat.Pdf))
            return new(files.ToImmutable(), documents.Included, rendered.Diagnostics);

        Begin(PipelineStage.Printing, limit);
        var printed = await pipeline.PrintAsync(documents.Html, limit).ConfigureAwait(false);
        ImmutableArray<Diagnostic> findings = [.. rendered.Diagnostics, .. printed.Diagnostics];
        if (printed.Value is not { } pdf) return new(none, [], findings);
        files[OutputFormat.Pdf] = pdf.Pdf;
        return new(files.ToImmutable(), documents.Included, findings);
    }

    private void Begin(PipelineStage stage, CancellationToken limit)
    {
        limit.ThrowIfCancellationRequested();
        _stage = stage;
        progress?.Report(stage);
    }

    private BuiltReport Ended(ImmutableArray<Diagnostic> more) =>
        _reached! with { Diagnostics = [.. _reached.Diagnostics, .. more], Stage = _stage };

    private Diagnostic TookTooLong(string file) => PipelineMessages.Deadline(file, _stage, deadline);

    private sealed record MadeDocuments(
        ImmutableSortedDictionary<OutputFormat, ReadOnlyMemory<byte>> Files, ImmutableSortedSet<string> Included,
        ImmutableArray<Diagnostic> Findings);
}
