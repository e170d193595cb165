namespace ReportGen.Workbooks.Reading;

/// <summary>A workbook as stored in the file, independent of the program that wrote it and of any report kind.</summary>
/// <param name="File">The file's path as the user gave it.</param>
/// <param name="Sha256">The SHA-256 of the file's content, 64 lower-case hexadecimal digits.</param>
/// <param name="Format">The file format.</param>
/// <param name="Sheets">The worksheets in tab order, without chart sheets.</param>
public sealed record RawWorkbook(string File, string Sha256, WorkbookFormat Format, ImmutableArray<RawSheet> Sheets);

/// <summary>The readable file formats.</summary>
public enum WorkbookFormat
{
    /// <summary>Office Open XML: .xlsx, .xlsm and their templates.</summary>
    Xlsx,

    /// <summary>The old binary format: .xls.</summary>
    Xls,
}
