using ReportGen.Diagnostics;

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

/// <summary>Ends the reading of a workbook that cannot or must not be read on. Never leaves <see cref="WorkbookOpener"/>.</summary>
public sealed class WorkbookRefusedException : Exception
{
    /// <summary>Refuses for the reason given.</summary>
    public WorkbookRefusedException(Diagnostic reason)
        : base(reason.Message.English) => Reason = reason;

    /// <summary>The finding to show to the user.</summary>
    public Diagnostic Reason { get; }
}
