using ReportGen.Tests.Architecture;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks.Reading;

/// <summary>Which rows and columns of a file nobody sees.</summary>
public sealed class HiddenLinesTests
{
    private const string Rows = """<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>1</v></c></row>""";

    [TestCase("""<col min="1" max="1" hidden="1"/>""", new[] { 1 })]
    [TestCase("""<col min="1" max="1" hidden="true" width="9"/>""", new[] { 1 })]
    [TestCase("""<col min="1" max="1" hidden="0" width="9"/>""", new int[0])]
    [TestCase("""<col min="1" max="2" width="0" customWidth="1"/><col min="3" max="3" width="0.0"/>""", new[] { 1, 3 })]
    [TestCase("""<col min="1" max="1" width="0.5"/>""", new int[0])]
    [TestCase("""<col min="2" max="16384" hidden="1"/>""", new[] { 3 }, Description = "columns without content do not matter")]
    [TestCase("""<col min="4" max="16384" hidden="1"/>""", new int[0])]
    [TestCase("""<col max="x" hidden="1"/>""", new[] { 1, 3 })]
    public void Columns_are_hidden_by_their_mark_or_without_width(string columns, int[] expected) =>
        Assert.That(Open(columns, Rows).HiddenColumns, Is.EquivalentTo(expected));

    [TestCase("""<row r="2" hidden="1"/>""", new[] { 2 })]
    [TestCase("""<row r="2" ht="0" customHeight="1"/>""", new[] { 2 })]
    [TestCase("""<row r="2" ht="15"/>""", new int[0])]
    [TestCase("""<row r="2" ht="0.75" hidden="false"/>""", new int[0])]
    [TestCase("""<row r="2"/>""", new int[0])]
    public void Rows_are_hidden_by_their_mark_or_without_height(string row, int[] expected) =>
        Assert.That(Open("", Rows + row).HiddenRows, Is.EquivalentTo(expected));

    [Test]
    public void Columns_of_a_merged_range_are_known_without_content() =>
        Assert.That(
            Open("""<col min="5" max="6" hidden="1"/>""", Rows, """<mergeCells><mergeCell ref="C1:E1"/></mergeCells>""")
                .HiddenColumns,
            Is.EqualTo(new[] { 5 }));

    /// <summary>
    /// In the file, which LibreOffice saved, row 2, column C and a sheet are hidden. The height of row 4 and the width of
    /// column E were set to 0 afterwards.
    /// </summary>
    [Test]
    public void An_xls_has_the_same()
    {
        var file = Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Workbooks/Files/hidden-rows-and-columns.xls");
        var sheets = new WorkbookOpener().Open(file).Workbook!.Sheets;
        Assert.That(sheets.Select(s => (s.Name, s.IsHidden)), Is.EqualTo(new[] { ("明", false), ("暗", true) }));
        Assert.That(sheets[0].HiddenRows, Is.EquivalentTo(new[] { 2, 4 }));
        Assert.That(sheets[0].HiddenColumns, Is.EquivalentTo(new[] { 3, 5 }));
        Assert.That(sheets[1].HiddenRows, Is.Empty);
        Assert.That(sheets[1].HiddenColumns, Is.Empty);
    }

    private static RawSheet Open(string columns, string rows, string behind = "")
    {
        var builder = XlsxBuilder.OneSheet("").Without("xl/worksheets/sheet1.xml").Part("xl/worksheets/sheet1.xml",
            $"<worksheet xmlns=\"{XlsxBuilder.Main}\"><cols>{columns}</cols><sheetData>{rows}</sheetData>{behind}</worksheet>");
        return builder.Sheet();
    }
}
