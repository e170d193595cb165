using System.Text.Json;

namespace ReportGen.Publishing;

/// <summary>
/// The folder for published reports. The files of one report are published together: they are written to a staging folder and
/// flushed, their moves are recorded in a plan, and only then are they renamed into place. The next run completes an interrupted
/// publication. Thread-safe.
/// </summary>
public sealed class OutputFolder
{
    /// <summary>The name of the program's own folder inside an output folder.</summary>
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

    /// <summary>The full path of the folder.</summary>
    public string Path { get; }

    /// <summary>The full path of the folder for the program's own files; it exists.</summary>
    public string OwnFolder { get; }

    /// <summary>Compares relative paths as the file system does: with or without regard to case.</summary>
    public StringComparer PathComparer { get; }

    /// <summary>How its files are written and renamed.</summary>
    internal FileOperations Files { get; }

    /// <summary>
    /// Opens an output folder, creates it if missing, and completes interrupted publications, unless another process holds the
    /// publish lock and so has completed them.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be created or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static OutputFolder Open(string path) => Open(path, FileOperations.Default);

    /// <inheritdoc cref="Open(string)"/>
    internal static OutputFolder Open(string path, FileOperations files)
    {
        var folder = new OutputFolder(System.IO.Path.GetFullPath(path), files);
        if (folder.StagedFolders().Length == 0) return folder;
        using var publishLock = folder._publishLock.TryOpenLockFile();
        if (publishLock is not null) folder.CompleteAll();
        return folder;
    }

    /// <summary>
    /// Acquires the cross-process publish lock and completes interrupted publications; dispose to release. The operating system
    /// releases the lock if the process ends. Waits without blocking a thread.
    /// </summary>
    /// <exception cref="IOException">Another process did not release the lock within half a minute.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IDisposable> AcquireLockAsync(CancellationToken cancellation = default)
    {
        var publishLock = await _publishLock.AcquireAsync(cancellation).ConfigureAwait(false);
        try
        {
            foreach (var staged in StagedFolders().Where(HasPlan)) TryComplete(staged);
            return publishLock;
        }
        catch
        {
            publishLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Publishes <paramref name="files"/> together and removes <paramref name="obsolete"/> files of an earlier result (relative
    /// paths; default: none) that are not among them. After an exception, either no file is in place or the next <see
    /// cref="AcquireLockAsync"/> completes the publication. The caller must hold the lock if others may publish the same names.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or a file cannot be written.</exception>
    /// <exception cref="ArgumentException">A path leads out of the folder.</exception>
    internal void Publish(IReadOnlyList<OutputFile> files, IReadOnlyList<string>? obsolete = null)
    {
        var staged = System.IO.Path.Combine(_staging, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(staged);
        PublicationPlan plan;
        try
        {
            plan = Write(staged, files, (obsolete ?? []).Except(files.Select(f => f.RelativePath), PathComparer));
            DropReplaced(plan);
            Files.Move(NewPlanOf(staged), PlanOf(staged), overwrite: false);
        }
        catch
        {
            TryDelete(staged);
            throw;
        }

        Complete(staged, plan);
    }

    /// <summary>Returns the name of a workbook in the journal: its path relative to the folder, separated by <c>/</c>.</summary>
    /// <param name="workbook">Its path.</param>
    public string NameOf(string workbook) =>
        System.IO.Path.GetRelativePath(Path, System.IO.Path.GetFullPath(workbook)).Replace('\\', '/');

    /// <summary>Returns the full path of a relative path.</summary>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public string FullPath(string relativePath) => System.IO.Path.Combine(Path, Checked(relativePath));

    /// <summary>Whether a file exists.</summary>
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
        foreach (var staged in StagedFolders())
        {
            if (HasPlan(staged)) TryComplete(staged);
            else if (Directory.GetLastWriteTimeUtc(staged) < DateTime.UtcNow.AddHours(-1)) TryDelete(staged);
        }
    }

    private string[] StagedFolders() => Directory.Exists(_staging) ? Directory.GetDirectories(_staging) : [];

    private static bool HasPlan(string staged) => File.Exists(PlanOf(staged));

    private static string PlanOf(string staged) => System.IO.Path.Combine(staged, "plan");

    private static string NewPlanOf(string staged) => System.IO.Path.Combine(staged, "plan.new");

    private static PublicationPlan? ReadPlan(string staged)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PlanOf(staged)), PlanJson.Default.PublicationPlan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Another process may have completed the publication meanwhile.
            return null;
        }
    }

    private void TryComplete(string staged)
    {
        try
        {
            if (ReadPlan(staged) is { } plan) Complete(staged, plan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that is open elsewhere cannot be replaced; it must not block other publications.
        }
    }

    /// <summary>
    /// Deletes interrupted publications whose files a plan replaces, so that old files never overwrite new ones. What it
    /// publishes is no longer obsolete.
    /// </summary>
    private void DropReplaced(PublicationPlan plan)
    {
        var names = plan.Moves.Select(m => m.To).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var staged in StagedFolders().Where(HasPlan))
        {
            if (ReadPlan(staged) is not { } old) continue;
            if (old.Moves.Any(m => names.Contains(m.To)))
            {
                TryDelete(staged);
            }
            else if (old.Obsolete.Any(names.Contains))
            {
                WritePlan(staged, old with { Obsolete = [.. old.Obsolete.Where(o => !names.Contains(o))] });
                Files.Move(NewPlanOf(staged), PlanOf(staged), overwrite: true);
            }
        }
    }

    private void Complete(string staged, PublicationPlan plan)
    {
        foreach (var move in plan.Moves)
        {
            var to = FullPath(move.To);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            MoveIfPresent(System.IO.Path.Combine(staged, move.From), to);
        }

        // The result is published, even if an earlier one cannot be removed now: the plan stays, and is completed later.
        if (plan.Obsolete.Select(p => TryDeleteFile(FullPath(p))).ToList().TrueForAll(isGone => isGone)) TryDelete(staged);
    }

    private static bool TryDeleteFile(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is open in another program, or may not be deleted.
            return false;
        }
    }

    /// <summary>Moves a file; no-op if an interrupted run or another process has already moved it.</summary>
    private void MoveIfPresent(string from, string to)
    {
        try
        {
            Files.Move(from, to, overwrite: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && File.Exists(to))
        {
            // Already moved; see above.
        }
    }

    private PublicationPlan Write(string staged, IReadOnlyList<OutputFile> files, IEnumerable<string> obsolete)
    {
        var moves = files.Select((file, index) => (From: $"{index}", To: Checked(file.RelativePath), file.Content)).ToList();
        foreach (var move in moves) Files.WriteFlushed(System.IO.Path.Combine(staged, move.From), move.Content.Span);
        var plan = new PublicationPlan([.. moves.Select(m => new PublicationMove(m.From, m.To))], [.. obsolete.Select(Checked)]);
        WritePlan(staged, plan);
        return plan;
    }

    private void WritePlan(string staged, PublicationPlan plan) =>
        Files.WriteFlushed(NewPlanOf(staged), JsonSerializer.SerializeToUtf8Bytes(plan, PlanJson.Default.PublicationPlan));

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A later run deletes what is left.
        }
    }
}
