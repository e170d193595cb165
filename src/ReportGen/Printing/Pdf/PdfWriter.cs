using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace ReportGen.Printing.Pdf;

/// <summary>Writes a file with its changes: changed objects from their values, all others as they were.</summary>
internal sealed class PdfWriter
{
    private const int IdentifierLength = 16;
    private readonly PooledBytes _output;

    private PdfWriter(PooledBytes output) => _output = output;

    /// <summary>
    /// Writes the file as PDF 1.7, with an identifier that is the hash of its objects: the same objects give the same bytes.
    /// </summary>
    public static byte[] Write(PdfFile file)
    {
        using var output = new PooledBytes(file.Bytes.Length + (64 * 1024));
        new PdfWriter(output).WriteAll(file);
        return output.ToArray();
    }

    private void WriteAll(PdfFile file)
    {
        Put("%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n");
        var positions = new int[file.Objects.Max(o => o.Number) + 1];
        foreach (var item in file.Objects)
        {
            positions[item.Number] = _output.WrittenCount;
            if (item.IsChanged) Put(item);
            else _output.Write(item.Raw);
        }
        var identifier = new PdfString(SHA256.HashData(_output.WrittenSpan)[..IdentifierLength], isHex: true);
        var table = _output.WrittenCount;
        PutTable(positions);
        var trailer = new PdfDictionary([.. file.Trailer.Entries])
        {
            ["Size"] = new PdfNumber(positions.Length), ["ID"] = new PdfArray(identifier, identifier),
        };
        Put("trailer\n");
        Put(trailer);
        Put($"\nstartxref\n{table}\n%%EOF\n");
    }

    // An object that is not used is freed by a line of the same length; nothing of it is left in the file.
    private void PutTable(int[] positions)
    {
        Put($"xref\n0 {positions.Length}\n");
        Span<byte> line = stackalloc byte[20];
        for (var number = 0; number < positions.Length; number++)
        {
            (positions[number] > 0 ? "0000000000 00000 n \n"u8 : "0000000000 65535 f \n"u8).CopyTo(line);
            Utf8Formatter.TryFormat(positions[number], line, out _, new StandardFormat('D', 10));
            _output.Write(line);
        }
    }

    private void Put(PdfObject item)
    {
        Put($"{item.Number} 0 obj\n");
        if (item.IsStream && item.Dictionary is { } dictionary)
        {
            dictionary["Length"] = new PdfNumber(item.Data.Length);
            Put(dictionary);
            Put(" stream\n");
            _output.Write(item.Data.Span);
            Put("\nendstream");
        }
        else
        {
            Put(item.Value);
        }
        Put("\nendobj\n");
    }

    private void Put(PdfValue value)
    {
        switch (value)
        {
            case PdfName name: PutName(name.Text); break;
            case PdfNumber { Text: { } text }: _output.Write(text); break;
            case PdfNumber number: Put(((long)number.Value).ToString(CultureInfo.InvariantCulture)); break;
            case PdfString text: PutString(text); break;
            case PdfReference reference: Put($"{reference.Number} 0 R"); break;
            case PdfArray array: PutArray(array); break;
            case PdfDictionary dictionary: PutDictionary(dictionary); break;
            default: Put(value == PdfKeyword.True ? "true" : value == PdfKeyword.False ? "false" : "null"); break;
        }
    }

    private void PutArray(PdfArray array)
    {
        Put("[");
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0) Put(" ");
            Put(array.Items[i]);
        }
        Put("]");
    }

    private void PutDictionary(PdfDictionary dictionary)
    {
        Put("<<");
        for (var i = 0; i < dictionary.Entries.Count; i++)
        {
            if (i > 0) Put("\n");
            PutName(dictionary.Entries[i].Key);
            Put(" ");
            Put(dictionary.Entries[i].Value);
        }
        Put(">>");
    }

    private void PutName(string name)
    {
        Put("/");
        foreach (var character in name)
        {
            if (character is > '!' and <= '~' and not '#' && PdfReader.IsRegular((byte)character)) Put([character]);
            else Put($"#{(int)character:X2}");
        }
    }

    private void PutString(PdfString text)
    {
        if (text.IsHex)
        {
            Put("<");
            if (text.IsMalformed) _output.Write(text.Bytes);
            else Put(Convert.ToHexString(text.Bytes));
            Put(">");
            return;
        }
        Put("(");
        foreach (var b in text.Bytes)
        {
            if (b is (byte)'(' or (byte)')' or (byte)'\\') Put("\\");
            if (b is (byte)'\r') Put("\\r");
            else _output.Write([b]);
        }
        Put(")");
    }

    private void Put(ReadOnlySpan<char> latin1) =>
        _output.Advance(Encoding.Latin1.GetBytes(latin1, _output.GetSpan(latin1.Length)));
}
