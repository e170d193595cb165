using System.Xml;
using ReportGen.Workbooks.Reading.Xlsx;

namespace ReportGen.Workbooks.Reading;

/// <summary>
/// Reads .xlsx workbooks of any producer: values only, forward only, within limits. See
/// <c>docs/decisions/0010-reading-workbooks.md</c> for why no library is used.
/// </summary>
internal sealed class XlsxReader(WorkbookLimits limits)
{
    /// <summary>Reads the values of all worksheets.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The file's path, for <see cref="RawWorkbook.File"/>.</param>
    /// <param name="sha256">The content's SHA-256, for <see cref="RawWorkbook.Sha256"/>.</param>
    /// <exception cref="WorkbookRefusedException">The content is damaged, encrypted or exceeds the limits.</exception>
    public RawWorkbook Read(ReadOnlyMemory<byte> content, string file, string sha256)
    {
        try
        {
            using var package = XlsxPackage.Open(content, file, limits);
            var sheets = new WorkbookXmlReader(package, limits).ReadSheets(MainPart(package));
            if (sheets.IsEmpty) throw new WorkbookRefusedException(FileMessages.NoSheets(file));
            return new RawWorkbook(file, sha256, WorkbookFormat.Xlsx, sheets);
        }
        catch (Exception e) when (e is XmlException or IOException or InvalidDataException or NotSupportedException
            or UriFormatException)
        {
            throw new WorkbookRefusedException(FileMessages.Damaged(file, e is XmlException ? "XML" : "ZIP"));
        }
    }

    private static string MainPart(XlsxPackage package)
    {
        var main = package.MainPart;
        if (package.Has(main) && Path.GetExtension(main) == ".xml" && !IsOther(main)) return main;
        throw new WorkbookRefusedException(FileMessages.OtherFormat(package.File, FormatOf(package)));
    }

    private static bool IsOther(string main) =>
        main.StartsWith("word/", StringComparison.OrdinalIgnoreCase)
            || main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase);

    private static FileFormat FormatOf(XlsxPackage package) =>
        package.HasFolder("word/") ? FileFormat.Word
        : package.HasFolder("ppt/") ? FileFormat.PowerPoint
        : package.Has("xl/workbook.bin") ? FileFormat.BinaryWorkbook
        : package.Has("content.xml") && package.Has("mimetype") ? FileFormat.OpenDocument
        : FileFormat.Archive;
}
