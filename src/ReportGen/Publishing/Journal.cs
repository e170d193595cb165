using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportGen.Publishing;

/// <summary>The outcome of publishing a workbook.</summary>
public enum PublicationState
{
    /// <summary>Its report was published.</summary>
    Published,

    /// <summary>It has errors: it was returned to its author.</summary>
    Returned,

    /// <summary>It could not be read, rendered, printed or written; the entry has the reason.</summary>
    Failed,
}

/// <summary>One line of the journal: a workbook's content and its result.</summary>
public sealed record JournalEntry
{
    /// <summary>When the result was recorded, in UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The workbook's path relative to the output folder, separated by <c>/</c>.</summary>
    public required string Workbook { get; init; }

    /// <summary>The SHA-256 of its content, in lower-case hexadecimal; empty if the file could not be read.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The workbook's last write time, in UTC; null if unknown.</summary>
    public DateTimeOffset? Saved { get; init; }

    /// <summary>The digest of everything that the result depends on; see <see cref="BuildKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The outcome.</summary>
    public required PublicationState State { get; init; }

    /// <summary>The edition of its form, <c>KIND/EDITION</c>; null if it could not be read.</summary>
    public string? Edition { get; init; }

    /// <summary>
    /// The included templates and style sheets on which <see cref="Key"/> depends, by the names that templates use; null if
    /// unknown, so that the key depends on all files of the edition.
    /// </summary>
    public ImmutableSortedSet<string>? Included { get; init; }

    /// <summary>The body's name; null if it could not be read.</summary>
    public string? Body { get; init; }

    /// <summary>The report's year; null if unknown.</summary>
    public int? Year { get; init; }

    /// <summary>The report's period, such as <c>2025</c> or <c>2026 3月</c>; null if unknown or if it has none.</summary>
    public string? Period { get; init; }

    /// <summary>The report's title; null if unknown.</summary>
    public string? Title { get; init; }

    /// <summary>The number of empty cells that were counted as 0, as the cover declares; null if it does not.</summary>
    public int? BlanksAsZero { get; init; }

    /// <summary>The published files, relative to the output folder; empty by default.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>The number of errors.</summary>
    public int Errors { get; init; }

    /// <summary>The number of warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>The reason for a failure, in the language of the run; null if it did not fail.</summary>
    public string? Reason { get; init; }

    /// <summary>How to correct the failure, in the language of the run; null if unknown or if it did not fail.</summary>
    public string? Remedy { get; init; }

    /// <summary>
    /// The first errors of a returned workbook in words, with their cells, in the language of the run; null for other results.
    /// </summary>
    public ImmutableArray<string>? Worst { get; init; }

    /// <summary>
    /// The other workbook of the same report, named like <see cref="Workbook"/>, that was processed instead of this one; null
    /// for other results.
    /// </summary>
    public string? Rival { get; init; }

    /// <summary>The SHA-256 of the workbook among <see cref="Outputs"/>; null if there is none.</summary>
    public string? OutputSha256 { get; init; }

    /// <summary>Where its line begins in the journal, in bytes; 0 if it is not in a journal.</summary>
    [JsonIgnore]
    internal long Position { get; init; }
}

/// <summary>
/// The append-only log of an output folder, with one JSON object per line. An incomplete line after a crash is skipped. Entries
/// of other processes appear after <see cref="Refresh"/>. The file keeps everything; in memory are the newest results of each
/// workbook (<see cref="WorkbookHistory"/>). Thread-safe.
/// </summary>
public sealed class Journal
{
    private readonly string _path;
    private readonly FileOperations _disk;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WorkbookHistory> _histories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableSortedSet<string>> _included = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JournalEntry> _byContent = new(StringComparer.Ordinal);
    private long _read;

    private Journal(OutputFolder folder)
    {
        _path = Path.Combine(folder.OwnFolder, "journal.ndjson");
        _disk = folder.Files;
        Files = new(folder.PathComparer);
    }

    /// <summary>Opens the journal of <paramref name="folder"/>; empty if there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Journal Open(OutputFolder folder)
    {
        var journal = new Journal(folder);
        journal.Refresh();
        return journal;
    }

