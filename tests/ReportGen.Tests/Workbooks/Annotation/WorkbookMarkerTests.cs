using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportGen.Diagnostics;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Annotation;

/// <summary>The returned workbook: what is added, what is preserved, and how it is read back.</summary>
public partial class WorkbookMarkerTests
{
    private const string File = "某局.xlsx";

    private static byte[] Submitted(params CellValue[] changes) =>
        StandardWorkbookWriter.Write(Forms.Form2021, Forms.Zeros(Forms.Form2021) with { Overrides = [.. changes] });

    private static OpenedWorkbook Open(byte[] bytes)
    {
        var opened = new WorkbookOpener().Open(bytes, File);
        Assert.That(opened.Diagnostics, Is.Empty);
        return opened;
    }

    private static Diagnostic Finding(
        string id, string sheet, string cell, string message = "数字不符", Severity severity = Severity.Error) => new()
    {
        Id = id,
        Severity = severity,
        Location = new CellLocation { File = File, Sheet = sheet,
            Address = CellAddress.TryParse(cell, out var at) ? at : default },
        Message = new LocalizedText(message, message),
        Remedy = new LocalizedText("应为 3", "should be 3"),
    };

    private static Dictionary<string, byte[]> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    private static IEnumerable<string> Invalid(byte[] package)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(package), false);
        return [.. new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    private static readonly Diagnostic[] s_findings =
    [
        Finding("T3-02", "三、依申请公开", "J12") with
            { Related = [new CellLocation { File = File, Sheet = "三、依申请公开", Address = new(13, 10) }] },
        Finding("N-01", "一、总体情况", "B2", "=HYPERLINK(\"http://x\")", Severity.Warning),
        Finding("T3-01", "三、依申请公开", "J12", "合计不符", Severity.Warning),
        new() { Id = "file.note", Severity = Severity.Information, Location = new FileLocation { File = File },
            Message = new("全文", "whole") },
    ];

    [Test]
    public void The_list_is_the_first_sheet_with_locations_as_links()
    {
        var returned = Open(WorkbookMarker.Mark(Open(Submitted()), s_findings)).Workbook!;
        var list = returned.Sheets[0];
        Assert.Multiple(() =>
        {
            Assert.That(list.Name, Is.EqualTo("问题清单"));
            Assert.That(returned.Sheets.Skip(1).Select(s => s.Name),
                Is.EqualTo(Open(Submitted()).Workbook!.Sheets.Select(s => s.Name)));
            Assert.That(list.Cells.Where(c => c.Address.Row == 4).Select(c => c.Text),
                Is.EqualTo(["1", "错误", "三、依申请公开!J12", "数字不符", "应为 3", "T3-02"]));
            Assert.That(list[new(2, 1)].Text, Does.StartWith("共 4 项：错误 1 项，警告 2 项，提示 1 项。"));
        });
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(WorkbookMarker.Mark(Open(Submitted()), s_findings)), false);
        var links = document.WorkbookPart!.WorksheetParts.SelectMany(
            p => p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Hyperlink>());
        Assert.That(links.Select(l => $"{l.Reference} {l.Location}"), Is.EquivalentTo(
            ["C4 '三、依申请公开'!J12", "C5 '一、总体情况'!B2", "C6 '三、依申请公开'!J12"]));
    }

    [Test]
    public void The_result_is_valid() => Assert.That(Invalid(WorkbookMarker.Mark(Open(Submitted()), s_findings)), Is.Empty);

    [Test]
    public void Text_never_becomes_a_formula()
    {
        var list = Open(WorkbookMarker.Mark(Open(Submitted()), s_findings)).Workbook!.Sheets[0];
        Assert.That((list[new(5, 4)].Text, list[new(5, 4)].IsFormula), Is.EqualTo(("=HYPERLINK(\"http://x\")", false)));
        Assert.That(list.Cells.Any(c => c.IsFormula), Is.False);
    }

    [Test]
    public void Cells_and_their_styles_are_unchanged()
    {
        var before = Open(Submitted()).Workbook!;
        var after = Open(WorkbookMarker.Mark(Open(Submitted()), s_findings)).Workbook!;
        foreach (var (a, b) in before.Sheets.Zip(after.Sheets.Skip(1))) Assert.That(b.Cells, Is.EqualTo(a.Cells), a.Name);
    }

    [Test]
    public void Parts_without_findings_are_copied_byte_for_byte()
    {
        var before = Parts(Submitted());
        var after = Parts(WorkbookMarker.Mark(Open(Submitted()), s_findings));
        string[] mayChange = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
            "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet5.xml"];
        var kept = before.Keys.Except(mayChange).ToList();
        Assert.That(kept, Has.Count.GreaterThan(5));
        foreach (var part in kept) Assert.That(after[part], Is.EqualTo(before[part]), part);
    }

    [Test]
    public void Validations_and_protection_of_a_marked_sheet_are_kept()
    {
        var returned = WorkbookMarker.Mark(Open(Submitted()), s_findings);
        using var document = SpreadsheetDocument.Open(new MemoryStream(returned), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single(
            p => p.WorksheetCommentsPart?.Comments.InnerText.Contains("T3-02") == true).Worksheet;
        Assert.Multiple(() =>
        {
            Assert.That(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.DataValidation>(), Is.Not.Empty);
            Assert.That(sheet.Elements<DocumentFormat.OpenXml.Spreadsheet.SheetProtection>(), Is.Not.Empty);
            Assert.That(sheet.Elements<DocumentFormat.OpenXml.Spreadsheet.ConditionalFormatting>()
                .Select(c => c.SequenceOfReferences!.InnerText),
                Is.EqualTo(["J12", "J13"]));
        });
    }

    [Test]
    public void A_second_return_replaces_the_marks_of_the_first()
    {
        var first = WorkbookMarker.Mark(Open(Submitted()), s_findings);
        var second = WorkbookMarker.Mark(Open(first), [Finding("T4-01", "四、复议诉讼", "E5")]);
        var sheets = Open(second).Workbook!.Sheets;
        Assert.That(sheets.Count(s => s.Name.StartsWith("问题清单")), Is.EqualTo(1));
        Assert.That(ReturnedWorkbookReader.Read(Open(second).Workbook!)!.Value.Select(f => f.Id), Is.EqualTo(["T4-01"]));
        Assert.That(Invalid(second), Is.Empty);
        using var document = SpreadsheetDocument.Open(new MemoryStream(second), false);
        var marked = document.WorkbookPart!.WorksheetParts.SelectMany(
            p => p.Worksheet.Elements<DocumentFormat.OpenXml.Spreadsheet.ConditionalFormatting>());
        Assert.That(marked.Select(m => m.SequenceOfReferences!.InnerText), Is.EqualTo(["E5"]));
        Assert.That(
            document.WorkbookPart.WorksheetParts.Sum(
                p => p.WorksheetCommentsPart?.Comments.CommentList!.ChildElements.Count ?? 0), Is.EqualTo(1));
    }

    [Test]
    public void The_list_is_read_back()
    {
        var read = ReturnedWorkbookReader.Read(Open(WorkbookMarker.Mark(Open(Submitted()), s_findings)).Workbook!)!.Value;
        Assert.That(read, Is.EqualTo(new ReturnedFinding[]
        {
            new("T3-02", Severity.Error, "三、依申请公开!J12", "数字不符"),
            new("N-01", Severity.Warning, "一、总体情况!B2", "=HYPERLINK(\"http://x\")"),
            new("T3-01", Severity.Warning, "三、依申请公开!J12", "合计不符"),
            new("file.note", Severity.Information, "", "全文"),
        }));
    }

    [Test]
    public void Reading_a_workbook_without_a_list_gives_null() =>
        Assert.That(ReturnedWorkbookReader.Read(Open(Submitted()).Workbook!), Is.Null);

    [Test]
    public void A_resubmission_is_compared_to_the_return()
    {
        ReturnedFinding[] earlier =
        [
            new("T3-01", Severity.Error, "表!A1", "甲"), new("T3-01", Severity.Error, "表!A2", "乙"),
            new("T3-02", Severity.Error, "表!B1", "丙"), new("N-01", Severity.Error, "表!C1", "丁"),
        ];
        Diagnostic[] now = [Finding("T3-01", "表", "A1", "甲"), Finding("T3-02", "表", "B1", "丙二"), Finding("N-01", "表", "C9", "丁"),
            Finding("N-02", "表", "A1")];
        var comparison = ReturnedWorkbookReader.Compare(earlier, now);
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Fixed.Select(f => f.Message), Is.EqualTo(["乙"]));
            Assert.That(comparison.Remaining.Select(f => f.Id), Is.EqualTo(["T3-01", "T3-02", "N-01"]));
            Assert.That(comparison.New.Select(f => f.Id), Is.EqualTo(["N-02"]));
        });
    }

    [Test]
    public void A_file_that_is_not_a_workbook_gives_only_the_list()
    {
        var opened = new WorkbookOpener().Open("%PDF-1.7"u8.ToArray(), "某局.xlsx");
        var returned = Open(WorkbookMarker.Mark(opened, opened.Diagnostics));
        Assert.That(returned.Workbook!.Sheets.Select(s => s.Name), Is.EqualTo(["问题清单"]));
        Assert.That(ReturnedWorkbookReader.Read(returned.Workbook)!.Value.Single().Id, Is.EqualTo("file.pdf"));
    }

    [Test]
    public void Comments_and_formats_of_others_are_kept()
    {
        const string vml =
            "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape "
                + "id=\"a\"><br><x:ClientData "
                + "ObjectType=\"Note\"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>";
        const string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var script = XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>",
                behind: "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" "
                + "priority=\"1\"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>"
                    + $"<legacyDrawing xmlns:r=\"{links}\" r:id=\"rId9\"/>")
            .Part("xl/worksheets/_rels/sheet1.xml.rels", XlsxBuilder.Relationships(
                ("rId8", $"{links}/comments", "../comments1.xml"),
                ("rId9", $"{links}/vmlDrawing", "../drawings/vmlDrawing1.vml")))
            .Part("xl/comments1.xml",
                $"<comments xmlns=\"{XlsxBuilder.Main}\"><authors><author>张</author></authors><commentList><comment ref=\"A1\" "
                    + "authorId=\"0\"><text><t>原有</t></text></comment></commentList></comments>")
            .Part("xl/drawings/vmlDrawing1.vml", vml);
        var parts =
            Parts(WorkbookMarker.Mark(Open(script.ToBytes()), [Finding("T3-01", "表", "A1"), Finding("T3-01", "表", "B1")]));
        var comments = System.Text.Encoding.UTF8.GetString(parts["xl/comments1.xml"]);
        var drawing = System.Text.Encoding.UTF8.GetString(parts["xl/drawings/vmlDrawing1.vml"]);
        var sheet = System.Text.Encoding.UTF8.GetString(parts["xl/worksheets/sheet1.xml"]);
        Assert.Multiple(() =>
        {
            Assert.That(comments, Does.Contain("原有").And.Contain("ref=\"B1\""));
            Assert.That(drawing,
                Does.Contain("<v:shape id=\"a\"><br>").And.Contain("_reportgen_B1").And.Not.Contain("_reportgen_A1"));
            Assert.That(sheet, Does.Contain("A1&gt;0").And.Contain("priority=\"5\"").And.Contain("A1 B1"));
            Assert.That(System.Text.RegularExpressions.Regex.Count(sheet, "legacyDrawing"), Is.EqualTo(1));
        });
    }

    [Test]
    public void The_strict_variant_can_be_marked()
    {
        var script = XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", strict: true);
        var returned = Open(WorkbookMarker.Mark(Open(script.ToBytes()), [Finding("T3-01", "表", "A1")]));
        Assert.That(returned.Workbook!.Sheets.Select(s => s.Name), Is.EqualTo(["问题清单", "表"]));
    }

    [TestCase(Language.Chinese, "序号|级别|位置|问题|怎样改正|规则", "共 1 项：错误 1 项，警告 0 项，提示 0 项。错误改正后才能发布；点“位置”可跳到单元格，点列标题上的箭头可以筛选。",
        "请在原文件中改正")]
    [TestCase(Language.English, "No.|Severity|Place|What is wrong|What would be right|Rule",
        "1 in all: errors 1, warnings 0, notes 0.", "Correct the original, save it as .xlsx")]
    public void The_list_is_written_and_read_in_both_languages(Language language, string headings, string summary, string alone)
    {
        var marked = Open(WorkbookMarker.Mark(Open(Submitted()), [s_findings[0]], language)).Workbook!;
        Assert.That(string.Join('|', marked.Sheets[0].Cells.Where(c => c.Address.Row == 3).Select(c => c.Text)),
            Is.EqualTo(headings));
        Assert.That(marked.Sheets[0][new(2, 1)].Text, Does.StartWith(summary).And.Not.Contain(alone));
        Assert.That(ReturnedWorkbookReader.Read(marked)!.Value.Single(),
            Is.EqualTo(new ReturnedFinding("T3-02", Severity.Error, "三、依申请公开!J12", "数字不符")));
        var fresh = Open(
            WorkbookMarker.Mark(new WorkbookOpener().Open("%PDF-1.7"u8.ToArray(), File), [s_findings[0]], language)).Workbook!;
        Assert.That(fresh.Sheets[0][new(2, 1)].Text, Does.Contain(alone));
    }

    [Test]
    public void Marking_changes_nothing_else_in_a_sheet()
    {
        var (before, after) = (Parts(Submitted()), Parts(WorkbookMarker.Mark(Open(Submitted()), s_findings)));
        var sheets = before.Keys.Where(k => k.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList();
        Assert.That(sheets, Has.Count.GreaterThan(5));
        foreach (var sheet in sheets) Assert.That(WithoutMarks(after[sheet]), Is.EqualTo(WithoutMarks(before[sheet])), sheet);
    }

    private static string WithoutMarks(byte[] sheet)
    {
        var xml = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(sheet).TrimStart('\ufeff'));
        xml.Root!.Elements().Where(e => e.Name.LocalName == "legacyDrawing" || e.Value == "N(\"reportgen\")=0").ToList()
            .ForEach(e => e.Remove());
        foreach (var view in xml.Descendants().Where(e => e.Name.LocalName == "sheetView"))
            view.Attribute("tabSelected")?.Remove();
        return xml.ToString();
    }

    [Test]
    public void Macros_and_signatures_are_removed_and_reported()
    {
        const string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var script = XlsxBuilder.OneSheet(Row).Without("[Content_Types].xml").Without("xl/_rels/workbook.xml.rels")
            .Without("_rels/.rels")
            .Part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>
                <Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>
                """)
            .Part("_rels/.rels", XlsxBuilder.Relationships(("rId1", $"{links}/officeDocument", "xl/workbook.xml"),
                ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
                    "_xmlsignatures/origin.sigs")))
            .Part("_xmlsignatures/origin.sigs", "").Part("_xmlsignatures/sig1.xml", "<Signature/>")
            .Part("_xmlsignatures/_rels/origin.sigs.rels",
                XlsxBuilder.Relationships(("rId1",
                    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature", "sig1.xml")))
            .Part("xl/_rels/workbook.xml.rels", XlsxBuilder.Relationships(("rId1", $"{links}/worksheet", "worksheets/sheet1.xml"),
                ("rId2", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")))
            .Part("xl/vbaProject.bin", "macros").Part("customXml/item1.xml", "<kept/>");
        var returned = WorkbookMarker.Mark(Open(script.ToBytes()), [Finding("N-01", "表", "A1")]);
        var parts = Parts(returned);
        Assert.Multiple(() =>
        {
            Assert.That(parts.Keys,
                Has.None.Contains("vba").And.None.Contains("_xmlsignatures").And.Contains("customXml/item1.xml"));
            Assert.That(Text(parts, "[Content_Types].xml"),
                Does.Contain("spreadsheetml.sheet.main+xml").And.Not.Contain("macroEnabled").And.Not.Contain("vba"));
            Assert.That(Text(parts, "_rels/.rels"), Does.Not.Contain("digital-signature"));
            Assert.That(Open(returned).Workbook!.Sheets[0][new(2, 1)].Text, Does.StartWith("原文件中的宏未保留。共 1 项"));
        });
    }

    [TestCase("=1+1")]
    [TestCase("+cmd|' /C calc'!A0")]
    [TestCase("-2+3")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r\n=1")]
    [TestCase("<script>&amp;]]></script>")]
    [TestCase("_x003D_1 _x000D_")]
    [TestCase("\u0001\u000b\ufffe\ud800 𠮷", TestName = "characters that a workbook cannot hold")]
    public void Hostile_text_stays_text_and_the_xml_stays_valid(string text)
    {
        var script = XlsxBuilder.OneSheet(Row);
        var finding = Finding("N-01", "表", "A1", text) with
            { Id = text, Remedy = new(text, text), Quotation = new Quotation(text, new TextSpan(0, text.Length)) };
        var returned = WorkbookMarker.Mark(Open(script.ToBytes()), [finding]);
        var list = Open(returned).Workbook!.Sheets[0];
        Assert.That(list.Cells.Any(c => c.IsFormula), Is.False);
        Assert.That(list[new(4, 4)].Text.Trim(),
            Is.EqualTo(Open(WorkbookMarker.Mark(Open(script.ToBytes()), [finding])).Workbook!.Sheets[0][new(4, 6)].Text.Trim()));
        foreach (var (name, content) in Parts(returned).Where(p => p.Key.EndsWith("xml", StringComparison.Ordinal)))
        {
            Assert.That(() => System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(content).TrimStart('\ufeff')),
                Throws.Nothing, name);
        }
    }

    [Test]
    public void Only_a_return_not_saved_since_is_untouched()
    {
        var returned = WorkbookMarker.Mark(Open(Submitted()), s_findings);
        Assert.That(WorkbookMarker.IsUntouched(returned), Is.True);
        Assert.That(WorkbookMarker.IsUntouched(WorkbookMarker.Mark(new WorkbookOpener().Open("%PDF"u8.ToArray(), "a"), [])),
            Is.True);
        Assert.That(WorkbookMarker.IsUntouched(Submitted()), Is.False);
        Assert.That(WorkbookMarker.IsUntouched("something else"u8.ToArray()), Is.False);
        Assert.That(WorkbookMarker.IsUntouched(SavedByLibreOffice()), Is.False);
    }

    [Test]
    public void A_return_saved_by_libreoffice_is_read_and_marked_again()
    {
        var saved = Open(SavedByLibreOffice());
        Assert.That(ReturnedWorkbookReader.Read(saved.Workbook!)!.Value.Select(f => (f.Id, f.Place)),
            Is.EqualTo(new[] { ("X-02", "Story!B2"), ("prose.no-figure", "Story!B2"), ("workbook.empty-cell", "Figures!B3") }));
        var again = WorkbookMarker.Mark(saved, [Finding("X-09", "Figures", "B4")]);
        Assert.That(Open(again).Workbook!.Sheets.Count(s => s.Name.StartsWith("问题清单", StringComparison.Ordinal)), Is.EqualTo(1));
        using var document = SpreadsheetDocument.Open(new MemoryStream(again), false);
        var sheets = document.WorkbookPart!.WorksheetParts.ToList();
        Assert.That(sheets.SelectMany(p => p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.ConditionalFormatting>())
            .Select(c => c.SequenceOfReferences!.InnerText),
            Is.EqualTo(new[] { "B4" }));
        Assert.That(sheets.Select(p => p.WorksheetCommentsPart?.Comments.CommentList?.InnerText ?? "").Where(t => t.Length > 0)
            .Single(), Does.Contain("X-09").And.Not.Contain("workbook.empty-cell"));
    }

    private const string Row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>字</t></is></c></row>";

    // Made by: reportgen check --return, then soffice --convert-to xlsx.
    private static byte[] SavedByLibreOffice() => System.IO.File.ReadAllBytes(
        Path.Combine(Architecture.RepositoryFiles.Root,
            "tests/ReportGen.Tests/Workbooks/Files/returned-saved-by-libreoffice.xlsx"));

    private static string Text(Dictionary<string, byte[]> parts, string name) => System.Text.Encoding.UTF8.GetString(parts[name]);
}
