using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <summary>Everything that the result depends on, as one digest; see <see cref="BuildKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>What became of it.</summary>
    public required PublicationState State { get; init; }

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
/// passed over; nothing before it is lost.
/// </summary>
public sealed class Journal
{
    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _path;
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries;
    private readonly Dictionary<string, JournalEntry> _latest = new(StringComparer.Ordinal);

    private Journal(string path, List<JournalEntry> entries)
    {
        (_path, _entries) = (path, entries);
        foreach (var entry in entries) _latest[entry.Workbook] = entry;
    }

    /// <summary>Opens the journal of <paramref name="folder"/>, empty where there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Journal Open(OutputFolder folder)
    {
        var path = System.IO.Path.Combine(folder.OwnFolder, "journal.ndjson");
        var entries = File.Exists(path) ? File.ReadLines(path).Select(Parse).OfType<JournalEntry>().ToList() : [];
        return new Journal(path, entries);
    }

    /// <summary>All entries, oldest first.</summary>
    public ImmutableArray<JournalEntry> Entries
    {
        get { lock (_lock) return [.. _entries]; }
    }

    /// <summary>The newest entry for a workbook; null when there is none.</summary>
    public JournalEntry? Latest(string workbook)
    {
        lock (_lock) return _latest.GetValueOrDefault(workbook);
    }

    /// <summary>Appends an entry and flushes it to the disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(JournalEntry entry)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Format) + "\n");
        lock (_lock)
        {
            using var stream = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            if (EndsInsideLine(stream)) line = [(byte)'\n', .. line];
            stream.Seek(0, SeekOrigin.End);
            stream.Write(line);
            stream.Flush(flushToDisk: true);
            _entries.Add(entry);
            _latest[entry.Workbook] = entry;
        }
    }

    private static bool EndsInsideLine(FileStream stream)
    {
        if (stream.Length == 0) return false;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }

    private static JournalEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
