using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>Claims and publishes workbooks. Thread-safe.</summary>
/// <param name="folder">The output folder.</param>
/// <param name="journal">The folder's journal.</param>
/// <param name="claims">The claims of all watchers.</param>
/// <param name="publish">How workbooks are built and published.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkbookProcessor(
    OutputFolder folder, Journal journal, WorkbookClaims claims, PublishOptions publish, TimeProvider time)
{
    /// <summary>The current length of the journal in bytes, which tells what was recorded before and after.</summary>
    public long JournalLength
    {
        get
        {
            try
            {
                journal.Refresh();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The output folder cannot be reached: what is known so far counts.
            }

            return journal.Length;
        }
    }

    /// <summary>Whether the report of another workbook has replaced this result.</summary>
    public bool IsReplaced(BuildResult result) => journal.IsSuperseded(folder.NameOf(result.Workbook));

    /// <summary>Claims and publishes one workbook.</summary>
    /// <param name="name">Its path in the inbox.</param>
    /// <param name="input">The workbook.</param>
    /// <param name="templates">The templates to use.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The result; null if another watcher is processing it.</returns>
    public async Task<BuildResult?> ProcessAsync(
        string name, WorkbookInput input, TemplateSet templates, CancellationToken cancellation)
    {
        try
        {
            using var claim = await claims.TakeAsync(name, cancellation).ConfigureAwait(false);
            if (claim is null) return null;
            var publisher = new ReportPublisher(templates.Pipeline, folder, journal, publish, templates.Fingerprint, time);
            return await publisher.ProcessAsync(input, null, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new BuildResult(input.Origin, BuildState.Failed, [PublishingMessages.CannotWrite(folder.Path, e.Message)], []);
        }
    }
}
