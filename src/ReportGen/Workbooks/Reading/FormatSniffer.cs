using System.Text;

namespace ReportGen.Workbooks.Reading;

/// <summary>Tells by its first bytes what a file is that is neither a ZIP package nor a compound file.</summary>
internal static class FormatSniffer
{
    private const int LookedAt = 4096;

    private static readonly (byte[] Start, FileFormat Format)[] _signatures =
    [
        ("%PDF"u8.ToArray(), FileFormat.Pdf),
        ("{\\rtf"u8.ToArray(), FileFormat.RichText),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileFormat.Picture),
        ([0xFF, 0xD8, 0xFF], FileFormat.Picture),
        ("GIF8"u8.ToArray(), FileFormat.Picture),
        ("Rar!"u8.ToArray(), FileFormat.Archive),
        ([0x37, 0x7A, 0xBC, 0xAF], FileFormat.Archive),
        ([0x1F, 0x8B], FileFormat.Archive),
    ];

    /// <summary>The format of <paramref name="content"/>, at worst <see cref="FileFormat.Unknown"/>.</summary>
    public static FileFormat Sniff(ReadOnlySpan<byte> content)
    {
        foreach (var (start, format) in _signatures)
            if (content.StartsWith(start)) return format;
        var head = content[..Math.Min(content.Length, LookedAt)];
        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? OfText(Encoding.Unicode.GetString(head))
            : LooksBinary(head) ? FileFormat.Unknown
            : OfText(Encoding.UTF8.GetString(head));
    }

    private static FileFormat OfText(string text)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Has(start, "<html") || Has(start, "<!doctype html") || Has(start, "<table")) return FileFormat.Html;
        if (Has(start, "urn:schemas-microsoft-com:office:spreadsheet")) return FileFormat.XmlSpreadsheet;
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return FileFormat.WebArchive;
        return start.StartsWith('<') ? FileFormat.Xml : FileFormat.Text;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool LooksBinary(ReadOnlySpan<byte> head) =>
        head.ContainsAnyInRange((byte)0, (byte)8) || head.ContainsAnyInRange((byte)14, (byte)26);
}
