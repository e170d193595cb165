using ReportGen.Printing;

namespace ReportGen.Cli.Watching;

/// <summary>A pipeline with loaded templates, and its fingerprint.</summary>
internal sealed record TemplateSet(ReportPipeline Pipeline, BuildFingerprint Fingerprint);

/// <summary>
/// Provides the current templates. Loads them again after their files have changed and a quiet time has passed; if they have
/// errors, the previous templates stay in use. Not thread-safe.
/// </summary>
/// <param name="folder">The templates folder.</param>
/// <param name="printer">The printer.</param>
/// <param name="publish">How workbooks are built and published.</param>
/// <param name="timings">The quiet time.</param>
internal sealed class TemplateReloader(string folder, IPdfPrinter printer, PublishOptions publish, WatchTimings timings)
{
    private static readonly EnumerationOptions s_everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private ImmutableSortedDictionary<string, FileStamp> _seen = ImmutableSortedDictionary<string, FileStamp>.Empty;
    private TimeSpan? _changed;

    /// <summary>The templates in use; null before <see cref="Load"/>.</summary>
    public TemplateSet? Current { get; private set; }

    /// <summary>When <see cref="Refresh"/> must be called again; null if no change is pending.</summary>
    public TimeSpan? Due => _changed + timings.TemplatesQuiet;

    /// <summary>
    /// Loads the templates for the first time. Kinds without errors are used even if others have errors; workbooks of the others
    /// wait.
    /// </summary>
    /// <returns>All findings; <see cref="Current"/> stays null if there is no kind.</returns>
    public ImmutableArray<Diagnostic> Load()
    {
        _seen = Scan();
        var (set, findings) = Read();
        Current = set;
        return findings;
    }

    /// <summary>Checks the files for changes, and loads them again when the quiet time has passed.</summary>
    /// <returns>
    /// Null if nothing has changed. Otherwise the findings: with an error, the previous templates stay in use; if empty, <see
    /// cref="Current"/> has changed.
    /// </returns>
    public ImmutableArray<Diagnostic>? Refresh(TimeSpan now)
    {
        var files = Scan();
        if (!files.SequenceEqual(_seen)) (_seen, _changed) = (files, now);
        if (now < Due || _changed is null) return null;
        _changed = null;
        try
        {
            return Apply(Read());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file is being saved: try again after the quiet time.
            _changed = now;
            return null;
        }
    }

    private ImmutableArray<Diagnostic>? Apply((TemplateSet? Set, ImmutableArray<Diagnostic> Findings) read)
    {
        var (set, findings) = read;
        if (findings.Any(f => f.Severity == Severity.Error) || set is null) return findings;
        if (set.Fingerprint.IsSameAs(Current?.Fingerprint)) return null;
        Current = set;
        return [];
    }

    private (TemplateSet? Set, ImmutableArray<Diagnostic> Findings) Read()
    {
        var (pipeline, findings) = ReportPipeline.LoadToWait(folder, printer);
        if (pipeline is null) return (null, findings);
        // Load everything now, so that a later error in a file does not affect templates in use.
        var more = pipeline.Catalog.All.Where(k => !k.Templates.IsEmpty).SelectMany(k => pipeline.TemplatesOf(k).Diagnostics)
            .Distinct();
        return (new TemplateSet(pipeline, new BuildFingerprint(pipeline, publish).ComputeAll()), [.. findings, .. more]);
    }

    private ImmutableSortedDictionary<string, FileStamp> Scan()
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", s_everything)
                .ToImmutableSortedDictionary(f => f.FullName, f => new FileStamp(f.Length, f.LastWriteTimeUtc),
                    StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files appear and disappear while they are saved; the next scan sees the result.
            return _seen;
        }
    }
}
