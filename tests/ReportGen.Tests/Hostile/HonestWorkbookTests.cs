using System.Text;
using ReportGen.Diagnostics;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Hostile;

/// <summary>The limits against bombs do not hit files that programs really write.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HonestWorkbookTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    [Test]
    public void Empty_cells_over_all_columns_are_no_bomb()
    {
        var rows = new StringBuilder(Row);
        for (var row = 2; row <= 61; row++)
        {
            rows.Append($"<row r=\"{row}\">");
            for (var column = 1; column <= 16_384; column++)
                rows.Append($"<c r=\"{CellAddress.ColumnLetters(column)}{row}\" s=\"1\"/>");
            rows.Append("</row>");
        }

        Assert.That(XlsxBuilder.OneSheet(rows.ToString()).Sheet().Cells, Has.Length.EqualTo(1));
    }

    [Test]
    public void Seventy_thousand_styles_are_no_bomb()
    {
        const string style = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
            + "<alignment vertical=\"center\" wrapText=\"1\"/></xf>";
        var styles = $"<cellXfs>{new StringBuilder().Insert(0, style, 70_000)}</cellXfs>";
        Assert.That(XlsxBuilder.OneSheet(Row, styles).Sheet().Cells, Has.Length.EqualTo(1));
    }

    [Test]
    public void Text_that_is_kept_is_what_counts()
    {
        var items = string.Concat(Enumerable.Repeat($"<si><t>{new string('x', 30_000)}</t></si>", 300));
        var opened = XlsxBuilder.OneSheet("<row><c t=\"s\"><v>0</v></c></row>", shared: items).Open();
        Assert.That(opened.Diagnostics.Single().Id, Is.EqualTo("file.over-limit"));
    }

    [Test]
    public void Text_that_many_cells_share_is_counted_for_each()
    {
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(_ => (char)('一' + random.Next(20_000))));
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 1_000));
        var opened = XlsxBuilder.OneSheet($"<row>{cells}</row>", shared: $"<si><t>{text}</t></si>").Open();
        Assert.That(opened.Diagnostics.Single().Id, Is.EqualTo("file.over-limit"));
    }

    [Test]
    public void Ranges_over_all_columns_are_read_in_linear_time()
    {
        var merges = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"<mergeCell ref=\"A{i}:XFD{i}\"/>"));
        var sheet = XlsxBuilder.OneSheet(Row, behind: $"<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>"
            + $"<mergeCells>{merges}</mergeCells>").Sheet();
        Assert.That(sheet.HiddenColumns, Has.Count.EqualTo(16_383));
    }

    [TestCase("1E+308")]
    [TestCase("-1E+308")]
    [TestCase("9.99E+27")]
    [TestCase("1000000000000000")]
    public void A_figure_beyond_all_figures_is_named_as_too_large(string number)
    {
        using var kind = new ToyKind();
        var file = kind.Workbook("a.xlsx", "Shop", apples: 4711);
        EditedPackage.Replace(file, ">4711<", $">{number}<");
        var run = kind.Run("check", file);
        Assert.That(run.Output, Does.Contain("too large").And.Contain("Figures!"));
        Assert.That(run.Output, Does.Not.Contain("Internal error"));
    }

    [Test]
    public void A_line_break_that_a_program_escaped_is_a_line_break()
    {
        using var kind = new ToyKind();
        var file = kind.Workbook("a.xlsx", "Shop", prose: "one PLACE two");
        EditedPackage.Replace(file, " PLACE ", "_x000D_\n");
        var run = kind.Run("check", file);
        Assert.That(run.Output, Does.Not.Contain("control").And.Not.Contain("x000D"));
        Assert.That(run.ExitCode, Is.Zero, run.Output);
    }

    [Test]
    public void A_spreadsheet_in_xml_of_2003_is_named_although_it_has_tables()
    {
        const string xml = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row/></Table></Worksheet>"
            + "</Workbook>";
        Assert.That(new WorkbookOpener().Open(Encoding.UTF8.GetBytes(xml), "a.xls").Diagnostics.Single().Id,
            Is.EqualTo("file.xml-spreadsheet"));
    }

    [Test]
    public void A_package_whose_end_is_overwritten_is_damaged_and_not_cut_short()
    {
        var whole = XlsxBuilder.OneSheet(Row).ToBytes();
        var end = whole.AsSpan().LastIndexOf("PK\x05\x06"u8);
        whole[end + 2] ^= 1;
        Assert.That(IdOf(whole, "a.xlsx"), Is.EqualTo("file.damaged"));
        for (var length = 20; length < end + 4; length += 7)
            Assert.That(IdOf(whole[..length], "a.xlsx"), Is.EqualTo("file.truncated"), $"the first {length} bytes");
    }

    [Test]
    public void A_compound_file_with_an_impossible_table_is_damaged_and_not_cut_short()
    {
        var whole = CompoundFileBuilder.WithStream("Workbook");
        whole[76 + 2] = 0x20;
        Assert.That(IdOf(whole, "a.xls"), Is.EqualTo("file.damaged"));
    }

    private static string IdOf(byte[] content, string name) => new WorkbookOpener().Open(content, name).Diagnostics.Single().Id;
}
