using ReportGen.Printing.Pdf;

namespace ReportGen.Printing.Preflight;

/// <summary>What the rules ask of the single values, wherever they are: the first object that breaks a limit.</summary>
internal sealed class ValueFacts
{
    private const int MaxString = 32767;
    private const int MaxName = 127;
    private const double MaxReal = 3.403e38, MinReal = 1.175e-38;
    private PdfObject? _current;

    public ValueFacts(PdfFile file)
    {
        foreach (var item in file.Objects)
        {
            _current = item;
            Visit(item.Value);
            if (item.IsStream && item.Dictionary is { } stream) Streams.Add((item, stream));
        }
    }

    /// <summary>The streams of the file.</summary>
    public List<(PdfObject Object, PdfDictionary Dictionary)> Streams { get; } = [];

    /// <summary>The actions, which are dictionaries with this type or the value of <c>A</c>.</summary>
    public List<(PdfObject Object, PdfDictionary Dictionary)> Actions { get; } = [];

    /// <summary>The file specifications with an embedded file.</summary>
    public List<(PdfObject Object, PdfDictionary Dictionary)> EmbeddedFiles { get; } = [];

    /// <summary>The languages that are named, with the object that names each.</summary>
    public List<(PdfObject Object, string Language)> Languages { get; } = [];

    public PdfObject? MalformedString { get; private set; }

    public PdfObject? LongString { get; private set; }

    public PdfObject? LargeInteger { get; private set; }

    public PdfObject? LargeReal { get; private set; }

    public PdfObject? SmallReal { get; private set; }

    public PdfObject? LongName { get; private set; }

    public PdfObject? InvalidName { get; private set; }

    private void Visit(PdfValue value)
    {
        switch (value)
        {
            case PdfString text: Visit(text); break;
            case PdfNumber number: Visit(number); break;
            case PdfName name: Visit(name.Text); break;
            case PdfArray array:
                foreach (var item in array.Items) Visit(item);
                break;
            case PdfDictionary dictionary: Visit(dictionary); break;
        }
    }

    private void Visit(PdfDictionary dictionary)
    {
        foreach (var (key, value) in dictionary.Entries)
        {
            if (key.Length > MaxName) LongName ??= _current;
            if (key == "Lang" && value is PdfString language) Languages.Add((_current!, language.Text));
            else if (key == "EF") EmbeddedFiles.Add((_current!, dictionary));
            else if (key == "Type" && value is PdfName { Text: "Action" }) Actions.Add((_current!, dictionary));
            else if (key is "A" or "OpenAction" && value is PdfDictionary action && action["S"] is PdfName && !action.Has("Type"))
                Actions.Add((_current!, action));
            Visit(value);
        }
    }

    private void Visit(PdfString text)
    {
        if (text.IsMalformed) MalformedString ??= _current;
        if (text.Bytes.Length > MaxString) LongString ??= _current;
    }

    private void Visit(PdfNumber number)
    {
        var size = Math.Abs(number.Value);
        if (number.IsInteger)
        {
            if (number.Value is > int.MaxValue or < int.MinValue) LargeInteger ??= _current;
            return;
        }
        if (size > MaxReal) LargeReal ??= _current;
        if (size is > 0 and < MinReal) SmallReal ??= _current;
    }

    private void Visit(string name)
    {
        if (name.Length > MaxName) LongName ??= _current;
        if (!Ascii.IsValid(name) && !IsUtf8(name)) InvalidName ??= _current;
    }

    private static bool IsUtf8(string name) => System.Text.Unicode.Utf8.IsValid(Encoding.Latin1.GetBytes(name));
}
