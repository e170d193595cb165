using System.Text;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks.Reading;

/// <summary>Malicious workbooks: each is refused with a finding and none crashes the reader.</summary>
public class HostileWorkbookTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    private static string IdOf(XlsxBuilder script, WorkbookLimits? limits = null)
    {
        var opened = script.Open(limits);
        Assert.That(opened.State, Is.EqualTo(WorkbookState.Refused));
        return opened.Diagnostics.Single().Id;
    }

    [Test]
    public void A_part_with_excessive_compression_is_refused() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet(Row).Part("xl/sharedStrings.xml", new byte[80_000_000])),
            Is.EqualTo("file.damaged").Or.EqualTo("file.over-limit"));

    [Test]
    public void A_zip_bomb_of_well_formed_text_is_refused() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet(Row, shared: $"<si><t>{new string('啊', 20_000_000)}</t></si>")),
            Is.EqualTo("file.over-limit"));

    [Test]
    public void The_sum_of_all_parts_is_limited() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet(Row, shared: $"<si><t>{new string('a', 5_000)}</t></si>"),
            new WorkbookLimits { InflatedBytes = 4_000 }), Is.EqualTo("file.over-limit"));

    [TestCase(100)]
    [TestCase(200_000)]
    public void Deep_nesting_is_refused(int depth) =>
        Assert.That(
            IdOf(
                XlsxBuilder.OneSheet(
                    string.Concat(Enumerable.Repeat("<row>", depth)) + string.Concat(Enumerable.Repeat("</row>", depth)))),
            Is.EqualTo("file.over-limit"));

    [Test]
    public void Too_many_rows_are_refused()
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= 1_000_000; i++) rows.Append("<row><c><v>1</v></c></row>");
        Assert.That(IdOf(XlsxBuilder.OneSheet(rows.ToString()), new WorkbookLimits { InflationRatio = 100_000 }),
            Is.EqualTo("file.over-limit"));
    }

    [TestCase(3, WorkbookState.Opened)]
    [TestCase(4, WorkbookState.Refused)]
    public void As_many_rows_as_the_limit_are_read_and_not_one_more(int rows, WorkbookState state) =>
        Assert.That(XlsxBuilder.OneSheet(Rows(rows)).Open(new WorkbookLimits { RowsPerSheet = 3 }).State, Is.EqualTo(state));

    [TestCase(100_000, WorkbookState.Opened)]
    [TestCase(100_001, WorkbookState.Refused)]
    public void A_hundred_thousand_rows_are_read_and_not_one_more(int rows, WorkbookState state) =>
        Assert.That(XlsxBuilder.OneSheet(Rows(rows)).Open().State, Is.EqualTo(state));

    [Test]
    public void Cells_of_one_row_count_as_one_row()
    {
        var script = XlsxBuilder.OneSheet("<row><c><v>1</v></c><c><v>2</v></c></row>");
        Assert.That(script.Open(new WorkbookLimits { RowsPerSheet = 1 }).State, Is.EqualTo(WorkbookState.Opened));
    }

    private static string Rows(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"<row><c><v>{i}</v></c></row>"));

    [Test]
    public void Too_many_cells_are_refused() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 2_000)) + "</row>"),
            new WorkbookLimits { Cells = 1_999 }), Is.EqualTo("file.over-limit"));

    [Test]
    public void Empty_rows_do_not_count()
    {
        var rows = string.Concat(Enumerable.Range(1, 100_000).Select(i => $"<row r=\"{i}\" spans=\"1:9\"/>"));
        Assert.That(XlsxBuilder.OneSheet(Row + rows).Sheet().Cells, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_document_type_is_refused() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet(Row).Without("xl/worksheets/sheet1.xml").Part("xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData>&b;</sheetData></worksheet>")),
            Is.EqualTo("file.damaged"));

    [Test]
    public void A_duplicate_part_name_is_refused() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet(Row).Part("xl/worksheets/SHEET1.xml", "<worksheet/>")),
            Is.EqualTo("file.hostile"));

    [Test]
    public void Part_names_cannot_point_outside_the_package() =>
        Assert.That(XlsxBuilder.OneSheet(Row).Part("../../etc/passwd", "x").Sheet().Cells, Has.Length.EqualTo(1));

    [Test]
    public void A_target_outside_the_package_is_missing() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet(Row, target: "../../../../etc/passwd")), Is.EqualTo("file.damaged"));

    [Test]
    public void Too_many_parts_are_refused()
    {
        var script = XlsxBuilder.OneSheet(Row);
        for (var i = 0; i < 20; i++) script.Part($"x/{i}", "");
        Assert.That(IdOf(script, new WorkbookLimits { Entries = 20 }), Is.EqualTo("file.over-limit"));
    }

    [Test]
    public void Too_many_merges_are_refused() =>
        Assert.That(
            IdOf(
                XlsxBuilder.OneSheet(Row, behind: "<mergeCells>"
                    + string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:B2\"/>", 11)) + "</mergeCells>"),
            new WorkbookLimits { MergesPerSheet = 10 }), Is.EqualTo("file.over-limit"));

    [TestCase("r=\"A0\"")]
    [TestCase("r=\"XFE1\"")]
    [TestCase("r=\"A99999999999\"")]
    public void Addresses_outside_the_sheet_are_treated_as_missing(string address) =>
        Assert.That(XlsxBuilder.OneSheet($"<row r=\"1\"><c {address}><v>1</v></c></row>").Sheet().Cells.Single().Address
            .ToString(), Is.EqualTo("A1"));

    [Test]
    public void A_row_number_outside_the_sheet_has_no_cells() =>
        Assert.That(XlsxBuilder.OneSheet("<row r=\"2000000000\"><c><v>1</v></c></row>").Sheet().Cells, Is.Empty);

    [Test]
    public void A_shared_string_that_does_not_exist_is_damage() =>
        Assert.That(
            IdOf(XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", shared: "<si><t>a</t></si>")),
            Is.EqualTo("file.damaged"));

    [Test]
    public void A_file_over_the_limit_is_refused() =>
        Assert.That(IdOf(XlsxBuilder.OneSheet(Row), new WorkbookLimits { FileBytes = 100 }), Is.EqualTo("file.too-large"));
}
