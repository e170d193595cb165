using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ReportGen.Workbooks.Reading.Xlsx;
using CellRange = ReportGen.Diagnostics.CellRange;

namespace ReportGen.Workbooks.Reading;

/// <summary>Reads the binary .xls format with ExcelDataReader, within the same limits as .xlsx.</summary>
internal sealed class XlsReader(WorkbookLimits limits)
{
    private const int SimplifiedChinese = 936;

    // All 65,536 rows and 256 columns of a sheet, twice. A damaged file may claim far more.
    private const long MaxVisited = 2L * 65_536 * 256;

    static XlsReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc cref="XlsxReader.Read"/>
    public RawWorkbook Read(ReadOnlyMemory<byte> content, string file, string sha256)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var reader = ExcelReaderFactory.CreateBinaryReader(stream, new ExcelReaderConfiguration
            {
                FallbackEncoding = Encoding.GetEncoding(SimplifiedChinese),
            });
            return new RawWorkbook(file, sha256, WorkbookFormat.Xls, ReadSheets(reader, file));
        }
        catch (InvalidPasswordException)
        {
            throw new WorkbookRefusedException(FileMessages.Encrypted(file));
        }
        catch (Exception e) when (e is not (WorkbookRefusedException or OutOfMemoryException))
        {
            // The library throws exceptions of any type for damaged files.
            throw new WorkbookRefusedException(FileMessages.Damaged(file, "XLS"));
        }
    }

    private ImmutableArray<RawSheet> ReadSheets(IExcelDataReader reader, string file)
    {
        var sheets = ImmutableArray.CreateBuilder<RawSheet>();
        var (cellsRead, text) = (0, 0L);
        do
        {
            var hiddenRows = new List<int>();
            var cells = ReadCells(reader, file, hiddenRows, ref cellsRead, ref text);
            var merges = (reader.MergeCells ?? []).Take(limits.MergesPerSheet).Select(ToRange);
            // The name may be missing from a damaged file.
            sheets.Add(new RawSheet(reader.Name ?? "", cells, merges, reader.VisibleState != "visible")
            {
                HiddenRows = [.. hiddenRows],
                HiddenColumns =
                    [.. Enumerable.Range(1, reader.FieldCount).Where(column => reader.GetColumnWidth(column - 1) == 0)],
            });
            WorkbookRefusedException.ThrowIfOver(file, sheets.Count, limits.Sheets, "工作表数", "worksheets");
        }
        while (reader.NextResult());
        return sheets.ToImmutable();
    }

    private List<RawCell> ReadCells(IExcelDataReader reader, string file, List<int> hiddenRows, ref int cellsRead, ref long text)
    {
        var cells = new List<RawCell>();
        var (rows, last, visited) = (0, 0, 0L);
        for (var row = 1; reader.Read(); row++)
        {
            visited += reader.FieldCount;
            WorkbookRefusedException.ThrowIfOver(file, visited, MaxVisited, "单元格数", "cells");
            if (reader.RowHeight == 0) hiddenRows.Add(row);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (ReadCell(reader, new CellAddress(row, column + 1), column) is not { } cell) continue;
                if (last != row)
                    WorkbookRefusedException.ThrowIfOver(file, ++rows, limits.RowsPerSheet, "工作表行数", "rows with content");
                last = row;
                cells.Add(cell);
                text += cell.Text.Length;
                WorkbookRefusedException.ThrowIfOver(file, text, limits.TotalText, "总字数", "characters in all cells");
                WorkbookRefusedException.ThrowIfOver(file, ++cellsRead, limits.Cells, "单元格数", "cells with content");
            }
        }
        return cells;
    }

    private static RawCell? ReadCell(IExcelDataReader reader, CellAddress at, int column) => reader.GetValue(column) switch
    {
        double number => NumberCell(at, number, IsDate(reader, column)),
        int number => NumberCell(at, number, IsDate(reader, column)),
        DateTime date => DateCell(at, date),
        TimeSpan time => DateCell(at, DateTime.UnixEpoch.Date + time),
        bool flag => RawCell.OfBoolean(at, flag),
        string { Length: > 0 } text => RawCell.OfText(at, CellText.Clean(text)),
        _ => null,
    };

    private static bool IsDate(IExcelDataReader reader, int column) =>
        DateFormats.IsDate(reader.GetNumberFormatIndex(column))
        || DateFormats.IsDate(reader.GetNumberFormatString(column) ?? "");

    private static RawCell? NumberCell(CellAddress at, double value, bool isDate)
    {
        if (SpreadsheetNumber.FromDouble(value) is not { } number) return null;
        return isDate && SpreadsheetNumber.ToDate(number, from1904: false) is { } date
            ? RawCell.OfDate(at, date, number) : RawCell.OfNumber(at, number);
    }

    private static RawCell DateCell(CellAddress at, DateTime date) =>
        RawCell.OfDate(at, date, SpreadsheetNumber.FromDouble(date.ToOADate()));

    private static CellRange ToRange(ExcelDataReader.CellRange range) => new(
        new CellAddress(range.FromRow + 1, range.FromColumn + 1),
        new CellAddress(range.ToRow + 1, range.ToColumn + 1));
}
