using System.Text.Json;

namespace ReportGen.Publishing;

/// <summary>
/// The folder that reports are published in. The files of one report appear together and whole: they are written aside
/// and flushed, their moves are recorded, and only then renamed into place; a run that was cut off is completed by
/// the next one.
/// </summary>
public sealed class OutputFolder
{
    /// <summary>The folder inside an output folder that the program keeps its own files in.</summary>
    public const string OwnFolderName = ".reportgen";

    private readonly string _staging;
    private readonly PublishLock _publishLock;

    private OutputFolder(string path, FileOperations files)
    {
        Files = files;
        Path = path;
        OwnFolder = System.IO.Path.Combine(path, OwnFolderName);
        _staging = System.IO.Path.Combine(OwnFolder, "staging");
        _publishLock = new(System.IO.Path.Combine(OwnFolder, "turn.lock"));
        Directory.CreateDirectory(OwnFolder);
        var ignoresCase = Directory.Exists(System.IO.Path.Combine(path, OwnFolderName.ToUpperInvariant()));
        PathComparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
    }

    /// <summary>The folder, as a full path.</summary>
    public string Path { get; }

    /// <summary>The folder for the program's own files, as a full path. It exists.</summary>
    public string OwnFolder { get; }

    /// <summary>Tells whether two relative paths name the same file here: on some disks, also when only upper and lower case differ.</summary>
    public StringComparer PathComparer { get; }

    /// <summary>How its files are written and renamed.</summary>
    internal FileOperations Files { get; }

    /// <summary>
    /// Opens an output folder, makes it where it is missing, and completes what an interrupted run had begun; does not wait
    /// for a process that publishes there now, which has completed it.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static OutputFolder Open(string path) => Open(path, FileOperations.Default);

    /// <inheritdoc cref="Open(string)"/>
    internal static OutputFolder Open(string path, FileOperations files)
    {
        var folder = new OutputFolder(System.IO.Path.GetFullPath(path), files);
        if (folder.Sets().Length == 0) return folder;
        using var publishLock = folder._publishLock.TryOpenLockFile();
        if (publishLock is not null) folder.CompleteAll();
        return folder;
    }

    /// <summary>
    /// Acquires the cross-process publish lock and completes interrupted publications; dispose to release. A process that
    /// ends, however it does, releases the lock. Waiting holds no thread.
    /// </summary>
    /// <exception cref="IOException">Another process did not release the lock within half a minute.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IDisposable> AcquireLockAsync(CancellationToken cancellation = default)
    {
        var publishLock = await _publishLock.AcquireAsync(cancellation).ConfigureAwait(false);
        try
        {
            foreach (var set in Sets().Where(HasPlan)) TryComplete(set);
            return publishLock;
        }
        catch
        {
            publishLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Publishes <paramref name="files"/> together, and removes <paramref name="obsolete"/> files (relative paths) that an
    /// earlier result left and that are not among the files. When it returns, all are in place; when it throws, none is or the
    /// next <see cref="AcquireLockAsync"/> completes them. Where others may publish the same names, the caller holds the lock.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or a file cannot be written.</exception>
    /// <exception cref="ArgumentException">A path leads out of the folder.</exception>
    public void Publish(IReadOnlyList<OutputFile> files, IReadOnlyList<string>? obsolete = null)
    {
        var set = System.IO.Path.Combine(_staging, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(set);
        PublicationPlan plan;
        try
        {
            plan = Write(set, files, (obsolete ?? []).Except(files.Select(f => f.RelativePath), PathComparer));
            DropReplaced(plan);
            Files.Move(System.IO.Path.Combine(set, "plan.new"), PlanOf(set), overwrite: false);
        }
        catch
        {
            TryDelete(set);
            throw;
        }

        Complete(set, plan);
    }

    /// <summary>Where a relative path lies on disk.</summary>
    /// <exception cref="ArgumentException">It leads out of the folder.</exception>
    public string FullPath(string relativePath) => System.IO.Path.Combine(Path, Checked(relativePath));

    /// <summary>Whether a file is there.</summary>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public bool Has(string relativePath) => File.Exists(FullPath(relativePath));

    private string Checked(string relativePath)
    {
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relativePath));
        return full.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? relativePath
            : throw new ArgumentException($"'{relativePath}' leads out of the output folder.", nameof(relativePath));
    }

    private void CompleteAll()
    {
        foreach (var set in Sets())
        {
            if (HasPlan(set)) TryComplete(set);
            else if (Directory.GetLastWriteTimeUtc(set) < DateTime.UtcNow.AddHours(-1)) TryDelete(set);
        }
    }

    private string[] Sets() => Directory.Exists(_staging) ? Directory.GetDirectories(_staging) : [];

    private static bool HasPlan(string set) => File.Exists(PlanOf(set));

    private static string PlanOf(string set) => System.IO.Path.Combine(set, "plan");

    // Another process may be done with it just now.
    private static PublicationPlan? ReadPlan(string set)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PlanOf(set)), PlanJson.Default.PublicationPlan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private void TryComplete(string set)
    {
        try
        {
            if (ReadPlan(set) is { } plan) Complete(set, plan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that is open somewhere may not be replaced; it must not keep others from being published.
        }
    }

    /// <summary>What could not be put in place before, and is now replaced, must not come later.</summary>
    private void DropReplaced(PublicationPlan plan)
    {
        var names = plan.Moves.Select(m => m.To).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var set in Sets().Where(HasPlan))
            if (ReadPlan(set)?.Moves.Any(m => names.Contains(m.To)) == true) TryDelete(set);
    }

    private void Complete(string set, PublicationPlan plan)
    {
        foreach (var move in plan.Moves)
        {
            var to = FullPath(move.To);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            MoveIfThere(System.IO.Path.Combine(set, move.From), to);
        }

        foreach (var path in plan.Obsolete) File.Delete(FullPath(path));
        TryDelete(set);
    }

    /// <summary>A file that is gone was moved by the interrupted run, or by another process that completes the same set.</summary>
    private void MoveIfThere(string from, string to)
    {
        try
        {
            Files.Move(from, to, overwrite: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && File.Exists(to))
        {
        }
    }

    private PublicationPlan Write(string set, IReadOnlyList<OutputFile> files, IEnumerable<string> obsolete)
    {
        var moves = files.Select((file, index) => (From: $"{index}", To: Checked(file.RelativePath), file.Content)).ToList();
        foreach (var move in moves) Files.WriteFlushed(System.IO.Path.Combine(set, move.From), move.Content.Span);
        var plan = new PublicationPlan([.. moves.Select(m => new PublicationMove(m.From, m.To))], [.. obsolete.Select(Checked)]);
        Files.WriteFlushed(
            System.IO.Path.Combine(set, "plan.new"), JsonSerializer.SerializeToUtf8Bytes(plan, PlanJson.Default.PublicationPlan));
        return plan;
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // What stays is removed by a later run.
        }
    }
}
