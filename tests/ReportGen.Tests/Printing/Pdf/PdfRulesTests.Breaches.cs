using System.Text;
using System.Text.RegularExpressions;
using ReportGen.Printing.Pdf;
using static ReportGen.Tests.Printing.Pdf.SamplePdf;

namespace ReportGen.Tests.Printing.Pdf;

public sealed partial class PdfRulesTests
{
    private static readonly Breach[] s_breaches =
    [
        // The file.
        Bytes("the file begins with %PDF-1.n", "%PDF-1.7", "%PDF-2.0"),
        Bytes("the second line is a comment with at least four bytes above 127", "%\u00D3\u00EB\u00E9", "%\u00D3\u00EBx"),
        Bytes("the trailer has an ID", "/ID [", "/IX ["),
        Objects("the file is not encrypted", f => f.Trailer["Encrypt"] = Of()),
        new("nothing follows the end-of-file marker", pdf => [.. pdf, .. "more\n"u8]),
        Bytes("each entry of the cross-reference table points at its object", "0000000015 00000 n", "0000000014 00000 n"),
        Objects("strings in hexadecimal consist of pairs of hexadecimal digits",
            f => f.Catalog("X", new PdfString([.. "ABC"u8], isHex: true, isMalformed: true))),
        new("each stream has the length that it states, between line ends", p => Encoding.Latin1.GetBytes(LengthPattern().Replace(
            Encoding.Latin1.GetString(p), m => $"/Length {int.Parse(m.Groups[1].Value) - 1}>> stream\n<?xpacket"))),
        Objects("no stream is in another file", f => f.Add(Of(("F", Text("other.bin"))), [1])),
        Objects("streams are encoded by standard filters, not by LZW", f => f.Add(Of(("Filter", Name("LZWDecode"))), [1])),
        Objects("names are valid UTF-8", f => f.Catalog("X", Name("\u00FF"))),
        Bytes("the number of an object, obj and endobj are separated as prescribed", "\n2 0 obj\n", "\n2 0 obj "),
        Content("inline images use neither LZW nor Crypt", "/Artifact BMC BI /W 1 /H 1 /F /LZW ID x\nEI EMC"),
        Objects("Perms has no other keys than UR3 and DocMDP", f => f.Catalog("Perms", Of(("X", Of())))),
        Objects("integers have at most 32 bits", f => f.Catalog("X", Number(3_000_000_000))),
        Objects("real numbers are within ±3.403 × 10³⁸", f => f.Catalog("X", Real("1" + new string('0', 39) + ".0"))),
        Objects("real numbers are zero, or at least 1.175 × 10⁻³⁸", f => f.Catalog("X", Real("." + new string('0', 40) + "1"))),
        Objects("strings have at most 32,767 bytes", f => f.Catalog("X", new PdfString(new byte[32_768]))),
        Objects("names have at most 127 bytes", f => f.Catalog("X", Name(new string('n', 128)))),
        Content("graphics states are nested at most 28 deep", string.Concat(Enumerable.Repeat("q ", 29))),
        Objects("the sides of a page have 3 to 14,400 points",
            f => f.Page()["MediaBox"] = new PdfArray(Number(0), Number(0), Number(2), Number(800))),
        Objects("forms have no XFA and need not be drawn by the reader", f => f.Catalog("AcroForm", Of(("XFA", Text("x"))))),
        Objects("there are only permitted actions, and no scripts", f => f.Catalog("OpenAction", Of(("S", Name("JavaScript"))))),
        Objects("named actions only turn pages", f => f.Annotation()["A"] = Of(("S", Name("Named")), ("N", Name("Print")))),
        Objects("neither the document nor a page has additional actions", f => f.Page()["AA"] = Of()),
        Objects("the document has metadata as XMP", f => f.Catalog("Metadata", null)),
        Objects("the XMP is well-formed", f => f.Xmp("</rdf:RDF>", "")),
        Objects("the header of the XMP packet has no attribute bytes or encoding",
            f => f.Xmp("?xpacket begin=", "?xpacket bytes=\"9\" begin=")),
        Objects("the properties of the XMP are predefined, or defined by an extension schema",
            f => f.Xmp("<pdfaProperty:name>part<", "<pdfaProperty:name>other<")),
        Objects("extension schemas have all the fields that they need",
            f => f.Xmp("<pdfaProperty:category>internal</pdfaProperty:category>", "")),
        Objects("the XMP names part 2 of PDF/A", f => f.Xmp("<pdfaid:part>2<", "<pdfaid:part>3<")),
        Objects("the XMP names level A of PDF/A", f => f.Xmp("conformance>A<", "conformance>B<")),
        Objects("the XMP names part 1 of PDF/UA", f => f.Xmp("<pdfuaid:part>1<", "<pdfuaid:part>2<")),
        Objects("embedded files have their names in F and UF", f => f.Catalog("X", Of(("EF", Of()), ("F", Text("a"))))),
        Objects("settings of layers have a name, and do not change by themselves",
            f => f.Catalog("OCProperties", Of(("D", Of())))),
        Objects("there are no alternate presentations", f => f.Catalog("Names", Of(("AlternatePresentations", Of())))),
        Objects("the document makes no requirements of a reader", f => f.Catalog("Requirements", new PdfArray())),

        // Colours and graphics.
        Content("pages use only operators that are defined", "1 zz"),
        Objects("each page has resources of its own", f => f.Page()["Resources"] = null),
        Objects("the output intent has a colour profile for RGB", f => f.Catalog("OutputIntents", null)),
        Objects("the output intent names its condition", f => Intent(f)["OutputConditionIdentifier"] = null),
        Objects("all output intents have the same colour profile", f => f.Catalog("OutputIntents", new PdfArray(
            f.Array(f.Catalog["OutputIntents"])!.Items[0],
            Of(("S", Name("GTS_PDFX")), ("DestOutputProfile", f.Add(Of(), [1]).Reference))))),
        Objects("the profiles of ICC colour spaces are valid", f => f.AddResource("ColorSpace",
            new PdfArray(Name("ICCBased"), f.Add(Of(("N", Number(3))), new byte[200]).Reference))),
        Objects("device RGB is used only with an output intent for RGB", f => f.Catalog("OutputIntents", null)),
        Objects("device grey is used only with an output intent", f =>
        {
            f.Catalog("OutputIntents", null);
            f.AddContent("0 g");
        }),
        Content("CMYK is not used", "0 0 0 1 k"),
        Objects("graphics states have no transfer functions", f => f.AddResource("ExtGState", Of(("TR", Name("Identity"))))),
        Objects("halftones are of type 1 or 5, and have no name",
            f => f.AddResource("ExtGState", Of(("HT", Of(("HalftoneType", Number(6))))))),
        Content("rendering intents are among the four standard ones", "/Vivid ri"),
        Objects("images have no alternates and are not interpolated", f => f.AddResource("XObject",
            f.Add(Of(("Subtype", Name("Image")), ("Interpolate", PdfKeyword.True)), [1]).Reference)),
        Objects("there are no PostScript objects, and none of another file",
            f => f.AddResource("XObject", f.Add(Of(("Subtype", Name("PS"))), [1]).Reference)),
        Objects("blend modes are standard ones", f => f.AddResource("ExtGState", Of(("BM", Name("Vivid"))))),

        // Fonts.
        Objects("font dictionaries have their type and name", f => f.Font()["BaseFont"] = null),
        Objects("simple fonts have a complete table of widths", f => f.AddResource("Font", f.Add(Of(
            ("Type", Name("Font")), ("Subtype", Name("Type3")), ("FirstChar", Number(0)), ("LastChar", Number(1)))).Reference)),
        Objects("the encoding of composite fonts is Identity, or embedded", f => f.Font()["Encoding"] = Name("GBK-EUC-H")),
        Objects("composite fonts with TrueType outlines have a CIDToGIDMap", f => f.GlyphFont()["CIDToGIDMap"] = null),
        Objects("fonts are embedded", f => Descriptor(f)["FontFile2"] = null),
        Objects("embedded fonts have every glyph that is shown",
            f => f.AddContent(Artifact($"BT /{FontName(f)} 1 Tf <FFF0> Tj ET"))),
        Objects("a CIDSet lists all glyphs of the embedded font",
            f => Descriptor(f)["CIDSet"] = f.Add(Of(), [0]).Reference),
        Objects("widths in the PDF are those of the embedded font", f =>
        {
            f.GlyphFont()["W"] = null;
            f.GlyphFont()["DW"] = Number(7);
        }),
        Objects("symbolic TrueType fonts have no encoding, and others a standard one", f => f.AddResource("Font", f.Add(Of(
            ("Type", Name("Font")), ("Subtype", Name("TrueType")), ("Encoding", Name("Identity-H")))).Reference)),
        Objects("every glyph has its character", f => f.Font()["ToUnicode"] = null),
        Objects("no glyph stands for U+0000, U+FEFF or U+FFFE", f => MapTo(f, "FEFF")),
        Objects("no character is in the private use area", f => MapTo(f, "E001")),
        Objects("no missing character is shown as a box", f => f.AddContent(Artifact($"BT /{FontName(f)} 1 Tf <0000> Tj ET"))),

        // Annotations.
        Objects("annotations are of permitted types", f => f.Annotation()["Subtype"] = Name("3D")),
        Objects("annotations have flags", f => f.Annotation()["F"] = null),
        Objects("annotations are visible and printed", f => f.Annotation()["F"] = Number(2)),
        Objects("annotations have an appearance", f => f.Annotation()["Subtype"] = Name("Square")),
        Objects("the appearance of annotations is only that of the normal state",
            f => f.Annotation()["AP"] = Of(("N", Of()), ("D", Of()))),
        Objects("form fields have no actions", f => f.Annotation()["Subtype"] = Name("Widget")),
        Objects("annotations are in an Annot tag", f => f.Annotation()["Subtype"] = Name("Square")),
        Objects("annotations have a description", f =>
        {
            f.Annotation()["Subtype"] = Name("Square");
            f.Annotation()["Contents"] = null;
        }),
        Objects("pages with annotations are tabbed through in the order of the structure", f => f.Page()["Tabs"] = Name("R")),
        Objects("form fields are in a Form tag", f => f.Annotation()["Subtype"] = Name("Widget")),
        Objects("links are in a Link tag", f => f.Annotation()["StructParent"] = Number(0)),
        Objects("links have a description", f => f.Annotation()["Contents"] = null),
        Objects("printer's marks are not in the structure", f => f.Annotation()["Subtype"] = Name("PrinterMark")),

        // Structure.
        Objects("the document says that it is tagged", f => f.Catalog("MarkInfo", null)),
        Objects("tags are not marked as suspect",
            f => f.Catalog("MarkInfo", Of(("Marked", PdfKeyword.True), ("Suspects", PdfKeyword.True)))),
        Objects("the document has a structure tree with elements", f => f.Catalog("StructTreeRoot", null)),
        Objects("each item of the structure tree is a structure element, once", f => f.Element("P")["Type"] = Name("Other")),
        Objects("structure types are standard ones, or mapped to them", f => f.Element("P")["S"] = Name("Paragraph")),
        Objects("standard structure types are not mapped to others", f => Root(f)["RoleMap"] = Of(("P", Name("Span")))),
        Content("what a page shows is tagged, or marked as an artifact", "0 0 1 1 re f"),
        Content("there is no artifact in tagged content", "/P <</MCID 0 >> BDC /Artifact BMC EMC EMC"),
        Content("there is no tagged content in an artifact", "/Artifact BMC /P <</MCID 998 >> BDC EMC EMC"),
        Content("marks of content come in pairs", "/Artifact BMC"),
        Content("tagged content is in the structure tree", "/P <</MCID 999 >> BDC 0 0 1 1 re f EMC"),
        Objects("content that the structure tree names is there", f => f.Element("P")["K"] = Number(998)),
        Objects("the document has a title", f => f.Xmp("dc:title", "dc:description")),
        Objects("the window shows the title", f => f.Catalog("ViewerPreferences", null)),
        Objects("the document names its language", f => f.Catalog("Lang", null)),
        Objects("languages are named by their codes", f => f.Catalog("Lang", Text("中文"))),
        Objects("tables have only rows, row groups and one caption, first or last", f => f.Element("TR")["S"] = Name("P")),
        Objects("row groups are in tables and have only rows", f => f.Element("TR")["S"] = Name("TBody")),
        Objects("a table with a head or foot has one of each, and a body", f => f.Element("TR")["S"] = Name("THead")),
        Objects("rows are in tables and have only cells", f => f.Element("Table")["S"] = Name("Div")),
        Objects("cells are in rows", f => f.Element("TR")["S"] = Name("P")),
        Objects("rows have the same number of columns, and cells do not overlap", f => f.Element("TH")["A"] = Of(
            ("O", Name("Table")), ("ColSpan", Number(2)), ("Scope", Name("Column")))),
        Objects("tables, row groups and rows have no content of their own", f => f.Element("TR")["K"] = Number(0)),
        Objects("lists have only items, lists and a caption", f => f.Element("LI")["S"] = Name("P")),
        Objects("list items are in lists and have only labels and bodies", f => f.Element("Lbl")["S"] = Name("P")),
        Objects("bodies of list items are in list items", f => f.Element("LI")["S"] = Name("Div")),
        Objects("tables of contents have only entries, which are nowhere else", f => f.Element("P")["S"] = Name("TOCI")),
        Objects("figures have an alternative text", f => f.Element("Figure")["Alt"] = null),
        Objects("headings begin with level 1 and skip no level", f => f.Element("H2")["S"] = Name("H3")),
        Objects("H and H1 to H6 are not mixed, and no element has two H", f => f.Element("H2")["S"] = Name("H")),
        Objects("table headers say which cells they belong to", f => SetAll(f, "A", null, "TH", "TD")),
        Objects("the headers that cells name are there", f => SetAll(f, "ID", Text("other"), "TH")),
        Objects("formulas have an alternative text", f =>
        {
            var figure = f.Element("Figure");
            (figure["S"], figure["Alt"]) = (Name("Formula"), null);
        }),
        Objects("notes have an identifier, each its own", f => f.Element("P")["S"] = Name("Note")),
    ];

