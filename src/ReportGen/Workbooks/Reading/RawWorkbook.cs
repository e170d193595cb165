namespace ReportGen.Workbooks.Reading;

/// <summary>A workbook as the file has it, whichever program wrote it. Knows nothing of what a report is.</summary>
/// <param name="File">The file's path as the user gave it.</param>
/// <param name="Sha256">The SHA-256 of the file's content, 64 lower-case hexadecimal digits.</param>
/// <param name="Format">The format in which it was stored.</param>
/// <param name="Sheets">Its worksheets in the order of their tabs; chart sheets are left out.</param>
public sealed record RawWorkbook(string File, string Sha256, WorkbookFormat Format, ImmutableArray<RawSheet> Sheets);

/// <summary>The formats in which a workbook can be read.</summary>
public enum WorkbookFormat
{
    /// <summary>Office Open XML: .xlsx, .xlsm and their templates.</summary>
    Xlsx,

    /// <summary>The old binary format: .xls.</summary>
    Xls,
}
