using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>Publishes one workbook after it was claimed among all watchers. Thread-safe.</summary>
/// <param name="folder">Where results go.</param>
/// <param name="journal">The folder's journal.</param>
/// <param name="claims">Who works on what.</param>
/// <param name="publish">What is published, and how.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkbookProcessor(OutputFolder folder, Journal journal, WorkbookClaims claims, PublishOptions publish, TimeProvider time)
{
    /// <summary>Publishes one claimed workbook.</summary>
    /// <param name="name">Its path in the inbox.</param>
    /// <param name="input">The workbook.</param>
    /// <param name="templates">The templates to use.</param>
    /// <param name="cancellation">Drops the work.</param>
    /// <returns>What became of it; null when another watcher has it.</returns>
    public async Task<BuildResult?> ProcessAsync(string name, WorkbookInput input, TemplateSet templates, CancellationToken cancellation)
    {
        try
        {
            using var claim = claims.TryTake(name);
            if (claim is null) return null;
            var publisher = new ReportPublisher(templates.Pipeline, folder, journal, publish, templates.Fingerprint, time);
            return await publisher.PublishAsync(input, null, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new BuildResult(input.Origin, BuildState.Failed, [PublishingMessages.CannotWrite(folder.Path, e.Message)], []);
        }
    }
}
