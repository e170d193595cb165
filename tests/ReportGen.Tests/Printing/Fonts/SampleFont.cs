using System.Buffers.Binary;

namespace ReportGen.Tests.Printing.Fonts;

/// <summary>Font files that have nothing but the table of their characters.</summary>
internal static class SampleFont
{
    /// <summary>A font with a table of format 12, which can have all characters of Unicode.</summary>
    public static byte[] Groups(params (int First, int Last, int Glyph)[] groups)
    {
        var part = new Bytes().U16(12).U16(0).U32(16 + (groups.Length * 12)).U32(0).U32(groups.Length);
        foreach (var (first, last, glyph) in groups) part.U32(first).U32(last).U32(glyph);
        return File(part.ToArray(), platform: 3, encoding: 10);
    }

    /// <summary>A font with a table of format 12 in which every character of a text has a glyph.</summary>
    public static byte[] Of(string text) => Groups([.. text.EnumerateRunes().Select((r, i) => (r.Value, r.Value, i + 1))]);

    /// <summary>
    /// A font with a table of format 4: 0x41 to 0x43 by a difference, of which 0x42 becomes glyph 0, and 0x61 to 0x63 by a list,
    /// in which 0x62 has glyph 0.
    /// </summary>
    public static byte[] Segments(int platform = 3, int encoding = 1)
    {
        var part = new Bytes().U16(4).U16(0).U16(0).U16(6).U16(0).U16(0).U16(0)
            .U16(0x43).U16(0x63).U16(0xFFFF).U16(0)
            .U16(0x41).U16(0x61).U16(0xFFFF)
            .U16(0x10000 - 0x42).U16(0).U16(1)
            .U16(0).U16(4).U16(0)
            .U16(7).U16(0).U16(8);
        return File(part.ToArray(), platform, encoding);
    }

    /// <summary>A collection of fonts.</summary>
    public static byte[] Collection(params byte[][] fonts)
    {
        var head = new Bytes().Tag("ttcf").U32(0x10000).U32(fonts.Length);
        var at = 12 + (4 * fonts.Length);
        foreach (var font in fonts)
        {
            head.U32(at);
            at += font.Length;
        }
        at = 12 + (4 * fonts.Length);
        var moved = new List<byte>(head.ToArray());
        foreach (var font in fonts)
        {
            var copy = font.ToArray();
            // The offset of its only table counts from the beginning of the file.
            var table = BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(20)) + (uint)at;
            BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(20), table);
            moved.AddRange(copy);
            at += font.Length;
        }
        return [.. moved];
    }

    private static byte[] File(byte[] part, int platform, int encoding)
    {
        var table = new Bytes().U16(0).U16(1).U16(platform).U16(encoding).U32(12).ToArray().Concat(part).ToArray();
        var head = new Bytes().U32(0x10000).U16(1).U16(0).U16(0).U16(0).Tag("cmap").U32(0).U32(28).U32(table.Length);
        return [.. head.ToArray(), .. table];
    }

    private sealed class Bytes
    {
        private readonly List<byte> _bytes = [];

        public Bytes U16(int value)
        {
            _bytes.AddRange([(byte)(value >> 8), (byte)value]);
            return this;
        }

        public Bytes U32(int value) => U16(value >> 16).U16(value);

        public Bytes Tag(string tag)
        {
            _bytes.AddRange(tag.Select(c => (byte)c));
            return this;
        }

        public byte[] ToArray() => [.. _bytes];
    }
}
