using ClosedXML.Excel;

namespace FillWithClosedXml;

/// <summary>Writes values into copies of the standard workbook.</summary>
/// <param name="blank">The bytes of the standard workbook.</param>
internal sealed class WorkbookFiller(byte[] blank)
{
    /// <summary>Writes one workbook; it appears whole or not at all, and never replaces a file.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="values">What goes into which cell.</param>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public void Write(string path, IEnumerable<(InputCell Cell, object Value)> values)
    {
        using var workbook = new XLWorkbook(new MemoryStream(blank));
        foreach (var (cell, value) in values) Enter(workbook.Worksheet(cell.Sheet).Cell(cell.Address), value);
        using var content = new MemoryStream();
        // Otherwise the totals keep the results that they had in the blank workbook.
        workbook.SaveAs(content, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        var unfinished = path + ".tmp";
        try
        {
            File.WriteAllBytes(unfinished, content.ToArray());
            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Enter(IXLCell cell, object value)
    {
        switch (value)
        {
            case long whole: cell.SetValue(whole); break;
            case decimal number: cell.SetValue(number); break;
            case DateTime day: cell.SetValue(day); break;
            // Not "Value = text", which would guess a type: "010020" would become a number, "=1+1" a formula.
            default: cell.SetValue((string)value).SetDataType(XLDataType.Text); break;
        }
    }
}
