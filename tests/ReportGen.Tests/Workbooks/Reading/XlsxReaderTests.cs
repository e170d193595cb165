using ReportGen.Diagnostics;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks.Reading;

/// <summary>Variations between the programs that write workbooks.</summary>
public class XlsxReaderTests
{
    private static RawCell At(RawSheet sheet, string address) =>
        CellAddress.TryParse(address, out var at) ? sheet[at] : throw new ArgumentException(address);

    private static RawCell OnlyCell(string cell, string? styles = null, string? shared = null, string workbookPr = "") =>
        At(XlsxBuilder.OneSheet($"<row r=\"1\">{cell}</row>", styles, shared, workbookPr: workbookPr).Sheet(), "A1");

    [TestCase("3", "3")]
    [TestCase("-12", "-12")]
    [TestCase("18.870999999999999", "18.871")]
    [TestCase("9.1999999999999998E-2", "0.092")]
    [TestCase("0.30000000000000004", "0.3")]
    [TestCase("1.5E3", "1500")]
    [TestCase("5.0", "5")]
    [TestCase(" 7 ", "7")]
    [TestCase("123456789012345", "123456789012345")]
    public void Numbers_are_read_as_entered(string stored, string expected)
    {
        var cell = OnlyCell($"<c r=\"A1\"><v>{stored}</v></c>");
        Assert.Multiple(() =>
        {
            Assert.That(cell.Kind, Is.EqualTo(RawCellKind.Number));
            Assert.That(cell.Text, Is.EqualTo(expected));
            Assert.That(cell.Number, Is.EqualTo(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
        });
    }

    [Test]
    public void Cells_in_any_order_are_sorted_and_of_two_at_one_address_the_last_counts()
    {
        var sheet = XlsxBuilder.OneSheet("""
            <row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>
            <row r="2"><c r="B2"><v>4</v></c></row>
            """).Sheet();

        Assert.That(sheet.Cells.Select(c => $"{c.Address}={c.Text}"), Is.EqualTo(new[] { "A1=3", "A2=2", "B2=4" }));
    }

    [Test]
    public void A_number_out_of_range_is_text() =>
        Assert.That(OnlyCell("<c r=\"A1\"><v>1E+308</v></c>").Kind, Is.EqualTo(RawCellKind.Text));

    [TestCase("<c r=\"A1\" t=\"str\"><f>B1</f><v>结果</v></c>", RawCellKind.Text, "结果")]
    [TestCase("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", RawCellKind.Error, "#DIV/0!")]
    [TestCase("<c r=\"A1\" t=\"b\"><f>TRUE()</f><v>1</v></c>", RawCellKind.Boolean, "TRUE")]
    [TestCase("<c r=\"A1\"><f aca=\"false\">SUM(B1:C1)</f><v>12</v></c>", RawCellKind.Number, "12")]
    [TestCase("<c r=\"A1\"><f>SUM(B1:C1)</f></c>", RawCellKind.Empty, "")]
    [TestCase("<c r=\"A1\"><f t=\"shared\" si=\"0\"/><v>4</v></c>", RawCellKind.Number, "4")]
    public void A_formula_gives_its_stored_value(string cell, RawCellKind kind, string text)
    {
        var read = OnlyCell(cell);
        Assert.That((read.Kind, read.Text, read.IsFormula), Is.EqualTo((kind, text, true)));
    }

    [TestCase("t=\"str\"", "12", RawCellKind.Text, "12")]
    [TestCase("t=\"inlineStr\"", "12", RawCellKind.Text, "12")]
    [TestCase("t=\"b\"", "0", RawCellKind.Boolean, "FALSE")]
    [TestCase("t=\"b\"", "true", RawCellKind.Boolean, "TRUE")]
    [TestCase("t=\"d\"", "2026-01-20", RawCellKind.Date, "2026-01-20")]
    [TestCase("t=\"d\"", "2026-01-20T15:30:00", RawCellKind.Date, "2026-01-20 15:30")]
    [TestCase("t=\"n\"", "12", RawCellKind.Number, "12")]
    public void The_type_of_a_cell_decides_what_its_value_is(string type, string value, RawCellKind kind, string text)
    {
        var read = OnlyCell($"<c r=\"A1\" {type}><v>{value}</v></c>");
        Assert.That((read.Kind, read.Text), Is.EqualTo((kind, text)));
    }

    [TestCase("A1048576", true)]
    [TestCase("XFD1", true)]
    [TestCase("A1048577", false)]
    public void The_last_row_and_column_are_read_and_rows_beyond_are_passed_over(string address, bool isRead)
    {
        var row = address.TrimStart("ADEFX".ToCharArray());
        var sheet = XlsxBuilder.OneSheet($"<row r=\"{row}\"><c r=\"{address}\"><v>1</v></c></row>").Sheet();
        Assert.That(sheet.Cells, Has.Length.EqualTo(isRead ? 1 : 0));
    }

    [Test]
    public void A_shared_string_joins_its_runs_and_drops_phonetic_guides()
    {
        const string shared = "<si><t>甲</t></si><si><r><t xml:space=\"preserve\">社会公益 </t></r><r><rPr><b/></rPr><t>组织</t></r>"
            + "<rPh sb=\"0\" eb=\"2\"><t>しゃかい</t></rPh><phoneticPr fontId=\"1\"/></si>";
        Assert.That(OnlyCell("<c r=\"A1\" t=\"s\"><v>1</v></c>", shared: shared).Text, Is.EqualTo("社会公益 组织"));
    }

    [TestCase("<is><t>甲</t></is>", "甲")]
    [TestCase("<is><r><t>甲</t></r><r><t>乙</t></r></is>", "甲乙")]
    [TestCase("<is><t xml:space=\"preserve\"> 甲 </t></is>", " 甲 ")]
    [TestCase("<is><t>甲_x000D_\n乙</t></is>", "甲\n乙")]
    [TestCase("<is><t>_x005F_x000D_</t></is>", "_x000D_")]
    [TestCase("<is><t><![CDATA[<甲>]]></t></is>", "<甲>")]
    [TestCase("<is><t>&lt;甲&gt;&amp;&#20057;</t></is>", "<甲>&乙")]
    public void Inline_text_is_read_completely(string inline, string expected) =>
        Assert.That(OnlyCell($"<c r=\"A1\" t=\"inlineStr\">{inline}</c>").Text, Is.EqualTo(expected));

    [TestCase("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@")]
    [TestCase("[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;")]
    [TestCase("[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;")]
    [TestCase("yyyy\\-mm\\-dd")]
    public void A_custom_date_format_makes_a_date(string code)
    {
        var styles =
            $"<numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"{code}\"/></numFmts><cellXfs count=\"1\"><xf "
                + "numFmtId=\"176\"/></cellXfs>";
        var cell = OnlyCell("<c r=\"A1\" s=\"0\"><v>46042</v></c>", styles);
        Assert.That((cell.Kind, cell.Text, cell.Number), Is.EqualTo((RawCellKind.Date, "2026-01-20", 46042m)));
    }

    [TestCase(14)]
    [TestCase(31)]
    [TestCase(57)]
    public void A_built_in_date_format_makes_a_date(int id) =>
        Assert.That(OnlyCell("<c r=\"A1\" s=\"0\"><v>46042</v></c>", $"<cellXfs><xf numFmtId=\"{id}\"/></cellXfs>").Text,
            Is.EqualTo("2026-01-20"));

    [TestCase("General")]
    [TestCase("G/通用格式")]
    [TestCase("0&quot;days&quot;")]
    [TestCase("#,##0.00_);[Red]\\(#,##0.00\\)")]
    [TestCase("&quot;共&quot;0&quot;件&quot;")]
    [TestCase("[Magenta]0")]
    [TestCase("[DBNum1]General")]
    public void A_number_format_does_not_make_a_date(string code)
    {
        var styles =
            $"<numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"{code}\"/></numFmts><cellXfs count=\"1\"><xf "
                + "numFmtId=\"176\"/></cellXfs>";
        Assert.That(OnlyCell("<c r=\"A1\" s=\"0\"><v>3</v></c>", styles).Kind, Is.EqualTo(RawCellKind.Number));
    }

    [Test]
    public void Dates_may_be_counted_from_1904() =>
        Assert.That(OnlyCell("<c r=\"A1\" s=\"0\"><v>44580</v></c>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
            workbookPr: "<workbookPr date1904=\"1\"/>").Text, Is.EqualTo("2026-01-20"));

    [Test]
    public void Addresses_may_be_missing()
    {
        var sheet = XlsxBuilder.OneSheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>").Sheet();
        Assert.That(sheet.Cells.Select(c => $"{c.Address}={c.Text}"), Is.EqualTo(["A1=1", "B1=2", "A2=3"]));
    }

    [Test]
    public void The_strict_variant_is_read() =>
        Assert.That(At(XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", strict: true).Sheet(), "A1").Number,
            Is.EqualTo(1m));

    [TestCase("/xl/worksheets/sheet1.xml")]
    [TestCase("./worksheets/sheet1.xml")]
    [TestCase("../xl/worksheets/Sheet1.xml")]
    [TestCase("worksheets\\sheet1.xml")]
    public void Targets_may_be_written_in_many_ways(string target) =>
        Assert.That(XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", target: target).Sheet().Cells,
            Has.Length.EqualTo(1));

    [Test]
    public void Part_names_may_differ_in_case_and_slash() =>
        Assert.That(XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .Rename(n => n.Replace("xl/", "XL/").Replace('/', '\\')).Sheet().Cells, Has.Length.EqualTo(1));

    [Test]
    public void Merged_ranges_are_kept()
    {
        var sheet = XlsxBuilder.OneSheet("<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>",
            behind: "<mergeCells count=\"1\"><mergeCell ref=\"B2:C4\"/></mergeCells>").Sheet();
        Assert.Multiple(() =>
        {
            Assert.That(sheet.RangeFrom(new CellAddress(2, 2)).ToString(), Is.EqualTo("B2:C4"));
            Assert.That(sheet.RangeFrom(new CellAddress(3, 2)).ToString(), Is.EqualTo("B3"));
        });
    }

    [Test]
    public void Anchors_of_controls_are_not_cells()
    {
        var sheet = XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            behind: "<controls><control><anchor><from><row>7</row><c><v>9</v></c></from></anchor></control></controls>").Sheet();
        Assert.That(sheet.Cells, Has.Length.EqualTo(1));
    }

    [Test]
    public void The_content_is_identified_by_its_hash()
    {
        var opened = XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").Open();
        Assert.That(opened.Sha256,
            Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(opened.Content.Span))));
        Assert.That(opened.Workbook!.Sha256, Is.EqualTo(opened.Sha256));
    }
}