    /// <summary>The newest entries of all workbooks, oldest first.</summary>
    public ImmutableArray<JournalEntry> Entries
    {
        get { lock (_lock) return [.. _histories.Values.SelectMany(h => h.Entries).OrderBy(e => e.Position)]; }
    }

    /// <summary>The length of the journal in bytes, up to what was read.</summary>
    public long Length
    {
        get { lock (_lock) return _read; }
    }

    /// <summary>The published files by workbook.</summary>
    internal PublishedFileIndex Files { get; }

    /// <summary>Whether another workbook's report has replaced the newest result of a workbook.</summary>
    /// <param name="workbook">Its name; see <see cref="OutputFolder.NameOf"/>.</param>
    public bool IsSuperseded(string workbook) => Files.IsSuperseded(workbook);

    /// <summary>Returns the newest entry of a workbook; null if none.</summary>
    public JournalEntry? Latest(string workbook)
    {
        lock (_lock) return _histories.GetValueOrDefault(workbook)?.Latest;
    }

    /// <summary>Returns the number of results of a workbook before those in <see cref="Entries"/>.</summary>
    internal int Forgotten(string workbook)
    {
        lock (_lock) return _histories.GetValueOrDefault(workbook)?.Forgotten ?? 0;
    }

    /// <summary>Returns the newest entry with a content, by its SHA-256, under any name; null if none.</summary>
    public JournalEntry? LatestWithContent(string sha256)
    {
        lock (_lock) return _byContent.GetValueOrDefault(sha256);
    }

    /// <summary>Whether a content, by its SHA-256, is that of a workbook that the program has put into the folder.</summary>
    public bool HasWritten(string sha256)
    {
        lock (_lock) return _histories.Values.Any(h => h.Entries.Any(e => e.OutputSha256 == sha256));
    }

    /// <summary>Reads the entries that other processes have appended.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Refresh()
    {
        lock (_lock)
        {
            if (!File.Exists(_path)) return;
            using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (stream.Length <= _read) return;
            var text = new byte[stream.Length - _read];
            stream.Seek(_read, SeekOrigin.Begin);
            stream.ReadExactly(text);
            ParseLines(text);
        }
    }

    /// <summary>
    /// Appends an entry and flushes it to disk. The caller must hold the lock of <see cref="OutputFolder.AcquireLockAsync"/> if
    /// other processes may append.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(JournalEntry entry)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, PublishingJson.Journal.JournalEntry) + "\n");
        lock (_lock)
        {
            Refresh();
            using var stream = _disk.Open(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (EndsInsideLine(stream)) line = [(byte)'\n', .. line];
            var position = stream.Seek(0, SeekOrigin.End);
            stream.Write(line);
            stream.Flush(flushToDisk: true);
            _read = stream.Position;
            Add(entry with { Position = position });
        }
    }

    private void ParseLines(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var entry = Parse(end < 0 ? text : text[..end]);
            // Another process may still be writing the last line.
            if (end < 0 && entry is null) return;
            if (entry is not null) Add(entry with { Position = _read });
            var length = end < 0 ? text.Length : end + 1;
            _read += length;
            text = text[length..];
        }
    }

    private void Add(JournalEntry entry)
    {
        if (!_histories.TryGetValue(entry.Workbook, out var history)) _histories[entry.Workbook] = history = new();
        entry = history.Shared(entry) with { Included = Shared(entry.Included) };
        _byContent[entry.Sha256] = entry;
        Files.Add(entry);
        if (history.Add(entry) is { } dropped && _byContent.GetValueOrDefault(dropped.Sha256) is { } known
            && known.Position == dropped.Position && !known.Outputs.Any(o => ReferenceEquals(Files.OwnerOf(o), known)))
        {
            _byContent.Remove(dropped.Sha256);
        }
    }

    // Most reports include the same few files.
    private ImmutableSortedSet<string>? Shared(ImmutableSortedSet<string>? names)
    {
        if (names is null) return null;
        var key = string.Join('\n', names);
        return _included.TryGetValue(key, out var known) ? known : _included[key] = names;
    }

    private static bool EndsInsideLine(FileStream stream)
    {
        if (stream.Length == 0) return false;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }

    private static JournalEntry? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, PublishingJson.Journal.JournalEntry);
        }
        catch (JsonException) // A line that a crash cut off.
        {
            return null;
        }
    }
}
