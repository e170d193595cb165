using System.Buffers.Binary;

namespace ReportGen.Workbooks.Reading;

/// <summary>
/// The structure of an OLE compound file (.xls, .doc, an encrypted .xlsx): whether it is complete, and its stream names.
/// Checked before a library follows the file's sector chains, because a cyclic chain would loop forever.
/// </summary>
internal sealed record CompoundFile
{
    private const uint LastRegularSector = 0xFFFFFFFA;
    private const uint FreeSector = 0xFFFFFFFF;
    private const int HeaderSize = 512;

    /// <summary>The first eight bytes of every compound file.</summary>
    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The names in the directory; empty if it cannot be read.</summary>
    public ImmutableArray<string> Names { get; private init; } = [];

    /// <summary>Whether used sectors are beyond the end of the file.</summary>
    public bool IsTruncated { get; private init; }

    /// <summary>Whether sector chains are cyclic or lead to sectors that no such file has.</summary>
    public bool IsDamaged { get; private init; }

    /// <summary>Whether the directory contains a stream or storage with this name, ignoring case.</summary>
    public bool Has(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses a file that starts with <see cref="Signature"/>.</summary>
    public static CompoundFile Parse(ReadOnlySpan<byte> content)
    {
        if (content.Length < HeaderSize) return new CompoundFile { IsTruncated = true };
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(content[30..]);
        if (shift is not (9 or 12)) return new CompoundFile { IsDamaged = true };
        var size = 1 << shift;
        if (HasImpossibleTable(content, size)) return new CompoundFile { IsDamaged = true };
        if (ReadTable(content, size) is not { } next) return new CompoundFile { IsTruncated = true };
        var sectorsHeld = ((content.Length + size - 1) / size) - 1;
        var used = Array.FindLastIndex(next, n => n != FreeSector) + 1;
        return new CompoundFile
        {
            Names = ReadNames(content, size, next),
            IsTruncated = used > sectorsHeld,
            IsDamaged = HasLoop(next) || HasLoop(ReadSmallTable(content, size, next)),
        };
    }

    // The tables list all sectors, themselves too. A file that is still being written has possible numbers.
    private static bool HasImpossibleTable(ReadOnlySpan<byte> content, int size)
    {
        var sectors = (long)UInt(content, 44) * (size / 4);
        for (var i = 0; i < 109; i++)
            if (UInt(content, 76 + (4 * i)) is var place && place <= LastRegularSector && place >= sectors) return true;
        return false;
    }

    private static uint[]? ReadTable(ReadOnlySpan<byte> content, int size)
    {
        var places = new List<uint>();
        for (var i = 0; i < 109; i++) places.Add(UInt(content, 76 + (4 * i)));
        var more = UInt(content, 68);
        for (var seen = 0; more <= LastRegularSector && seen < content.Length / size; seen++)
        {
            var sector = Sector(content, size, more);
            if (sector.Length < size) return null;
            for (var i = 0; i < (size / 4) - 1; i++) places.Add(UInt(sector, 4 * i));
            more = UInt(sector, size - 4);
        }
        return ReadEntries(content, size, places);
    }

    private static uint[]? ReadEntries(ReadOnlySpan<byte> content, int size, List<uint> places)
    {
        var table = new List<uint>();
        foreach (var place in places.Where(p => p <= LastRegularSector))
        {
            var sector = Sector(content, size, place);
            if (sector.Length < size || table.Count > content.Length / 4) return null;
            for (var i = 0; i < size; i += 4) table.Add(UInt(sector, i));
        }
        return [.. table];
    }

    private static ImmutableArray<string> ReadNames(ReadOnlySpan<byte> content, int size, uint[] next)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var at = UInt(content, 48);
        for (var seen = 0; at < next.Length && seen <= next.Length; seen++, at = next[at])
        {
            var sector = Sector(content, size, at);
            for (var entry = 0; entry + 128 <= sector.Length; entry += 128)
                if (ReadName(sector.Slice(entry, 128)) is { Length: > 0 } name) names.Add(name);
        }
        return names.ToImmutable();
    }

    private static string ReadName(ReadOnlySpan<byte> entry)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return length is > 2 and <= 64 ? Encoding.Unicode.GetString(entry[..(length - 2)]) : "";
    }

    private static bool HasLoop(uint[] next)
    {
        var walk = new int[next.Length];
        for (var start = 0; start < next.Length; start++)
        {
            for (var at = (uint)start; at < next.Length && walk[at] != start + 1; at = next[at])
            {
                if (walk[at] != 0) break;
                walk[at] = start + 1;
                if (next[at] < next.Length && walk[next[at]] == start + 1) return true;
            }
        }
        return false;
    }

    private static uint[] ReadSmallTable(ReadOnlySpan<byte> content, int size, uint[] next)
    {
        var table = new List<uint>();
        var at = UInt(content, 60);
        for (var seen = 0; at < next.Length && seen <= next.Length; seen++, at = next[at])
        {
            var sector = Sector(content, size, at);
            for (var i = 0; i + 4 <= sector.Length; i += 4) table.Add(UInt(sector, i));
        }
        return [.. table];
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> content, int size, uint number)
    {
        var start = ((long)number + 1) * size;
        return start >= content.Length ? [] : content.Slice((int)start, (int)Math.Min(size, content.Length - start));
    }

    private static uint UInt(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
