namespace ReportGen.Printing.Pdf;

/// <summary>
/// Gives a character to each glyph that has none in its font's map to Unicode, where Chromium writes U+0000: parts of letters in
/// scripts such as Arabic. It is that of the letter, which the content states as replacement text.
/// </summary>
internal sealed class UnicodeFinisher
{
    private const string Unknown = "FFFD";
    private readonly PdfFile _file;
    private readonly PdfStreams _streams;
    private readonly Dictionary<(int Font, string Code), string> _characters = [];

    private UnicodeFinisher(PdfFile file, PdfStreams streams) => (_file, _streams) = (file, streams);

    /// <summary>Completes the maps of all fonts.</summary>
    public static void Finish(PdfFile file, PdfStreams streams)
    {
        var incomplete = file.Objects.Where(o => o.Raw.IndexOf("/ToUnicode "u8) >= 0)
            .Where(f => file.Object(f.Dictionary?["ToUnicode"]) is { IsStream: true } map && HasGaps(streams.Decode(file, map)))
            .ToArray();
        if (incomplete.Length == 0) return;
        var finisher = new UnicodeFinisher(file, streams);
        foreach (var page in PdfPages.Of(file)) finisher.Read(page.Dictionary!, file.Object(page.Dictionary!["Contents"]));
        foreach (var form in file.Objects.Where(o => o.Raw.IndexOf("/Subtype /Form"u8) >= 0).ToArray())
            if (form.Dictionary is { } description) finisher.Read(description, form);
        foreach (var font in incomplete) finisher.Complete(font);
    }

    private static bool HasGaps(ReadOnlySpan<byte> map) => map.IndexOf("> <0000>\n"u8) >= 0;

    private void Read(PdfDictionary description, PdfObject? content)
    {
        if (content is not { IsStream: true }) return;
        var fonts = _file.Dictionary(_file.Dictionary(description["Resources"])?["Font"]);
        var texts = new Stack<string?>();
        var font = 0;
        for (var at = new ContentScanner(_streams.Decode(_file, content)); at.MoveNext();)
        {
            var around = texts.TryPeek(out var text) ? text : null;
            if (at.Operator is Op.BDC or Op.BMC) texts.Push(ReplacementText(at.Operands) ?? around);
            else if (at.Operator == Op.EMC) texts.TryPop(out _);
            else if (at.Operator == Op.Tf) font = _file.Object(fonts?[Encoding.Latin1.GetString(at.FirstName())])?.Number ?? 0;
            else if (Op.ShowsText(at.Operator) && around is not null) Note(font, at.Operands, around);
        }
    }

    // In hexadecimal, as both the content and the map write it.
    private static string? ReplacementText(ReadOnlySpan<byte> operands)
    {
        var start = operands.IndexOf("/ActualText <FEFF"u8);
        if (start < 0) return null;
        var digits = operands[(start + "/ActualText <FEFF".Length)..];
        var length = digits.IndexOf((byte)'>');
        return length > 0 && length % 4 == 0 ? Encoding.ASCII.GetString(digits[..length]) : null;
    }

    private void Note(int font, ReadOnlySpan<byte> operands, string text)
    {
        var isComposite = _file.Objects.Find(o => o.Number == font)?.Dictionary is { } f && _file.Name(f["Subtype"]) == "Type0";
        var digits = operands.Trim("<> \n"u8);
        for (var length = isComposite ? 4 : 2; digits.Length >= length; digits = digits[length..])
            _characters.TryAdd((font, Encoding.ASCII.GetString(digits[..length])), text);
    }

    private void Complete(PdfObject font)
    {
        var map = _file.Object(font.Dictionary!["ToUnicode"])!;
        var lines = Encoding.Latin1.GetString(_streams.Decode(_file, map)).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].EndsWith("> <0000>", StringComparison.Ordinal)) continue;
            var code = lines[i][1..lines[i].IndexOf('>')];
            lines[i] = $"<{code}> <{_characters.GetValueOrDefault((font.Number, code), Unknown)}>";
        }
        map.NewStream = PdfStreams.Deflate(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
        map.Dictionary!["Filter"] = new PdfName("FlateDecode");
        map.IsChanged = true;
    }
}
