using DocumentFormat.OpenXml.Packaging;
using ReportGen.Diagnostics;
using ReportGen.Tests.Workbooks.Reading;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Tests.Workbooks.Annotation;

/// <summary>The comments beside marked cells.</summary>
public partial class WorkbookMarkerTests
{
    [Test]
    public void One_cell_with_two_findings_has_one_comment_that_names_both()
    {
        var returned = WorkbookMarker.Mark(Open(Submitted()), s_findings);
        using var document = SpreadsheetDocument.Open(new MemoryStream(returned), false);
        var comments = document.WorkbookPart!.WorksheetParts.Select(p => p.WorksheetCommentsPart).OfType<WorksheetCommentsPart>()
            .SelectMany(p => p.Comments.CommentList!.ChildElements).ToList();
        Assert.That(comments, Has.Count.EqualTo(2));
        Assert.That(comments.Select(c => c.InnerText), Has.Some.Contains("［T3-02］数字不符\n应为 3\n问题清单 3［T3-01］合计不符"));
    }

    [Test]
    public void A_comment_quotes_the_text_in_question()
    {
        const string prose = "全年发布27条，解读12条";
        var finding = Finding("N-01", "表", "A1") with { Quotation = new Quotation(prose, new TextSpan(4, 3)) };
        var comments = Text(Parts(WorkbookMarker.Mark(Open(XlsxBuilder.OneSheet(Row).ToBytes()), [finding])), "xl/comments1.xml");
        Assert.That(comments, Does.Contain("［N-01］数字不符\n全年发布【27条】，解读12条\n应为 3"));
    }

    [Test]
    public void Of_merged_cells_the_visible_one_is_marked()
    {
        var script = XlsxBuilder.OneSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            behind: "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>");
        var finding = Finding("T3-06", "表", "B2") with
            { Related = [new CellLocation { File = File, Sheet = "表", Address = new(1, 3) }] };
        var parts = Parts(WorkbookMarker.Mark(Open(script.ToBytes()), [finding]));
        Assert.That(Text(parts, "xl/worksheets/sheet1.xml"), Does.Contain("sqref=\"A1\""));
        Assert.That(Text(parts, "xl/comments1.xml"), Does.Contain("ref=\"A1\""));
    }

    [Test]
    public void The_size_of_a_box_fits_its_text_for_any_row_height()
    {
        string Anchor(string height)
        {
            var script = XlsxBuilder.OneSheet($"<row r=\"1\" ht=\"{height}\"><c r=\"A1\"><v>1</v></c></row>");
            var drawing = Text(Parts(WorkbookMarker.Mark(Open(script.ToBytes()), [Finding("N-01", "表", "A1")])),
                "xl/drawings/vmlDrawing1.vml");
            return System.Text.RegularExpressions.Regex.Match(drawing, "<x:Anchor>(.*?)</x:Anchor>").Groups[1].Value;
        }

        Assert.That(Anchor("409").Split(", ")[6], Is.EqualTo("0"), "ends within the tall row");
        Assert.That(int.Parse(Anchor("15").Split(", ")[6]), Is.InRange(2, 6), "ends some rows further");
    }
}
