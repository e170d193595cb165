namespace ReportGen.Workbooks.Reading;

/// <summary>A file format other than a readable workbook.</summary>
/// <param name="Id">The key in <c>file.*</c> finding ids.</param>
/// <param name="Name">The name, to follow "This is not an Excel workbook but".</param>
/// <param name="CanBeSavedAsXlsx">Whether spreadsheet programs can open it and save it as .xlsx.</param>
internal sealed record FileFormat(string Id, LocalizedText Name, bool CanBeSavedAsXlsx)
{
    private const int HeadLength = 4096;

    public static FileFormat Html { get; } = new("html",
        new("网页（HTML）文件，只是扩展名改成了表格", "a web page (HTML), possibly renamed"), true);
    public static FileFormat WebArchive { get; } = new("web-archive", new("网页存档（MHTML）文件", "a web archive (MHTML)"), true);
    public static FileFormat XmlSpreadsheet { get; } = new("xml-spreadsheet",
        new("XML 表格（2003 版）文件", "an XML Spreadsheet 2003 file"), true);
    public static FileFormat Xml { get; } = new("xml", new("XML 文件", "an XML file"), false);
    public static FileFormat Text { get; } = new("text", new("纯文本（如 CSV）文件", "plain text, such as CSV"), true);
    public static FileFormat OpenDocument { get; } = new("open-document",
        new("OpenDocument 表格（.ods）文件", "an OpenDocument spreadsheet (.ods)"), true);
    public static FileFormat BinaryWorkbook { get; } = new("xlsb",
        new("Excel 二进制工作簿（.xlsb）", "an Excel binary workbook (.xlsb)"), true);
    public static FileFormat WpsTable { get; } = new("et", new("WPS 表格（.et）文件", "a WPS table (.et)"), true);
    public static FileFormat Pdf { get; } = new("pdf", new("PDF 文件", "a PDF"), false);
    public static FileFormat Word { get; } = new("word", new("Word 文档", "a Word document"), false);
    public static FileFormat PowerPoint { get; } = new("powerpoint", new("演示文稿（PPT）", "a presentation"), false);
    public static FileFormat RichText { get; } = new("rtf", new("RTF 文档", "a rich text document (RTF)"), false);
    public static FileFormat Picture { get; } = new("picture", new("图片", "a picture"), false);
    public static FileFormat Archive { get; } = new("archive", new("压缩包，请先解压", "an archive; unpack it first"), false);
    public static FileFormat OtherOle { get; } = new("ole",
        new("旧式 Office 文件，其中没有工作簿", "an old Office file without a workbook in it"), false);
    public static FileFormat Unknown { get; } = new("unknown", new("无法识别的文件", "a file of unknown format"), false);

    private static readonly (byte[] Start, FileFormat Format)[] s_signatures =
    [
        ("%PDF"u8.ToArray(), Pdf),
        ("{\\rtf"u8.ToArray(), RichText),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], Picture),
        ([0xFF, 0xD8, 0xFF], Picture),
        ("GIF8"u8.ToArray(), Picture),
        ("Rar!"u8.ToArray(), Archive),
        ([0x37, 0x7A, 0xBC, 0xAF], Archive),
        ([0x1F, 0x8B], Archive),
    ];

    /// <summary>Detects the format of a file that is neither a ZIP package nor a compound file, by its first bytes.</summary>
    public static FileFormat Of(ReadOnlySpan<byte> content)
    {
        foreach (var (start, format) in s_signatures)
            if (content.StartsWith(start)) return format;
        var head = content[..Math.Min(content.Length, HeadLength)];
        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? OfText(Encoding.Unicode.GetString(head))
            : LooksBinary(head) ? Unknown
            : OfText(Encoding.UTF8.GetString(head));
    }

    private static FileFormat OfText(string text)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Has(start, "urn:schemas-microsoft-com:office:spreadsheet") && !Has(start, "<html")) return XmlSpreadsheet;
        if (Has(start, "<html") || Has(start, "<!doctype html") || Has(start, "<table")) return Html;
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return WebArchive;
        return start.StartsWith('<') ? Xml : Text;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool LooksBinary(ReadOnlySpan<byte> head) =>
        head.ContainsAnyInRange((byte)0, (byte)8) || head.ContainsAnyInRange((byte)14, (byte)26);
}
