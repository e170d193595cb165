using System.IO.Compression;
using System.Text;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Reading.Xlsx;

namespace ReportGen.Tests.Workbooks;

/// <summary>Builds workbooks part by part, as various programs write them.</summary>
internal sealed class XlsxBuilder
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, byte[] Content)> _parts = [];

    /// <summary>Creates a workbook with one sheet named 表.</summary>
    public static XlsxBuilder OneSheet(string sheetData, string? styles = null, string? shared = null, string behind = "",
        bool strict = false, string workbookPr = "", string target = "worksheets/sheet1.xml")
    {
        var main = strict ? StrictMain : Main;
        var links = strict ? StrictLinks : Links;
        var script = new XlsxBuilder()
            .Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
            .Part("_rels/.rels", Relationships(("rId1", $"{links}/officeDocument", "xl/workbook.xml")))
            .Part("xl/workbook.xml",
                $"<workbook xmlns=\"{main}\" xmlns:r=\"{links}\">{workbookPr}<sheets><sheet name=\"表\" sheetId=\"1\" "
                    + "r:id=\"rId1\"/></sheets></workbook>")
            .Part("xl/_rels/workbook.xml.rels", Relationships(("rId1", $"{links}/worksheet", target),
                ("rId2", $"{links}/styles", "styles.xml"), ("rId3", $"{links}/sharedStrings", "sharedStrings.xml")))
            .Part("xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{main}\"><sheetData>{sheetData}</sheetData>{behind}</worksheet>");
        if (styles is not null) script.Part("xl/styles.xml", $"<styleSheet xmlns=\"{main}\">{styles}</styleSheet>");
        if (shared is not null) script.Part("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\">{shared}</sst>");
        return script;
    }

    public static string Relationships(params (string Id, string Type, string Target)[] links) =>
        $"<Relationships xmlns=\"{PackageLinks}\">"
        + string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{l.Type}\" Target=\"{l.Target}\"/>"))
        + "</Relationships>";

    public XlsxBuilder Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public XlsxBuilder Part(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    public XlsxBuilder Without(string name)
    {
        _parts.RemoveAll(p => p.Name == name);
        return this;
    }

    public XlsxBuilder Rename(Func<string, string> rename)
    {
        for (var i = 0; i < _parts.Count; i++) _parts[i] = (rename(_parts[i].Name), _parts[i].Content);
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    public OpenedWorkbook Open(WorkbookLimits? limits = null) => new WorkbookOpener(limits).Open(ToBytes(), "测试.xlsx");

    /// <summary>Reads the only sheet; fails the test if it cannot be read.</summary>
    public RawSheet Sheet()
    {
        var opened = Open();
        Assert.That(opened.Diagnostics.Select(d => d.Message.English), Is.Empty);
        return opened.Workbook!.Sheets.Single();
    }
}
