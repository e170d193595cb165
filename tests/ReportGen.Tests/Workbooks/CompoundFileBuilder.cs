using System.Buffers.Binary;
using System.Text;

namespace ReportGen.Tests.Workbooks;

/// <summary>Builds minimal OLE compound files: header, one table sector, one directory sector, one stream.</summary>
internal static class CompoundFileBuilder
{
    private const uint End = 0xFFFFFFFE;
    private const uint Table = 0xFFFFFFFD;

    public static byte[] WithStream(string name) => Make(name, [Table, End, 3, 4, 5, 6, 7, 8, 9, End]);

    public static byte[] WithLoop(string name) => Make(name, [Table, End, 3, 4, 5, 6, 7, 8, 9, 2]);

    private static byte[] Make(string name, uint[] chain)
    {
        var file = new byte[512 * 11];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(24), 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(32), 6);
        Put(file, 44, 1);
        Put(file, 48, 1);
        Put(file, 56, 4096);
        Put(file, 60, End);
        Put(file, 68, End);
        file.AsSpan(76, 436).Fill(0xFF);
        Put(file, 76, 0);
        file.AsSpan(512, 512).Fill(0xFF);
        for (var i = 0; i < chain.Length; i++) Put(file, 512 + (4 * i), chain[i]);
        PutEntry(file.AsSpan(1024), "Root Entry", 5, End, 0);
        PutEntry(file.AsSpan(1152), name, 2, 2, 4096);
        return file;
    }

    private static void PutEntry(Span<byte> entry, string name, byte type, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        entry.Slice(68, 12).Fill(0xFF);
        if (type == 5) BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }

    private static void Put(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
