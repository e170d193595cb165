using System.Buffers.Binary;
using System.Buffers.Text;
using ReportGen.Printing.Pdf;

namespace ReportGen.Printing.Preflight;

/// <summary>A font of a PDF, with the codes that its pages show.</summary>
internal sealed class FontFacts
{
    private const int Codes = 65536;
    private const double WidthTolerance = 1;
    private readonly ulong[] _used = new ulong[Codes / 64];
    private readonly Dictionary<int, string> _unicode = [];
    private int[] _codes = [];

    public FontFacts(PdfFile file, PdfObject font)
    {
        Object = font;
        Font = font.Dictionary ?? new PdfDictionary();
        Subtype = file.Name(Font["Subtype"]) ?? "";
        Descendant = file.Dictionary(file.Items(Font["DescendantFonts"]).FirstOrDefault());
        Descriptor = file.Dictionary((Descendant ?? Font)["FontDescriptor"]);
        Program = file.Object(Descriptor?["FontFile2"]) ?? file.Object(Descriptor?["FontFile3"])
            ?? file.Object(Descriptor?["FontFile"]);
    }

    public PdfObject Object { get; }

    public PdfDictionary Font { get; }

    public string Subtype { get; }

    public bool IsComposite => Subtype == "Type0";

    /// <summary>The font of the glyphs in a composite font; null in others.</summary>
    public PdfDictionary? Descendant { get; }

    public PdfDictionary? Descriptor { get; }

    /// <summary>The embedded font program; null if there is none.</summary>
    public PdfObject? Program { get; }

    public bool IsUsed { get; private set; }

    public bool HasGlyphOutsideProgram { get; private set; }

    public bool HasOtherWidth { get; private set; }

    public bool HasIncompleteSet { get; private set; }

    /// <summary>
    /// Whether a code is shown that has no character, so that its text cannot be read aloud or copied. The glyph for missing
    /// characters is a fault of its own.
    /// </summary>
    public bool HasUnmapped => Array.Exists(_codes, c => !(IsComposite && c == 0) && !_unicode.ContainsKey(c));

    /// <summary>Whether a shown code has one of these characters.</summary>
    public bool Shows(Func<char, bool> character) =>
        _unicode.Values.Any(text => text.Any(character));

    /// <summary>Whether the glyph for missing characters is shown.</summary>
    public bool ShowsNotdef => IsComposite && (_used[0] & 1) != 0;

    /// <summary>Notes the codes of a string in hexadecimal.</summary>
    public void UseHex(ReadOnlySpan<byte> digits)
    {
        var length = IsComposite ? 4 : 2;
        for (; digits.Length >= length; digits = digits[length..])
            if (Utf8Parser.TryParse(digits[..length], out uint code, out var read, 'x') && read == length) Use((int)code);
    }

    /// <summary>Notes the codes of a string.</summary>
    public void Use(ReadOnlySpan<byte> text)
    {
        if (IsComposite)
        {
            for (; text.Length >= 2; text = text[2..]) Use((int)BinaryPrimitives.ReadUInt16BigEndian(text));
            return;
        }
        foreach (var code in text) Use((int)code);
    }

    /// <summary>Reads the font program and the map to Unicode, and compares them with the codes that were noted.</summary>
    public void Compare(PdfFile file, PdfStreams streams)
    {
        _codes = [.. UsedCodes()];
        if (file.Object(Font["ToUnicode"]) is { IsStream: true } map) ReadMap(streams.Decode(file, map));
        if (!IsComposite || Descendant is null || Program is not { IsStream: true }) return;
        var widths = GlyphWidths.Read(file, streams, Program);
        if (widths.Count == 0) return;
        CompareWidths(file, widths);
        if (file.Object(Descriptor?["CIDSet"]) is not { IsStream: true } set) return;
        var glyphs = widths.Count;
        var bits = streams.Decode(file, set);
        for (var glyph = 0; glyph < glyphs; glyph++)
            HasIncompleteSet |= glyph / 8 >= bits.Length || (bits[glyph / 8] & (0x80 >> (glyph % 8))) == 0;
    }

    private void CompareWidths(PdfFile file, GlyphWidths widths)
    {
        var declared = DeclaredWidths(file);
        var other = file.Number(Descendant!["DW"]) ?? 1000;
        foreach (var code in _codes)
        {
            if (code >= widths.Count) HasGlyphOutsideProgram = true;
            else HasOtherWidth |= Math.Abs(declared.GetValueOrDefault(code, other) - widths.Of(code)) > WidthTolerance;
        }
    }

    private void Use(int code)
    {
        _used[code >> 6] |= 1UL << (code & 63);
        IsUsed = true;
    }

    private IEnumerable<int> UsedCodes()
    {
        for (var word = 0; word < _used.Length; word++)
        {
            for (var bits = _used[word]; bits != 0; bits &= bits - 1)
                yield return (word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits);
        }
    }

    private Dictionary<int, double> DeclaredWidths(PdfFile file)
    {
        var result = new Dictionary<int, double>();
        var items = file.Array(Descendant!["W"])?.Items ?? [];
        for (var i = 0; i + 1 < items.Count;)
        {
            var first = (int)(file.Number(items[i]) ?? 0);
            if (file.Array(items[i + 1]) is { } list)
            {
                foreach (var item in list.Items) result[first++] = file.Number(item) ?? 0;
                i += 2;
                continue;
            }
            if (i + 2 >= items.Count) break;
            for (var last = Math.Min((int)(file.Number(items[i + 1]) ?? 0), Codes); first <= last; first++)
                result[first] = file.Number(items[i + 2]) ?? 0;
            i += 3;
        }
        return result;
    }

