using System.Diagnostics;
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

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly string _staging;

    private OutputFolder(string path)
    {
        Path = path;
        OwnFolder = System.IO.Path.Combine(path, OwnFolderName);
        _staging = System.IO.Path.Combine(OwnFolder, "staging");
    }

    /// <summary>The folder, as a full path.</summary>
    public string Path { get; }

    /// <summary>The folder for the program's own files, as a full path. It exists.</summary>
    public string OwnFolder { get; }

    /// <summary>Opens an output folder, makes it where it is missing, and completes what an interrupted run had begun.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static OutputFolder Open(string path)
    {
        var folder = new OutputFolder(System.IO.Path.GetFullPath(path));
        Directory.CreateDirectory(folder.OwnFolder);
        folder.CompleteInterrupted();
        return folder;
    }

    /// <summary>
    /// Waits for its turn among all processes that publish in this folder, and keeps it until the result is disposed of. A
    /// process that ends, however it does, loses its turn. Not needed to <see cref="Publish"/>: needed to decide by the journal.
    /// </summary>
    /// <exception cref="IOException">The turn did not come within half a minute.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public IDisposable Enter()
    {
        var path = System.IO.Path.Combine(OwnFolder, "turn.lock");
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException) when (waited.Elapsed < LongestWait)
            {
                Thread.Sleep(5);
            }
        }
    }

    /// <summary>
    /// Publishes <paramref name="files"/> together, and removes <paramref name="obsolete"/> files (relative paths) that an
    /// earlier result left. When it returns, all are in place; when it throws, none is or the next <see cref="Open"/> completes them.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or a file cannot be written.</exception>
    /// <exception cref="ArgumentException">A path leads out of the folder.</exception>
    public void Publish(IReadOnlyList<OutputFile> files, IReadOnlyList<string>? obsolete = null)
    {
        var set = System.IO.Path.Combine(_staging, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(set);
        try
        {
            var moves = files.Select((file, index) => (From: $"{index}", To: Checked(file.RelativePath), file.Content)).ToList();
            foreach (var move in moves) WriteFlushed(System.IO.Path.Combine(set, move.From), move.Content);
            var plan = new Plan([.. moves.Select(m => new Move(m.From, m.To))], [.. (obsolete ?? []).Select(Checked)]);
            WriteFlushed(System.IO.Path.Combine(set, "plan.new"), JsonSerializer.SerializeToUtf8Bytes(plan));
            File.Move(System.IO.Path.Combine(set, "plan.new"), System.IO.Path.Combine(set, "plan"));
        }
        catch
        {
            TryDelete(set);
            throw;
        }

        Complete(set);
    }

    /// <summary>Where a relative path lies on disk.</summary>
    /// <exception cref="ArgumentException">It leads out of the folder.</exception>
    public string FullPath(string relativePath) => System.IO.Path.Combine(Path, Checked(relativePath));

    private string Checked(string relativePath)
    {
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relativePath));
        return full.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? relativePath
            : throw new ArgumentException($"'{relativePath}' leads out of the output folder.", nameof(relativePath));
    }

    private void CompleteInterrupted()
    {
        if (!Directory.Exists(_staging) || Directory.GetDirectories(_staging).Length == 0) return;
        // What another process is about to publish is not interrupted.
        using var turn = Enter();
        foreach (var set in Directory.GetDirectories(_staging))
        {
            if (File.Exists(System.IO.Path.Combine(set, "plan"))) Complete(set);
            else if (Directory.GetLastWriteTimeUtc(set) < DateTime.UtcNow.AddHours(-1)) TryDelete(set);
        }
    }

    private void Complete(string set)
    {
        var plan = JsonSerializer.Deserialize<Plan>(File.ReadAllBytes(System.IO.Path.Combine(set, "plan")))!;
        foreach (var move in plan.Moves)
        {
            var from = System.IO.Path.Combine(set, move.From);
            var to = FullPath(move.To);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            MoveIfThere(from, to);
        }

        foreach (var path in plan.Obsolete) File.Delete(FullPath(path));
        TryDelete(set);
    }

    /// <summary>A file that is gone was moved by the interrupted run, or by another process that completes the same set.</summary>
    private static void MoveIfThere(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (FileNotFoundException) when (File.Exists(to))
        {
        }
    }

    private static void WriteFlushed(string path, ReadOnlyMemory<byte> content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content.Span);
        stream.Flush(flushToDisk: true);
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

    private sealed record Move(string From, string To);

    private sealed record Plan(IReadOnlyList<Move> Moves, IReadOnlyList<string> Obsolete);
}
