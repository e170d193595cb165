using System.Buffers.Text;

namespace ReportGen.Printing.Pdf;

/// <summary>
/// The objects of a PDF as Chromium writes it: one cross-reference table, generation 0, no object streams. Not a general PDF
/// reader. Objects are parsed when they are first asked for. Not thread-safe.
/// </summary>
internal sealed class PdfFile
{
    private const int EntryLength = 20;
    private const int MaxReferences = 16;
    private readonly List<PdfObject?> _objects = [];

    private PdfFile(byte[] bytes) => Bytes = bytes;

    /// <summary>The bytes that were read. They do not follow changes.</summary>
    public byte[] Bytes { get; }

    public PdfDictionary Trailer { get; private set; } = new();

    /// <summary>The position of the cross-reference table in <see cref="Bytes"/>.</summary>
    public int TableStart { get; private set; }

    /// <summary>The objects in the order of the file, new ones last.</summary>
    public List<PdfObject> Objects { get; } = [];

    internal PdfNames Names { get; } = new();

    /// <summary>The document catalog.</summary>
    /// <exception cref="PdfFormatException">There is none.</exception>
    public PdfDictionary Catalog => Resolve(Trailer["Root"]) as PdfDictionary ?? throw new PdfFormatException("no catalog");

    /// <summary>Reads the table of objects. The file keeps <paramref name="bytes"/>.</summary>
    /// <exception cref="PdfFormatException">The table is missing, or points outside the file.</exception>
    public static PdfFile Read(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        file.ReadTable();
        return file;
    }

    /// <summary>Adds an object.</summary>
    public PdfObject Add(PdfValue value, byte[]? stream = null)
    {
        var added = new PdfObject(this, _objects.Count, value) { NewStream = stream, IsChanged = true };
        _objects.Add(added);
        Objects.Add(added);
        return added;
    }

    /// <summary>The object that a value refers to; null if it is not a reference, or to nothing.</summary>
    public PdfObject? Object(PdfValue? value) =>
        value is PdfReference reference && reference.Number < _objects.Count ? _objects[reference.Number] : null;

    /// <summary>The value itself, or what it refers to; null for <c>null</c> and for a reference to nothing.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var left = MaxReferences; value is PdfReference && left > 0; left--) value = Object(value)?.Value;
        return value is PdfKeyword keyword && keyword == PdfKeyword.Null ? null : value;
    }

    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary;

    public PdfArray? Array(PdfValue? value) => Resolve(value) as PdfArray;

    public string? Name(PdfValue? value) => (Resolve(value) as PdfName)?.Text;

    public double? Number(PdfValue? value) => (Resolve(value) as PdfNumber)?.Value;

    public string? Text(PdfValue? value) => (Resolve(value) as PdfString)?.Text;

    /// <summary>The items of an array, resolved; one item for any other value, none for null.</summary>
    public IEnumerable<PdfValue> Items(PdfValue? value) => Resolve(value) switch
    {
        null => [],
        PdfArray array => array.Items.Select(Resolve).OfType<PdfValue>(),
        var single => [single],
    };

    /// <summary>Whether the entries of the table have their length, and each points at the object with its number.</summary>
    public bool IsTableExact() =>
        Bytes.AsSpan(TableStart).StartsWith("xref\n0 "u8)
        && Objects.TrueForAll(o => o.IsNew || o.IsNumbered);

    private void ReadTable()
    {
        var mark = Bytes.AsSpan().LastIndexOf("startxref\n"u8);
        if (mark < 0 || !Utf8Parser.TryParse(Bytes.AsSpan(mark + 10), out int start, out _) || start <= 0 || start >= mark)
            throw new PdfFormatException("no cross-reference table");
        TableStart = start;
        var reader = new PdfReader(Bytes, start, Names);
        if (!reader.Skip("xref"u8) || reader.ReadNumber() != 0) throw new PdfFormatException("no cross-reference table");
        var count = reader.ReadNumber();
        reader.SkipSpace();
        var first = reader.Position;
        if (count > (Bytes.Length - first) / EntryLength) throw new PdfFormatException("cross-reference table cut off");
        ReadEntries(first, count);
        var trailer = new PdfReader(Bytes, first + (count * EntryLength), Names);
        trailer.SkipSpace();
        if (!trailer.Skip("trailer"u8) || trailer.Read() is not PdfDictionary dictionary)
            throw new PdfFormatException("no trailer");
        Trailer = dictionary;
        if (Trailer.Has("Prev")) throw new PdfFormatException("the file was updated");
    }

    private void ReadEntries(int first, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var entry = Bytes.AsSpan(first + (number * EntryLength), EntryLength);
            var isUsed = entry[17] == 'n';
            if (isUsed)
            {
                if (!Utf8Parser.TryParse(entry[..10], out int start, out _) || start <= 0 || start >= TableStart)
                    throw new PdfFormatException($"object {number} is outside the file");
                Objects.Add(new PdfObject(this, number, start));
            }
            _objects.Add(isUsed ? Objects[^1] : null);
        }
        Objects.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 0; i < Objects.Count; i++) Objects[i].End = i + 1 < Objects.Count ? Objects[i + 1].Start : TableStart;
    }
}

