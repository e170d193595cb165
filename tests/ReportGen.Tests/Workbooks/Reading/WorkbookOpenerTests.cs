using System.Text;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks.Reading;

/// <summary>Files that are not workbooks, are incomplete, or are damaged.</summary>
public class WorkbookOpenerTests
{
    private static OpenedWorkbook Open(byte[] content, string name = "报送.xlsx") => new WorkbookOpener().Open(content, name);

    private static string? WhyNotReady(byte[] content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Combine("a"), content);
        return new WorkbookOpener().WhyNotReady(folder.Combine("a"))?.Id;
    }

    private static byte[] Whole() => XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").ToBytes();

    [TestCase("<html><table><tr><td>1</td></tr></table></html>", "file.html")]
    [TestCase("\uFEFF\r\n<!DOCTYPE html><html>", "file.html")]
    [TestCase("<table><tr><td>1</td></tr></table>", "file.html")]
    [TestCase("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
        "file.xml-spreadsheet")]
    [TestCase("MIME-Version: 1.0\r\n", "file.web-archive")]
    [TestCase("%PDF-1.7\n", "file.pdf")]
    [TestCase("{\\rtf1}", "file.rtf")]
    [TestCase("机关,年度\r\n某局,2025\r\n", "file.text")]
    [TestCase("\u0001\u0002\u0003abc", "file.unknown", TestName = "bytes of no known format")]
    public void The_format_of_a_file_that_is_not_a_workbook_is_named(string content, string id)
    {
        var opened = Open(Encoding.UTF8.GetBytes(content), "报送.xls");
        Assert.Multiple(() =>
        {
            Assert.That(opened.State, Is.EqualTo(WorkbookState.Refused));
            Assert.That(opened.Diagnostics.Single().Id, Is.EqualTo(id));
            Assert.That(opened.Diagnostics.Single().Location!.ToString(), Is.EqualTo("报送.xls"));
            Assert.That(opened.Diagnostics.Single().Remedy, Is.Not.Null);
        });
    }

    [Test]
    public void The_remedy_for_a_renamed_web_page_is_to_save_it_as_a_workbook()
    {
        var finding = Open("<html></html>"u8.ToArray(), "报送.xls").Diagnostics.Single();
        Assert.That(finding.Message.Chinese, Is.EqualTo("这不是 Excel 工作簿，而是网页（HTML）文件，只是扩展名改成了表格。"));
        Assert.That(finding.Remedy!.Chinese, Does.Contain("另存为"));
    }

    [TestCase("word/document.xml", "file.word")]
    [TestCase("ppt/presentation.xml", "file.powerpoint")]
    [TestCase("xl/workbook.bin", "file.xlsb")]
    [TestCase("报送.xlsx", "file.archive")]
    public void Other_packages_are_named(string part, string id) =>
        Assert.That(Open(new XlsxBuilder().Part(part, "<a/>").ToBytes()).Diagnostics.Single().Id, Is.EqualTo(id));

    [Test]
    public void A_word_document_is_not_a_workbook() =>
        Assert.That(Open(new XlsxBuilder().Part("word/document.xml", "<document/>")
            .Part("_rels/.rels", XlsxBuilder.Relationships(("rId1", "x/officeDocument", "word/document.xml"))).ToBytes())
            .Diagnostics.Single().Id, Is.EqualTo("file.word"));

    [Test]
    public void An_open_document_spreadsheet_is_named() =>
        Assert.That(Open(new XlsxBuilder().Part("mimetype", "x").Part("content.xml", "<a/>").ToBytes()).Diagnostics.Single().Id,
            Is.EqualTo("file.open-document"));

    [Test]
    public void An_empty_file_is_not_ready()
    {
        var opened = Open([]);
        Assert.That((opened.State, opened.Diagnostics.Single().Id), Is.EqualTo((WorkbookState.NotReady, "file.empty")));
    }

    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.97)]
    public void A_truncated_file_is_not_ready(double share)
    {
        var whole = Whole();
        var opened = Open(whole[..(int)(whole.Length * share)]);
        Assert.That((opened.State, opened.Diagnostics.Single().Id), Is.EqualTo((WorkbookState.NotReady, "file.truncated")));
    }

    [Test]
    public void Reserved_but_unwritten_space_is_truncation() =>
        Assert.That(Open(new byte[4096]).State, Is.EqualTo(WorkbookState.NotReady));

    [Test]
    public void Readiness_is_checked_without_reading_the_cells()
    {
        var whole = Whole();
        Assert.Multiple(() =>
        {
            Assert.That(WhyNotReady([]), Is.EqualTo("file.empty"));
            Assert.That(WhyNotReady(new byte[4096]), Is.EqualTo("file.truncated"));
            Assert.That(WhyNotReady(whole[..^30]), Is.EqualTo("file.truncated"));
            Assert.That(WhyNotReady(CompoundFileBuilder.WithStream("Workbook")[..1024]), Is.EqualTo("file.truncated"));
            Assert.That(WhyNotReady(whole), Is.Null);
            Assert.That(WhyNotReady(CompoundFileBuilder.WithStream("Workbook")), Is.Null);
            Assert.That(WhyNotReady("%PDF-1.7"u8.ToArray()), Is.Null, "it will never be a workbook");
            Assert.That(new WorkbookOpener().WhyNotReady(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.xlsx"))!.Id,
                Is.EqualTo("file.unreadable"));
        });
    }

    [Test]
    public void Changed_bytes_are_damage()
    {
        var bytes = Whole();
        for (var i = 60; i < 160; i++) bytes[i] ^= 0x5A;
        var opened = Open(bytes);
        Assert.That(opened.State, Is.EqualTo(WorkbookState.Refused).Or.EqualTo(WorkbookState.Opened));
        Assert.That(opened.Diagnostics.Length, Is.EqualTo(opened.State == WorkbookState.Opened ? 0 : 1));
    }

    [Test]
    public void A_missing_file_is_a_finding() =>
        Assert.That(new WorkbookOpener().Open(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.xlsx")).Diagnostics.Single().Id,
            Is.EqualTo("file.missing"));

    [TestCase("EncryptedPackage", "a.xlsx", "file.encrypted")]
    [TestCase("WordDocument", "a.xls", "file.word")]
    [TestCase("PowerPoint Document", "a.xls", "file.powerpoint")]
    [TestCase("Contents", "a.xls", "file.ole")]
    [TestCase("Workbook", "a.et", "file.et")]
    [TestCase("Workbook", "a.xls", "file.damaged")]
    public void A_compound_file_is_identified_by_its_streams(string stream, string name, string id)
    {
        var opened = Open(CompoundFileBuilder.WithStream(stream), name);
        Assert.That((opened.State, opened.Diagnostics.Single().Id), Is.EqualTo((WorkbookState.Refused, id)));
    }

    [Test]
    public void A_truncated_compound_file_is_not_ready() =>
        Assert.That(Open(CompoundFileBuilder.WithStream("Workbook")[..1024], "a.xls").State, Is.EqualTo(WorkbookState.NotReady));

    [Test]
    public void A_compound_file_with_a_cyclic_sector_chain_is_damaged() =>
        Assert.That(Open(CompoundFileBuilder.WithLoop("Workbook"), "a.xls").Diagnostics.Single().Id, Is.EqualTo("file.damaged"));
}