    private void ReadMap(ReadOnlySpan<byte> map)
    {
        for (var at = new ContentScanner(map); at.MoveNext();)
        {
            if (at.Text.SequenceEqual("endbfchar"u8)) ReadPairs(at.Operands);
            else if (at.Text.SequenceEqual("endbfrange"u8)) ReadRanges(at.Operands);
        }
    }

    private void ReadPairs(ReadOnlySpan<byte> text)
    {
        while (Next(ref text, out var code) && Next(ref text, out var value)) Map(Number(code), value);
    }

    private void ReadRanges(ReadOnlySpan<byte> text)
    {
        while (Next(ref text, out var first) && Next(ref text, out var last))
        {
            var (from, to) = (Number(first), Math.Min(Number(last), Codes - 1));
            if (text.TrimStart(" \r\n\t"u8).StartsWith("["u8))
            {
                for (; from <= to && Next(ref text, out var value); from++) Map(from, value);
                text = text[Math.Max(0, text.IndexOf((byte)']') + 1)..];
            }
            else if (Next(ref text, out var start))
            {
                for (var i = 0; from + i <= to; i++) Map(from + i, start, i);
            }
        }
    }

    // The characters of a code that is shown, in UTF-16 as hexadecimal; the last one by a distance further in a range.
    private void Map(int code, ReadOnlySpan<byte> digits, int distance = 0)
    {
        if (code is < 0 or >= Codes || (_used[code >> 6] >> (code & 63) & 1) == 0 || digits.Length is 0 or > 64) return;
        Span<char> characters = stackalloc char[16];
        var count = 0;
        for (; digits.Length >= 4; digits = digits[4..])
            characters[count++] = Utf8Parser.TryParse(digits[..4], out uint value, out _, 'x') ? (char)value : '\0';
        if (count == 0) return;
        characters[count - 1] += (char)distance;
        _unicode[code] = new string(characters[..count]);
    }

    // The digits of the next string in hexadecimal.
    private static bool Next(ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> digits)
    {
        digits = default;
        var start = text.IndexOf((byte)'<');
        var length = start < 0 ? -1 : text[start..].IndexOf((byte)'>');
        if (length < 0) return false;
        digits = text.Slice(start + 1, length - 1);
        text = text[(start + length + 1)..];
        return true;
    }

    private static int Number(ReadOnlySpan<byte> code) =>
        Utf8Parser.TryParse(code, out uint value, out var read, 'x') && read == code.Length && value < Codes ? (int)value : Codes;
}

/// <summary>The widths of the glyphs of a font program in sfnt format.</summary>
internal readonly ref struct GlyphWidths
{
    // Subset fonts begin with their small tables; the outlines, most of the data, are not needed.
    private const int UsualLength = 48 * 1024;
    private readonly ReadOnlySpan<byte> _metrics;
    private readonly int _unit, _longMetrics;

    private GlyphWidths(ReadOnlySpan<byte> program)
    {
        var head = Table(program, "head"u8);
        var horizontal = Table(program, "hhea"u8);
        var limits = Table(program, "maxp"u8);
        if (head.Length < 20 || horizontal.Length < 36 || limits.Length < 6) return;
        _metrics = Table(program, "hmtx"u8);
        _unit = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        _longMetrics = BinaryPrimitives.ReadUInt16BigEndian(horizontal[34..]);
        if (_unit == 0 || _longMetrics == 0 || _metrics.Length < _longMetrics * 4) return;
        Count = BinaryPrimitives.ReadUInt16BigEndian(limits[4..]);
    }

    /// <summary>The number of glyphs; 0 if the program is not in sfnt format.</summary>
    public int Count { get; }

    /// <summary>
    /// Reads the tables that tell widths. The result is valid until the next use of <paramref name="streams"/>.
    /// </summary>
    /// <exception cref="PdfFormatException">The program cannot be decoded.</exception>
    public static GlyphWidths Read(PdfFile file, PdfStreams streams, PdfObject program)
    {
        var start = streams.Decode(file, program, UsualLength);
        var end = EndOfTables(start);
        return new GlyphWidths(end > start.Length ? streams.Decode(file, program, end) : start);
    }

    /// <summary>The width of a glyph below <see cref="Count"/>, in thousandths of the type size.</summary>
    public double Of(int glyph) => Math.Round(
        BinaryPrimitives.ReadUInt16BigEndian(_metrics[(Math.Min(glyph, _longMetrics - 1) * 4)..]) * 1000.0 / _unit);

    private static int EndOfTables(ReadOnlySpan<byte> program) => Math.Max(
        Math.Max(Place(program, "head"u8).End, Place(program, "hhea"u8).End),
        Math.Max(Place(program, "maxp"u8).End, Place(program, "hmtx"u8).End));

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> program, ReadOnlySpan<byte> name) =>
        Place(program, name) is var (start, end) && end <= program.Length ? program[start..end] : [];

    // Where a table is; empty if the font has none.
    private static (int Start, int End) Place(ReadOnlySpan<byte> program, ReadOnlySpan<byte> name)
    {
        if (program.Length < 12) return default;
        var count = BinaryPrimitives.ReadUInt16BigEndian(program[4..]);
        for (var i = 0; i < count && program.Length >= 28 + (i * 16); i++)
        {
            var entry = program.Slice(12 + (i * 16), 16);
            if (!entry.StartsWith(name)) continue;
            var start = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var end = start + (long)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            return end <= int.MaxValue ? ((int)start, (int)end) : default;
        }
        return default;
    }
}
