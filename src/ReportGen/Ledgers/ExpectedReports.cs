using System.Text.Json;
using System.Text.Json.Serialization;
using ReportGen.Files;
using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>What an output folder is to contain: the reports of these bodies, on this year.</summary>
/// <param name="Roster">The expected bodies; null if unknown.</param>
/// <param name="RosterFile">The full path of the file that the roster was read from; null if none.</param>
/// <param name="Year">The reporting year; null for any.</param>
public sealed record ExpectedReports(Roster? Roster, string? RosterFile, int? Year)
{
    /// <summary>The name of the file in <see cref="OutputFolder.OwnFolder"/> that remembers it from run to run.</summary>
    internal const string FileName = "expected.json";

    private const long LargestFile = 16 << 20;

    // Chinese is not escaped.
    private static readonly ExpectedJsonContext s_types = new(new JsonSerializerOptions(ExpectedJsonContext.Default.Options)
    {
        Encoder = ReadableJsonEncoder.Instance,
    });

    /// <summary>Nothing is known.</summary>
    public static ExpectedReports Any { get; } = new(null, null, null);

    /// <summary>Returns what a run expects: what it asks for, otherwise what the output folder remembers.</summary>
    /// <param name="output">The output folder, which need not exist.</param>
    /// <param name="options">What the run asks for.</param>
    /// <returns>What is expected; null, with the reason, if the roster of this run cannot be read.</returns>
    public static Outcome<ExpectedReports> For(string output, ExpectedOptions options)
    {
        var known = Remembered(output);
        var year = options.NoYear ? null : options.Year ?? known.Year;
        if (options.RosterFile is { } file)
        {
            var read = RosterReader.Read(file);
            return new(read.Value is { } roster ? new(roster, Path.GetFullPath(file), year) : null, read.Diagnostics);
        }

        if (options.NoRoster || known.Roster is null) return new(new(null, null, year), []);
        return (known with { Year = year }).Reread();
    }

    /// <summary>Returns what an output folder remembers; <see cref="Any"/> if nothing or if that cannot be read.</summary>
    public static ExpectedReports Remembered(string output)
    {
        try
        {
            var file = Path.Combine(output, OutputFolder.OwnFolderName, FileName);
            if (!File.Exists(file)) return Any;
            var known = JsonSerializer.Deserialize(RegularFile.ReadBytes(file, LargestFile),
                s_types.ExpectedJson);
            return known?.ToExpected(Path.GetFullPath(output)) ?? Any;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return Any;
        }
    }

    /// <summary>Remembers this in the output folder for the next run.</summary>
    /// <returns>Why it could not be written; null on success.</returns>
    public Diagnostic? Remember(OutputFolder folder)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(ExpectedJson.Of(this, folder.Path), s_types.ExpectedJson);
        var file = Path.Combine(folder.OwnFolder, FileName);
        try
        {
            if (this == Any && !File.Exists(file)) return null;
            if (File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(content)) return null;
            AtomicFile.Write(file, content, folder.Files);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PublishingMessages.CannotWrite(file, e.Message);
        }
    }

    // The file may have been corrected, moved away, or be open in a way that prevents reading.
    private Outcome<ExpectedReports> Reread()
    {
        if (RosterFile is null || !File.Exists(RosterFile)) return new(this, []);
        var read = RosterReader.Read(RosterFile);
        return read.Value is { } roster
            ? new(this with { Roster = roster }, read.Diagnostics)
            : new(this, [LedgerMessages.RosterAsBefore(RosterFile, read.Diagnostics[0].Message)]);
    }
}

/// <summary>What a run asks for; by default, whatever the output folder remembers.</summary>
/// <param name="RosterFile">The roster; null for the one that is remembered.</param>
/// <param name="NoRoster">Whether there is no roster any more.</param>
/// <param name="Year">The reporting year; null for the one that is remembered.</param>
/// <param name="NoYear">Whether any year is accepted again.</param>
public sealed record ExpectedOptions(
    string? RosterFile = null, bool NoRoster = false, int? Year = null, bool NoYear = false);

/// <summary>The remembered file. The roster is kept whole, so that it outlives its file.</summary>
internal sealed record ExpectedJson(int Format, int? Year, string? RosterFile, ImmutableArray<ExpectedBodyJson>? Roster)
{
    public static ExpectedJson Of(ExpectedReports expected, string folder) => new(1, expected.Year,
        expected.RosterFile is { } file ? Path.GetRelativePath(folder, file).Replace('\\', '/') : null,
        expected.Roster is { } roster ? [.. roster.Entries.Select(ExpectedBodyJson.Of)] : null);

    public ExpectedReports ToExpected(string folder) => new(
        Roster is { IsDefaultOrEmpty: false } bodies
            ? new Roster([.. bodies.Where(b => b is { Name.Length: > 0 }).Select(b => b.ToEntry())]) : null,
        RosterFile is { Length: > 0 } file ? Path.GetFullPath(Path.Combine(folder, file)) : null, Year);
}

/// <summary>A body of the remembered roster.</summary>
internal sealed record ExpectedBodyJson(
    string Name, string? Group, ImmutableArray<string>? OtherNames, string? Contact, DateOnly? Deadline)
{
    public static ExpectedBodyJson Of(RosterEntry entry) => new(entry.Name, entry.Group.Length > 0 ? entry.Group : null,
        entry.OtherNames.IsEmpty ? null : entry.OtherNames, entry.Contact.Length > 0 ? entry.Contact : null, entry.Deadline);

    public RosterEntry ToEntry() => new(UnsafeCharacters.Remove(Name), UnsafeCharacters.Remove(Group ?? ""),
        [.. (OtherNames ?? []).Select(n => UnsafeCharacters.Remove(n ?? ""))])
    {
        Contact = UnsafeCharacters.Remove(Contact ?? ""), Deadline = Deadline,
    };
}

/// <summary>Generated JSON serialization.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExpectedJson))]
internal sealed partial class ExpectedJsonContext : JsonSerializerContext;
