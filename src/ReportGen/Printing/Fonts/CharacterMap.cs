using System.Buffers.Binary;
using ReportGen.Files;

namespace ReportGen.Printing.Fonts;

/// <summary>The characters that the fonts of one file can draw, as its <c>cmap</c> tables say. Immutable.</summary>
internal sealed class CharacterMap
{
    private const int Planes = 17;
    private const int PlaneSize = 0x10000;
    private const int MaxTable = 16 << 20;
    private const int MaxFonts = 64;

    private readonly ulong[]?[] _planes = new ulong[Planes][];

    /// <summary>Whether there is no character.</summary>
    public bool IsEmpty => Array.TrueForAll(_planes, p => p is null);

    /// <summary>Whether the fonts can draw a character.</summary>
    public bool Contains(Rune character)
    {
        var (plane, at) = (character.Value >> 16, character.Value & (PlaneSize - 1));
        return _planes[plane] is { } bits && (bits[at >> 6] & (1UL << (at & 63))) != 0;
    }

    /// <summary>The characters that any of several maps has.</summary>
    public static CharacterMap Union(IEnumerable<CharacterMap> maps)
    {
        var union = new CharacterMap();
        foreach (var map in maps)
        {
            for (var plane = 0; plane < Planes; plane++)
            {
                if (map._planes[plane] is not { } bits) continue;
                var all = union._planes[plane] ??= new ulong[PlaneSize / 64];
                for (var i = 0; i < bits.Length; i++) all[i] |= bits[i];
            }
        }
        return union;
    }

    /// <summary>Reads a TrueType or OpenType font, or a collection of them.</summary>
    /// <returns>The characters; none of those that a damaged part of the file names.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static CharacterMap Read(string path)
    {
        using var file = RegularFile.Open(path);
        var map = new CharacterMap();
        try
        {
            foreach (var font in FontsIn(file)) map.AddTable(TableOf(file, font));
        }
        catch (ArgumentOutOfRangeException)
        {
            // The file ends, or points, outside itself.
        }
        return map;
    }

    private static IEnumerable<uint> FontsIn(FileStream file)
    {
        var head = Bytes(file, 0, 12);
        if (!head.AsSpan(0, 4).SequenceEqual("ttcf"u8)) return [0];
        var count = Math.Min(U32(head, 8), MaxFonts);
        var offsets = Bytes(file, 12, (int)count * 4);
        return Enumerable.Range(0, (int)count).Select(i => U32(offsets, i * 4));
    }

    private static byte[] TableOf(FileStream file, uint font)
    {
        var count = U16(Bytes(file, font, 12), 4);
        var directory = Bytes(file, font + 12, count * 16);
        for (var at = 0; at < directory.Length; at += 16)
        {
            if (directory.AsSpan(at, 4).SequenceEqual("cmap"u8))
                return Bytes(file, U32(directory, at + 8), (int)Math.Min(U32(directory, at + 12), MaxTable));
        }
        return [];
    }

    private static byte[] Bytes(FileStream file, long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + length, file.Length);
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    // A table of groups has all that one of segments has. A variation sequence (platform 0, encoding 5) is no character.
    private void AddTable(ReadOnlySpan<byte> table)
    {
        if (table.IsEmpty) return;
        int segments = 0, groups = 0;
        for (var at = 4; at < 4 + (U16(table, 2) * 8); at += 8)
        {
            if ((U16(table, at), U16(table, at + 2)) is not ((0, not 5) or (3, 1 or 10))) continue;
            var part = (int)Math.Min(U32(table, at + 4), int.MaxValue);
            if (U16(table, part) == 12) groups = part;
            else if (U16(table, part) == 4) segments = part;
        }

        if (groups > 0) AddGroups(table[groups..]);
        else if (segments > 0) AddSegments(table[segments..]);
    }

    private void AddSegments(ReadOnlySpan<byte> part)
    {
        var doubled = U16(part, 6);
        for (var at = 0; at < doubled; at += 2)
        {
            var last = U16(part, 14 + at);
            var first = U16(part, 16 + doubled + at);
            var delta = U16(part, 16 + (2 * doubled) + at);
            var place = 16 + (3 * doubled) + at;
            var offset = U16(part, place);
            for (int c = first; c <= last && c < 0xFFFF; c++)
            {
                var glyph = offset == 0 ? c : U16(part, place + offset + ((c - first) * 2));
                if (offset != 0 && glyph == 0) continue;
                if (((glyph + delta) & 0xFFFF) != 0) Add(c);
            }
        }
    }

    private void AddGroups(ReadOnlySpan<byte> part)
    {
        var count = U32(part, 12);
        for (var i = 0L; i < count; i++)
        {
            var at = (int)Math.Min(16 + (i * 12), int.MaxValue);
            var (first, last, glyph) = (U32(part, at), Math.Min(U32(part, at + 4), 0x10FFFF), U32(part, at + 8));
            for (var c = first; c <= last; c++)
            {
                if (glyph + (c - first) != 0) Add((int)c);
            }
        }
    }

    private void Add(int character)
    {
        var bits = _planes[character >> 16] ??= new ulong[PlaneSize / 64];
        bits[(character & (PlaneSize - 1)) >> 6] |= 1UL << (character & 63);
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