    private static string Artifact(string operators) => $"/Artifact BMC {operators} EMC";

    private static PdfNumber Real(string text) =>
        new(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), Encoding.ASCII.GetBytes(text));

    private static PdfDictionary Intent(PdfFile file)
    {
        var item = file.Object(file.Array(file.Catalog["OutputIntents"])!.Items[0])!;
        item.IsChanged = true;
        return item.Dictionary!;
    }

    private static PdfDictionary Root(PdfFile file)
    {
        file.Object(file.Catalog["StructTreeRoot"])!.IsChanged = true;
        return file.Dictionary(file.Catalog["StructTreeRoot"])!;
    }

    private static PdfDictionary Descriptor(PdfFile file)
    {
        var item = file.Object(file.GlyphFont()["FontDescriptor"])!;
        item.IsChanged = true;
        return item.Dictionary!;
    }

    private static string FontName(PdfFile file) =>
        file.Dictionary(file.Dictionary(file.Page()["Resources"])!["Font"])!.Entries[0].Key;

    // Changes the character of every glyph.
    private static void MapTo(PdfFile file, string character) =>
        file.Rewrite(file.Font()["ToUnicode"], text => PairPattern().Replace(text, $"<$1> <{character}>"));

    [GeneratedRegex(@"/Length (\d+)>> stream\n<\?xpacket")]
    private static partial Regex LengthPattern();

    [GeneratedRegex(@"(?<=\n)<([0-9A-F]{4})> <[0-9A-F]{4}>(?=\n)")]
    private static partial Regex PairPattern();
}
