namespace ReportGen.Printing.Pdf;

/// <summary>
/// Iterates over the objects of a PDF as Chromium writes it (version 1.4: plain objects, no object streams), skipping stream
/// data. Not a general PDF parser: it checks the output of the program's own browser in a millisecond.
/// </summary>
internal ref struct PdfObjects
{
    private readonly ReadOnlySpan<byte> _pdf;
    private int _next;

    public PdfObjects(ReadOnlySpan<byte> pdf) => _pdf = pdf;

    /// <summary>The text of the current object, from after <c>obj</c> to before <c>stream</c> or <c>endobj</c>.</summary>
    public Range Current { get; private set; }

    public readonly ReadOnlySpan<byte> Text => _pdf[Current];

    public bool MoveNext()
    {
        var found = _pdf[_next..].IndexOf(" obj\n"u8);
        if (found < 0) return false;
        var start = _next + found + " obj\n"u8.Length;
        var end = _pdf[start..].IndexOf("\nendobj"u8);
        if (end < 0) return false;
        var stream = _pdf.Slice(start, end).IndexOf(">> stream\n"u8);
        var text = stream < 0 ? end : stream + 2;
        Current = start..(start + text);
        _next = stream < 0 ? start + end : start + text + StreamLength(_pdf.Slice(start, text), end - text);
        return true;
    }

    // The dictionary has the length, so "endobj" within the data does not end the object.
    private static int StreamLength(ReadOnlySpan<byte> dictionary, int otherwise)
    {
        var at = dictionary.LastIndexOf("/Length "u8);
        return at >= 0 && System.Buffers.Text.Utf8Parser.TryParse(dictionary[(at + 8)..], out int length, out _) && length >= 0
            ? length
            : otherwise;
    }
}
