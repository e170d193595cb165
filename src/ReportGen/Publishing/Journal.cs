using System.Text.Json;

namespace ReportGen.Publishing;

/// <summary>What became of a workbook.</summary>
public enum PublicationState
{
    /// <summary>Its report was published.</summary>
    Published,

    /// <summary>It has errors and went back to its author, marked.</summary>
    Returned,

    /// <summary>It could not be read or printed; the reason is in the entry.</summary>
    Failed,
}

/// <summary>One line of the journal: one workbook's content and what became of it.</summary>
public sealed record JournalEntry
{
    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The workbook: its path relative to the output folder, with <c>/</c> between names.</summary>
    public required string Workbook { get; init; }

    /// <summary>The SHA-256 of its content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the workbook was saved last, in UTC; null when unknown.</summary>
    public DateTimeOffset? Saved { get; init; }

    /// <summary>Everything that the result depends on, as one digest; see <see cref="BuildKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>What became of it.</summary>
    public required PublicationState State { get; init; }

    /// <summary>The edition of its form, <c>KIND/EDITION</c>; null when it could not be read that far.</summary>
    public string? Edition { get; init; }

    /// <summary>
    /// The templates and style sheets that were included, by the names that templates use: <see cref="Key"/> depends on no
    /// others. Null when unknown: then on all of the edition.
    /// </summary>
    public ImmutableSortedSet<string>? Included { get; init; }

    /// <summary>The body; null when the workbook could not be read that far.</summary>
    public string? Body { get; init; }

    /// <summary>The report's year; null when unknown.</summary>
    public int? Year { get; init; }

    /// <summary>The report's title; null when unknown.</summary>
    public string? Title { get; init; }

    /// <summary>The files that were published, relative to the output folder.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>How many findings stop publication.</summary>
    public int Errors { get; init; }

    /// <summary>How many findings must be explained.</summary>
    public int Warnings { get; init; }

    /// <summary>Why it failed, in the language of the run; null otherwise.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// The record of an output folder: one JSON object a line, only ever appended to. A line that was cut off by a crash is
/// passed over; nothing before it is lost. What other processes append is seen after <see cref="Refresh"/>.
/// </summary>
public sealed class Journal
{
    private readonly string _path;
    private readonly FileOperations _disk;
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<string, JournalEntry> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JournalEntry> _byContent = new(StringComparer.Ordinal);
    private long _read;

    private Journal(OutputFolder folder)
    {
        _path = Path.Combine(folder.OwnFolder, "journal.ndjson");
        _disk = folder.Files;
        Files = new(folder.PathComparer);
    }

    /// <summary>Opens the journal of <paramref name="folder"/>, empty where there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Journal Open(OutputFolder folder)
    {
        var journal = new Journal(folder);
        journal.Refresh();
        return journal;
    }

    /// <summary>All entries, oldest first.</summary>
    public ImmutableArray<JournalEntry> Entries
    {
        get { lock (_lock) return [.. _entries]; }
    }

    /// <summary>Which files stand for which workbook.</summary>
    public PublishedFileIndex Files { get; }

    /// <summary>The newest entry for a workbook; null when there is none.</summary>
    public JournalEntry? Latest(string workbook)
    {
        lock (_lock) return _latest.GetValueOrDefault(workbook);
    }

    /// <summary>The newest entry for a content, by its SHA-256, under whatever name; null when there is none.</summary>
    public JournalEntry? LatestWithContent(string sha256)
    {
        lock (_lock) return _byContent.GetValueOrDefault(sha256);
    }

    /// <summary>Reads what other processes have appended.</summary>
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
            Take(text);
        }
    }

    /// <summary>Appends an entry and flushes it to the disk. Where several processes append, the caller holds <see cref="OutputFolder.AcquireLockAsync"/>.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(JournalEntry entry)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, PublishingJson.Journal.JournalEntry) + "\n");
        lock (_lock)
        {
            Refresh();
            using var stream = _disk.Open(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (EndsInsideLine(stream)) line = [(byte)'\n', .. line];
            stream.Seek(0, SeekOrigin.End);
            stream.Write(line);
            stream.Flush(flushToDisk: true);
            _read = stream.Position;
            Add(entry);
        }
    }

    private void Take(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var entry = Parse(end < 0 ? text : text[..end]);
            // The end of the file may be a line that is being written.
            if (end < 0 && entry is null) return;
            if (entry is not null) Add(entry);
            var taken = end < 0 ? text.Length : end + 1;
            _read += taken;
            text = text[taken..];
        }
    }

    private void Add(JournalEntry entry)
    {
        _entries.Add(entry);
        _latest[entry.Workbook] = entry;
        _byContent[entry.Sha256] = entry;
        Files.Add(entry);
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
        catch (JsonException)
        {
            return null;
        }
    }
}
