using System.Diagnostics;
using ReportGen.Publishing;

namespace ReportGen.Cli.Building;

/// <summary>Builds many workbooks, several at once. A failure affects only its own report.</summary>
/// <param name="publisher">Publishes one workbook.</param>
/// <param name="names">The registry in which the publisher claims names.</param>
/// <param name="workers">The number of workbooks built at once, at least 1.</param>
/// <param name="observer">Receives the progress and the results.</param>
internal sealed class Batch(ReportPublisher publisher, OutputNameRegistry names, int workers, IBatchObserver observer)
{
    /// <summary>
    /// Returns workbooks in the order in which they get the names of their reports: of two for the same report, the one saved
    /// last. Workbooks saved at the same time are in the order of their paths.
    /// </summary>
    public static IReadOnlyList<string> LastSavedFirst(IEnumerable<string> workbooks) =>
        [.. workbooks.Select(w => (Path: w, Saved: new WorkbookInput(w).Saved() ?? DateTimeOffset.MinValue))
            .OrderByDescending(w => w.Saved).ThenBy(w => w.Path, StringComparer.Ordinal).Select(w => w.Path)];

    /// <summary>Builds all workbooks.</summary>
    /// <param name="workbooks">The paths as the user gave them.</param>
    /// <param name="order">The same paths in the order of the registry.</param>
    /// <param name="cancellation">Stops the batch: finished reports stay published, unfinished ones are dropped.</param>
    /// <returns>The results; if stopped, only those of finished reports.</returns>
    public async Task<BatchSummary> RunAsync(
        IReadOnlyList<string> workbooks, IReadOnlyList<string> order, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var results = new BuildResult?[workbooks.Count];
        var places = workbooks.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
        observer.Begin(workbooks.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
        try
        {
            await Parallel.ForAsync(0, workbooks.Count, options,
                async (i, token) => results[places[order[i]]] = await BuildAsync(order[i], token).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The summary shows that it was interrupted.
        }

        var summary = new BatchSummary([.. results.OfType<BuildResult>()], workbooks.Count, clock.Elapsed);
        await observer.EndAsync(summary).ConfigureAwait(false);
        return summary;
    }

    private async Task<BuildResult> BuildAsync(string workbook, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        observer.Stage(workbook, null);
        try
        {
            var result = await publisher.ProcessAsync(new WorkbookInput(workbook), new StageListener(observer, workbook),
                cancellation).ConfigureAwait(false);
            observer.Done(result, clock.Elapsed);
            return result;
        }
        finally
        {
            names.Release(workbook);
        }
    }

    // Not Progress<T>, which would report later, on another thread.
    private sealed class StageListener(IBatchObserver observer, string workbook) : IProgress<PipelineStage>
    {
        public void Report(PipelineStage value) => observer.Stage(workbook, value);
    }
}
