namespace ReportGen.Workbooks.Reading;

/// <summary>Reads the cells of a workbook of one format. One implementation per format; none keeps state.</summary>
public interface IWorkbookReader
{
    /// <summary>Reads the values of all worksheets.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The file's path, for <see cref="RawWorkbook.File"/>.</param>
    /// <param name="sha256">The content's SHA-256, for <see cref="RawWorkbook.Sha256"/>.</param>
    /// <exception cref="WorkbookRefusedException">The content is damaged, encrypted or passes the limits.</exception>
    RawWorkbook Read(ReadOnlyMemory<byte> content, string file, string sha256);
}
