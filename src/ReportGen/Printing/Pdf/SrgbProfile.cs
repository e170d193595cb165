using System.Buffers.Binary;

namespace ReportGen.Printing.Pdf;

/// <summary>The ICC profile (version 2.1) of the colour space sRGB, IEC 61966-2-1, in which browsers paint.</summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int CurveEntries = 256;
    private const string Description = "sRGB IEC61966-2.1";

    // X, Y and Z of white and of the primaries, adapted to D50, as s15Fixed16.
    private static readonly int[] s_white = [0xF6D6, 0x10000, 0xD32D];
    private static readonly int[] s_red = [0x6FA2, 0x38F5, 0x0390];
    private static readonly int[] s_green = [0x6299, 0xB785, 0x18DA];
    private static readonly int[] s_blue = [0x24A0, 0x0F84, 0xB6CF];

    /// <summary>The profile, about 1 kB.</summary>
    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        var curve = Curve();
        (string Name, byte[] Data)[] tags =
        [
            ("desc", DescriptionTag()), ("cprt", [.. "text\0\0\0\0No copyright, use freely.\0"u8]), ("wtpt", Xyz(s_white)),
            ("rXYZ", Xyz(s_red)), ("gXYZ", Xyz(s_green)), ("bXYZ", Xyz(s_blue)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var table = new List<byte>(Number(tags.Length));
        var data = new List<byte>();
        var places = new Dictionary<byte[], int>();
        foreach (var (name, bytes) in tags)
        {
            if (places.TryAdd(bytes, HeaderLength + 4 + (tags.Length * 12) + data.Count))
            {
                data.AddRange(bytes);
                while (data.Count % 4 != 0) data.Add(0);
            }
            table.AddRange([.. Encoding.ASCII.GetBytes(name), .. Number(places[bytes]), .. Number(bytes.Length)]);
        }
        return [.. Header(HeaderLength + table.Count + data.Count), .. table, .. data];
    }

    private static byte[] Header(int size)
    {
        var header = new byte[HeaderLength];
        Number(size).CopyTo(header, 0);
        Number(0x02100000).CopyTo(header, 8);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        byte[] firstOf2000 = [0x07, 0xD0, 0, 1, 0, 1];
        firstOf2000.CopyTo(header, 24);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz(s_white).AsSpan(8).CopyTo(header.AsSpan(68));
        return header;
    }

    // An ASCII text, and empty ones in Unicode and for the Macintosh.
    private static byte[] DescriptionTag() =>
    [
        .. "desc\0\0\0\0"u8, .. Number(Description.Length + 1), .. Encoding.ASCII.GetBytes(Description), 0,
        .. new byte[4 + 4 + 2 + 1 + 67],
    ];

    private static byte[] Xyz(int[] values) => [.. "XYZ \0\0\0\0"u8, .. values.SelectMany(Number)];

    private static byte[] Curve()
    {
        var result = new List<byte>([.. "curv\0\0\0\0"u8, .. Number(CurveEntries)]);
        for (var i = 0; i < CurveEntries; i++)
        {
            var signal = i / (CurveEntries - 1.0);
            var linear = signal <= 0.04045 ? signal / 12.92 : Math.Pow((signal + 0.055) / 1.055, 2.4);
            var value = (ushort)Math.Round(linear * ushort.MaxValue);
            result.AddRange([(byte)(value >> 8), (byte)value]);
        }
        return [.. result];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
