using System.Diagnostics;
using ReportGen.Publishing;

namespace ReportGen.Cli.Building;

/// <summary>Builds many workbooks, several at once. One report's failure touches no other.</summary>
/// <param name="publisher">Publishes one.</param>
/// <param name="names">The names that the publisher claims.</param>
/// <param name="workers">How many at once, 1 or more.</param>
/// <param name="observer">Is told of everything.</param>
internal sealed class Batch(ReportPublisher publisher, OutputNameRegistry names, int workers, IBatchObserver observer)
{
    /// <summary>Builds all.</summary>
    /// <param name="workbooks">The paths as the user gave them.</param>
    /// <param name="cancellation">Stops the batch: what is done stays, what is begun is given up.</param>
    /// <returns>What became of them; of those done, when it was stopped.</returns>
    public async Task<BatchSummary> RunAsync(IReadOnlyList<string> workbooks, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var results = new BuildResult?[workbooks.Count];
        observer.Begin(workbooks.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
        try
        {
            await Parallel.ForAsync(0, workbooks.Count, options, async (i, token) => results[i] = await BuildAsync(workbooks[i], token).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The summary says how far it came.
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
            var result = await publisher.PublishAsync(new WorkbookInput(workbook), new StageListener(observer, workbook), cancellation).ConfigureAwait(false);
            observer.Done(result, clock.Elapsed);
            return result;
        }
        finally
        {
            names.Release(workbook);
        }
    }

    // Not Progress<T>, which would tell it later, on another thread.
    private sealed class StageListener(IBatchObserver observer, string workbook) : IProgress<PipelineStage>
    {
        public void Report(PipelineStage value) => observer.Stage(workbook, value);
    }
}
