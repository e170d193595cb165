using ReportGen.Printing;

namespace ReportGen.Cli.Watching;

/// <summary>Templates that were read together, and what results depend on because of them.</summary>
internal sealed record TemplateSet(ReportPipeline Pipeline, BuildFingerprint Fingerprint);

/// <summary>
/// The templates in use. When their files change, they are read anew as soon as they are left alone; while they have mistakes,
/// the last sound ones stay in use.
/// </summary>
/// <param name="folder">The templates folder.</param>
/// <param name="printer">Who prints.</param>
/// <param name="publish">What is built.</param>
/// <param name="timings">How long to wait for silence.</param>
internal sealed class TemplateReloader(string folder, IPdfPrinter printer, PublishOptions publish, WatchTimings timings)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private ImmutableSortedDictionary<string, FileStamp> _seen = ImmutableSortedDictionary<string, FileStamp>.Empty;
    private TimeSpan? _changed;

    /// <summary>The templates in use; null before <see cref="Load"/>.</summary>
    public TemplateSet? Current { get; private set; }

    /// <summary>When <see cref="Refresh"/> should be called again; null when that is not urgent.</summary>
    public TimeSpan? Due => _changed + timings.TemplatesQuiet;

    /// <summary>Reads the templates for the first time. Those without mistakes are used even if others have some.</summary>
    /// <returns>Every mistake; <see cref="Current"/> stays null when there is not one usable kind.</returns>
    public ImmutableArray<Diagnostic> Load()
    {
        _seen = Look();
        var (set, mistakes) = Read();
        Current = set;
        return mistakes;
    }

    /// <summary>Looks whether the files have changed, and reads them again when they have and are left alone.</summary>
    /// <returns>
    /// Null when there is nothing to tell. Else the mistakes, because of which the earlier templates stay in use; when there
    /// are none, <see cref="Current"/> has changed.
    /// </returns>
    public ImmutableArray<Diagnostic>? Refresh(TimeSpan now)
    {
        var files = Look();
        if (!files.SequenceEqual(_seen)) (_seen, _changed) = (files, now);
        if (now < Due || _changed is null) return null;
        _changed = null;
        try
        {
            return Take(Read());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _changed = now;
            return null;
        }
    }

    private ImmutableArray<Diagnostic>? Take((TemplateSet? Set, ImmutableArray<Diagnostic> Mistakes) read)
    {
        var (set, mistakes) = read;
        if (mistakes.Any(m => m.Severity == Severity.Error) || set is null) return mistakes;
        if (set.Fingerprint.IsSameAs(Current?.Fingerprint)) return null;
        Current = set;
        return [];
    }

    private (TemplateSet? Set, ImmutableArray<Diagnostic> Mistakes) Read()
    {
        var (pipeline, mistakes) = ReportPipeline.Load(folder, printer);
        if (pipeline is null) return (null, mistakes);
        // All at once, so that a later mistake in a file does not reach into templates that are in use.
        var more = pipeline.Catalog.All.Where(k => !k.Templates.IsEmpty).SelectMany(k => pipeline.TemplatesOf(k).Diagnostics).Distinct();
        return (new TemplateSet(pipeline, new BuildFingerprint(pipeline, publish).Taken()), [.. mistakes, .. more]);
    }

    private ImmutableSortedDictionary<string, FileStamp> Look()
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", Everything)
                .ToImmutableSortedDictionary(f => f.FullName, f => new FileStamp(f.Length, f.LastWriteTimeUtc), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files come and go while they are saved: the next look tells.
            return _seen;
        }
    }
}
