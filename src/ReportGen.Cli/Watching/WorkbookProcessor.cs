using ReportGen.Cli.Building;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>Works on one workbook after it was claimed. Safe for several at once.</summary>
/// <param name="folder">Where results go.</param>
/// <param name="journal">The folder's journal.</param>
/// <param name="claims">Who works on what.</param>
/// <param name="wishes">What is built.</param>
/// <param name="time">The clock.</param>
internal sealed class Workshop(OutputFolder folder, Journal journal, WorkbookClaims claims, BuildWishes wishes, TimeProvider time)
{
    private readonly Lock _lock = new();
    private (TemplateSet Set, DateOnly Today, ReportBuilder Builder)? _current;

    /// <summary>Makes of a workbook what can be made of it.</summary>
    /// <param name="name">Its path in the inbox.</param>
    /// <param name="submission">The workbook.</param>
    /// <param name="templates">The templates to use.</param>
    /// <param name="cancellation">Drops the work.</param>
    /// <returns>What became of it; null when another watcher has it.</returns>
    public async Task<BuildResult?> WorkAsync(string name, Submission submission, TemplateSet templates, CancellationToken cancellation)
    {
        try
        {
            using var claim = claims.TryTake(name);
            if (claim is null) return null;
            return await BuilderFor(templates).BuildAsync(submission, null, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new BuildResult(submission.Origin, BuildState.Failed, [Commands.CommandMessages.CannotWrite(folder.Path, e.Message)], []);
        }
    }

    // The rules know what day it is, and a watcher runs for months.
    private ReportBuilder BuilderFor(TemplateSet templates)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        lock (_lock)
        {
            if (_current is { } current && current.Set == templates && current.Today == today) return current.Builder;
            var builder = new ReportBuilder(templates.Pipeline, folder, journal, wishes, templates.Fingerprint);
            _current = (templates, today, builder);
            return builder;
        }
    }
}
