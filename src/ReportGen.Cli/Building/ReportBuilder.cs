using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportGen.Checks;
using ReportGen.Cli.Commands;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Publishing;

namespace ReportGen.Cli.Building;

/// <summary>Turns workbooks into published files: one call of the pipeline each, then the journal.</summary>
internal sealed class ReportBuilder(ReportPipeline pipeline, OutputFolder folder, BuildWishes wishes, BuildFingerprint fingerprint)
{
    private readonly Journal _journal = Journal.Open(folder);
    private readonly ConcurrentDictionary<string, string> _claims = new(StringComparer.OrdinalIgnoreCase);
    private readonly BuildOptions _options = new()
    {
        Formats = wishes.Formats,
        Checks = new CheckOptions { Today = DateOnly.FromDateTime(DateTime.Today) },
    };

    /// <summary>Builds one workbook. Another's failure does not touch it.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<BuildResult> BuildAsync(string workbook, CancellationToken cancellation)
    {
        var key = fingerprint.KeyOf(workbook);
        if (!wishes.Force && Unchanged(workbook, key) is { } earlier && Claim(workbook, earlier.Outputs) is null)
            return new(workbook, [], ForUser(earlier.Outputs), IsUnchanged: true);
        var built = await pipeline.BuildAsync(workbook, _options, null, cancellation).ConfigureAwait(false);
        if (!built.IsBuilt || built.Report is not { } report) return new(workbook, built.Diagnostics, []);
        var files = built.Documents.Select(d => new OutputFile(NameOf(report, d.Key), d.Value)).ToImmutableArray();
        if (Claim(workbook, files.Select(f => f.RelativePath)) is { } taken) return new(workbook, [.. built.Diagnostics, taken], []);
        return Publish(workbook, built, report, files, key);
    }

    private BuildResult Publish(string workbook, BuiltReport built, Report report, ImmutableArray<OutputFile> files, string? key)
    {
        try
        {
            folder.Publish(files);
            ImmutableArray<string> outputs = [.. files.Select(f => f.RelativePath)];
            _journal.Append(new JournalEntry
            {
                Time = DateTimeOffset.UtcNow, Workbook = NameInJournal(workbook), Sha256 = built.Workbook.Sha256, Key = key ?? "",
                State = PublicationState.Published, Body = report.Body, Year = report.Year, Title = report.Title, Outputs = outputs,
                Warnings = built.Diagnostics.Count(d => d.Severity == Severity.Warning),
            });
            return new(workbook, built.Diagnostics, ForUser(outputs));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(workbook, [.. built.Diagnostics, CommandMessages.CannotWrite(folder.Path, e.Message)], []);
        }
    }

    private JournalEntry? Unchanged(string workbook, string? key) =>
        key is not null && _journal.Latest(NameInJournal(workbook)) is { State: PublicationState.Published } entry
        && entry.Key == key && entry.Outputs.All(o => File.Exists(folder.FullPath(o))) ? entry : null;

    // The first workbook to claim a name has it; a second one would overwrite another body's report.
    private Diagnostic? Claim(string workbook, IEnumerable<string> outputs)
    {
        var taken = outputs.Select(o => (Output: o, Owner: _claims.GetOrAdd(o, workbook))).FirstOrDefault(c => c.Owner != workbook);
        return taken.Owner is null ? null : CommandMessages.SameOutput(workbook, taken.Owner, taken.Output);
    }

    private ImmutableArray<string> ForUser(IEnumerable<string> outputs) => [.. outputs.Select(o => Path.Combine(wishes.Output, o))];

    private static string NameInJournal(string workbook) => Path.GetFullPath(workbook);

    private static string NameOf(Report report, OutputFormat format) =>
        $"{SafeName.For(report.Body)}/{SafeName.For(report.Title)}{EndingOf(format)}";

    private static string EndingOf(OutputFormat format) => format switch
    {
        OutputFormat.Pdf => ".pdf",
        OutputFormat.Html => ".html",
        _ => ".md",
    };
}
