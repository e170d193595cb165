namespace ReportGen.Printing.Pdf;

/// <summary>A value in a PDF (ISO 32000-1, 7.3). Only dictionaries and arrays can be changed.</summary>
internal abstract class PdfValue;

/// <summary>The keyword <c>null</c>, <c>true</c> or <c>false</c>.</summary>
internal sealed class PdfKeyword : PdfValue
{
    public static readonly PdfKeyword Null = new(), True = new(), False = new();

    private PdfKeyword()
    {
    }
}

/// <summary>A name, without its slash and with <c>#</c> sequences resolved.</summary>
internal sealed class PdfName(string text) : PdfValue
{
    public string Text => text;
}

/// <summary>A number.</summary>
/// <param name="value">The value.</param>
/// <param name="text">How it is written, so that a copy is written alike; null for an integer.</param>
internal sealed class PdfNumber(double value, byte[]? text = null) : PdfValue
{
    public double Value => value;

    public byte[]? Text => text;

    public bool IsInteger => text is null;
}

/// <summary>A string. Malformed if it is hexadecimal with an odd number of digits or other characters.</summary>
internal sealed class PdfString(byte[] bytes, bool isHex = false, bool isMalformed = false) : PdfValue
{
    public byte[] Bytes => bytes;

    public bool IsHex => isHex;

    public bool IsMalformed => isMalformed;

    /// <summary>The text (ISO 32000-1, 7.9.2.2): UTF-16 if it begins with a byte order mark, else Latin-1.</summary>
    public string Text => bytes is [0xFE, 0xFF, ..]
        ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
        : Encoding.Latin1.GetString(bytes);

    public static PdfString OfText(string text) => text.All(char.IsAscii)
        ? new PdfString(Encoding.ASCII.GetBytes(text))
        : new PdfString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], isHex: true);
}

/// <summary>A reference to an indirect object. All have generation 0.</summary>
internal sealed class PdfReference(int number) : PdfValue
{
    public int Number => number;
}

/// <summary>An array.</summary>
internal sealed class PdfArray(List<PdfValue> items) : PdfValue
{
    public PdfArray(params PdfValue[] items) : this(new List<PdfValue>(items))
    {
    }

    public List<PdfValue> Items => items;
}

/// <summary>A dictionary, in the order of the file.</summary>
internal sealed class PdfDictionary(List<KeyValuePair<string, PdfValue>> entries) : PdfValue
{
    public PdfDictionary() : this([])
    {
    }

    public List<KeyValuePair<string, PdfValue>> Entries => entries;

    /// <summary>
    /// The value of a key as written, which may be a reference; null if there is none. Setting null removes the key.
    /// </summary>
    public PdfValue? this[string key]
    {
        get
        {
            foreach (var entry in entries)
                if (entry.Key == key) return entry.Value;
            return null;
        }

        set
        {
            var at = entries.FindIndex(e => e.Key == key);
            if (value is null)
            {
                if (at >= 0) entries.RemoveAt(at);
            }
            else if (at >= 0)
            {
                entries[at] = new(key, value);
            }
            else
            {
                entries.Add(new(key, value));
            }
        }
    }

    public bool Has(string key) => this[key] is not null;
}
