using ReportGen.Diagnostics;

namespace ReportGen.Workbooks.Reading;

/// <summary>A file format that is met in place of a workbook.</summary>
/// <param name="Id">Its key in <c>file.*</c> finding ids.</param>
/// <param name="Name">Its name, fitting into "not a workbook but …".</param>
/// <param name="CanBeSavedAsXlsx">Whether office programs open it as a spreadsheet, so that saving it as .xlsx helps.</param>
internal sealed record FileFormat(string Id, LocalizedText Name, bool CanBeSavedAsXlsx)
{
    public static FileFormat Html { get; } = new("html", new("网页（HTML）文件，只是扩展名改成了表格", "a web page (HTML), perhaps with its name changed"), true);
    public static FileFormat WebArchive { get; } = new("web-archive", new("网页存档（MHTML）文件", "a web archive (MHTML)"), true);
    public static FileFormat XmlSpreadsheet { get; } = new("xml-spreadsheet", new("XML 表格（2003 版）文件", "an XML Spreadsheet 2003 file"), true);
    public static FileFormat Xml { get; } = new("xml", new("XML 文件", "an XML file"), false);
    public static FileFormat Text { get; } = new("text", new("纯文本（如 CSV）文件", "plain text, such as CSV"), true);
    public static FileFormat OpenDocument { get; } = new("open-document", new("OpenDocument 表格（.ods）文件", "an OpenDocument spreadsheet (.ods)"), true);
    public static FileFormat BinaryWorkbook { get; } = new("xlsb", new("Excel 二进制工作簿（.xlsb）", "an Excel binary workbook (.xlsb)"), true);
    public static FileFormat WpsTable { get; } = new("et", new("WPS 表格（.et）文件", "a WPS table (.et)"), true);
    public static FileFormat Pdf { get; } = new("pdf", new("PDF 文件", "a PDF"), false);
    public static FileFormat Word { get; } = new("word", new("Word 文档", "a Word document"), false);
    public static FileFormat PowerPoint { get; } = new("powerpoint", new("演示文稿（PPT）", "a presentation"), false);
    public static FileFormat RichText { get; } = new("rtf", new("RTF 文档", "a rich text document (RTF)"), false);
    public static FileFormat Picture { get; } = new("picture", new("图片", "a picture"), false);
    public static FileFormat Archive { get; } = new("archive", new("压缩包，请先解压", "an archive; unpack it first"), false);
    public static FileFormat OtherOle { get; } = new("ole", new("旧式 Office 文件，其中没有工作簿", "an old Office file without a workbook in it"), false);
    public static FileFormat Unknown { get; } = new("unknown", new("无法识别的文件", "a file of unknown format"), false);
}
