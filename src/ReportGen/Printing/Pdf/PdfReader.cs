using System.Buffers.Binary;
using System.Buffers.Text;

namespace ReportGen.Printing.Pdf;

/// <summary>Reads values from the bytes of a PDF.</summary>
/// <exception cref="PdfFormatException">From every method: the bytes are not a value, or are nested too deep.</exception>
internal ref struct PdfReader(ReadOnlySpan<byte> bytes, int position, PdfNames names)
{
    private const int MaxDepth = 64;

    // A table, because each byte of every content stream is looked up.
    private static readonly Kind[] s_kinds = [.. Enumerable.Range(0, 256).Select(b => KindOf((byte)b))];

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _depth;

    /// <summary>The position after what was read.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Whether a byte is white space (ISO 32000-1, table 1).</summary>
    public static bool IsSpace(byte b) => s_kinds[b] == Kind.Space;

    /// <summary>Whether a byte belongs to a name, number or keyword.</summary>
    public static bool IsRegular(byte b) => s_kinds[b] == Kind.Regular;

    /// <summary>Skips white space and comments.</summary>
    public void SkipSpace()
    {
        while (Position < _bytes.Length)
        {
            var b = _bytes[Position];
            if (b == '%')
            {
                while (Position < _bytes.Length && _bytes[Position] is not ((byte)'\n' or (byte)'\r')) Position++;
            }
            else if (IsSpace(b))
            {
                Position++;
            }
            else
            {
                break;
            }
        }
    }

    /// <summary>Skips a keyword if it is next.</summary>
    public bool Skip(ReadOnlySpan<byte> keyword)
    {
        if (!_bytes[Position..].StartsWith(keyword)) return false;
        Position += keyword.Length;
        return true;
    }

    /// <summary>Reads a number that is not negative and has no sign.</summary>
    public int ReadNumber()
    {
        SkipSpace();
        if (!Utf8Parser.TryParse(_bytes[Position..], out int number, out var used) || number < 0) throw Malformed();
        Position += used;
        return number;
    }

    /// <summary>Reads the next value.</summary>
    public PdfValue Read()
    {
        SkipSpace();
        if (Position >= _bytes.Length) throw Malformed();
        switch (_bytes[Position])
        {
            case (byte)'/': return ReadName();
            case (byte)'(': return ReadString();
            case (byte)'[': return ReadArray();
            case (byte)'<' when Position + 1 < _bytes.Length && _bytes[Position + 1] == '<': return ReadDictionary();
            case (byte)'<': return ReadHexadecimal();
            case (byte)'n' when Skip("null"u8): return PdfKeyword.Null;
            case (byte)'t' when Skip("true"u8): return PdfKeyword.True;
            case (byte)'f' when Skip("false"u8): return PdfKeyword.False;
            default: return ReadNumberOrReference();
        }
    }

    private PdfName ReadName()
    {
        var start = ++Position;
        while (Position < _bytes.Length && IsRegular(_bytes[Position])) Position++;
        return names.Of(_bytes[start..Position]);
    }

    private PdfValue ReadNumberOrReference()
    {
        var start = Position;
        while (Position < _bytes.Length && IsRegular(_bytes[Position])) Position++;
        var text = _bytes[start..Position];
        if (!Utf8Parser.TryParse(text, out long integer, out var used) || used != text.Length)
        {
            if (!Utf8Parser.TryParse(text, out double real, out used) || used != text.Length) throw Malformed();
            return new PdfNumber(real, text.ToArray());
        }
        return integer is > 0 and <= int.MaxValue && SkipGeneration() ? new PdfReference((int)integer) : new PdfNumber(integer);
    }

    private bool SkipGeneration()
    {
        var rest = _bytes[Position..];
        if (!rest.StartsWith(" 0 R"u8) || (rest.Length > 4 && IsRegular(rest[4]))) return false;
        Position += 4;
        return true;
    }

    private PdfArray ReadArray()
    {
        Enter(1);
        var items = new List<PdfValue>();
        for (SkipSpace(); !Skip("]"u8); SkipSpace()) items.Add(Read());
        _depth--;
        return new PdfArray(items);
    }

    private PdfDictionary ReadDictionary()
    {
        Enter(2);
        var entries = new List<KeyValuePair<string, PdfValue>>(8);
        for (SkipSpace(); !Skip(">>"u8); SkipSpace())
        {
            if (Position >= _bytes.Length || _bytes[Position] != '/') throw Malformed();
            var key = ReadName().Text;
            entries.Add(new(key, Read()));
        }
        _depth--;
        return new PdfDictionary(entries);
    }

    private void Enter(int length)
    {
        Position += length;
        if (++_depth > MaxDepth) throw Malformed();
    }

    private PdfString ReadHexadecimal()
    {
        var start = ++Position;
        var length = _bytes[start..].IndexOf((byte)'>');
        if (length < 0) throw Malformed();
        Position += length + 1;
        var text = _bytes.Slice(start, length);
        var result = new byte[(length + 1) / 2];
        if (length % 2 == 0 && Convert.FromHexString(text, result, out _, out _) == System.Buffers.OperationStatus.Done)
            return new PdfString(result, isHex: true);
        return new PdfString(text.ToArray(), isHex: true, isMalformed: true);
    }

    private PdfString ReadString()
    {
        var rest = _bytes[++Position..];
        var simple = rest.IndexOfAny("()\\"u8);
        if (simple >= 0 && rest[simple] == ')')
        {
            Position += simple + 1;
            return new PdfString(rest[..simple].ToArray());
        }
        var result = new List<byte>();
        for (var open = 1; ;)
        {
            if (Position >= _bytes.Length) throw Malformed();
            var b = _bytes[Position++];
            if (b == '\\')
            {
                ReadEscape(result);
                continue;
            }
            if (b == '(') open++;
            else if (b == ')' && --open == 0) return new PdfString([.. result]);
            result.Add(b);
        }
    }

    private void ReadEscape(List<byte> result)
    {
        if (Position >= _bytes.Length) throw Malformed();
        var b = _bytes[Position++];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var code = b - '0';
            for (var more = 2; more > 0 && Position < _bytes.Length && _bytes[Position] is >= (byte)'0' and <= (byte)'7'; more--)
                code = (code * 8) + _bytes[Position++] - '0';
            result.Add((byte)code);
        }
        else if (b is not ((byte)'\n' or (byte)'\r'))
        {
            result.Add((char)b switch { 'n' => 10, 'r' => 13, 't' => 9, 'b' => 8, 'f' => 12, _ => b });
        }
    }

    private static Kind KindOf(byte b) => b switch
    {
        (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0 or 12 => Kind.Space,
        (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/'
            or (byte)'%' => Kind.Delimiter,
        _ => Kind.Regular,
    };

    private readonly PdfFormatException Malformed() => new($"not a PDF value at byte {Position}");

    private enum Kind : byte
    {
        Regular,
        Space,
        Delimiter,
    }
}

/// <summary>The names of a file, each as one object. Not thread-safe.</summary>
internal sealed class PdfNames
{
    private const int UsualLength = 16;
    private readonly Dictionary<UInt128, PdfName> _known = [];

    /// <summary>The name whose bytes, without slash, are given; Latin-1 stands for bytes that are not ASCII.</summary>
    public PdfName Of(ReadOnlySpan<byte> name)
    {
        if (name.Length > UsualLength) return new PdfName(Text(name));
        // A name contains no zero bytes, so a shorter one has another key.
        Span<byte> padded = stackalloc byte[UsualLength];
        padded.Clear();
        name.CopyTo(padded);
        var key = BinaryPrimitives.ReadUInt128LittleEndian(padded);
        if (!_known.TryGetValue(key, out var known)) _known[key] = known = new PdfName(Text(name));
        return known;
    }

    private static string Text(ReadOnlySpan<byte> name)
    {
        if (!name.Contains((byte)'#')) return Encoding.Latin1.GetString(name);
        var result = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && Utf8Parser.TryParse(name.Slice(i + 1, 2), out byte code, out _, 'x'))
            {
                result.Append((char)code);
                i += 2;
            }
            else
            {
                result.Append((char)name[i]);
            }
        }
        return result.ToString();
    }
}

/// <summary>The bytes are not a PDF as the browser writes it.</summary>
internal sealed class PdfFormatException(string message) : Exception(message);