/// <summary>An indirect object of a PDF.</summary>
internal sealed class PdfObject
{
    private readonly PdfFile _file;
    private PdfValue? _value;
    private (int Start, int Length)? _stream;

    public PdfObject(PdfFile file, int number, int start) => (_file, Number, Start) = (file, number, start);

    public PdfObject(PdfFile file, int number, PdfValue value) => (_file, Number, _value, Start) = (file, number, value, -1);

    public int Number { get; }

    /// <summary>The position in the file that was read; negative if the object is new.</summary>
    public int Start { get; }

    /// <summary>The position after the object: where the next one or the table begins.</summary>
    public int End { get; internal set; }

    public bool IsNew => Start < 0;

    /// <summary>Whether the object is written from its value. Set it after a change of the value.</summary>
    public bool IsChanged { get; set; }

    /// <summary>The encoded data that replaces that of the file; null to keep it.</summary>
    public byte[]? NewStream { get; set; }

    /// <summary>The object as it was read, with its number and <c>endobj</c>; empty if it is new.</summary>
    public ReadOnlySpan<byte> Raw => IsNew ? [] : _file.Bytes.AsSpan(Start..End);

    /// <summary>Whether the object begins with its number, generation 0 and <c>obj</c>, and a line end.</summary>
    public bool IsNumbered
    {
        get
        {
            Span<byte> expected = stackalloc byte[20];
            Utf8Formatter.TryFormat(Number, expected, out var length);
            " 0 obj\n"u8.CopyTo(expected[length..]);
            return Raw.StartsWith(expected[..(length + " 0 obj\n"u8.Length)]);
        }
    }

    /// <exception cref="PdfFormatException">The object is not one.</exception>
    public PdfValue Value
    {
        get
        {
            if (_value is null) Parse();
            return _value!;
        }
    }

    /// <summary>The value as dictionary; null if it is another one.</summary>
    public PdfDictionary? Dictionary => Value as PdfDictionary;

    public bool IsStream
    {
        get
        {
            if (_value is null) Parse();
            return NewStream is not null || _stream is not null;
        }
    }

    /// <summary>The encoded data of a stream; empty if the object is none.</summary>
    public ReadOnlyMemory<byte> Data
    {
        get
        {
            if (!IsStream) return default;
            if (NewStream is { } replaced) return replaced;
            var (start, length) = _stream!.Value;
            return _file.Bytes.AsMemory(start, length);
        }
    }

    /// <summary>Where the encoded data is in the file that was read; null if the object is no such stream.</summary>
    public (int Start, int Length)? DataRange => IsStream ? _stream : null;

    public PdfReference Reference => new(Number);

    private void Parse()
    {
        var reader = new PdfReader(_file.Bytes.AsSpan(..End), Start, _file.Names);
        reader.ReadNumber();
        reader.ReadNumber();
        reader.SkipSpace();
        if (!reader.Skip("obj"u8)) throw new PdfFormatException($"object {Number} does not begin with obj");
        _value = reader.Read();
        reader.SkipSpace();
        if (!reader.Skip("stream"u8)) return;
        reader.Skip("\r"u8);
        reader.Skip("\n"u8);
        if (_value is not PdfDictionary dictionary || _file.Number(dictionary["Length"]) is not { } length || length < 0
            || length > End - reader.Position)
        {
            throw new PdfFormatException($"the stream of object {Number} has no length");
        }

        _stream = (reader.Position, (int)length);
    }
}
