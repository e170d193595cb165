using System.Text;
using ReportGen.Documents;
using ReportGen.Printing.Pdf;
using static ReportGen.Tests.Printing.Pdf.SamplePdf;

namespace ReportGen.Tests.Printing.Pdf;

public sealed class PdfFinisherTests
{
    private const string Pagination = "/Artifact <</Type /Pagination>> BDC\n";
    private const string Layout = "/Artifact <</Type /Layout>> BDC\n";
    private const string End = "\nEMC";

    // Text before tagged content is a page number or the like, anything else decoration; what is there is not moved.
    [TestCase("BT (1) Tj ET", Pagination + "BT (1) Tj ET" + End)]
    [TestCase("q BT (1) Tj ET\nBT (2) Tj ET Q", "q " + Pagination + "BT (1) Tj ET\nBT (2) Tj ET" + End + " Q")]
    [TestCase("/P <</MCID 0 >>BDC BT ET EMC BT ( ) Tj ET", "/P <</MCID 0 >>BDC BT ET EMC " + Layout + "BT ( ) Tj ET" + End)]
    [TestCase("0 0 9 9 re\nf", Layout + "0 0 9 9 re\nf" + End)]
    [TestCase("0 0 m 1 1 l S 2 2 m 3 3 l h f*", Layout + "0 0 m 1 1 l S 2 2 m 3 3 l h f*" + End)]
    [TestCase("0 0 9 9 re W* n q /X1 Do Q", "0 0 9 9 re W* n q " + Layout + "/X1 Do" + End + " Q")]
    [TestCase("/Sh0 sh", Layout + "/Sh0 sh" + End)]
    [TestCase("/Span <</ActualText (a)>> BDC BT (1) Tj ET EMC",
        "/Span <</ActualText (a)>> BDC " + Pagination + "BT (1) Tj ET" + End + " EMC")]
    public void What_has_no_tag_becomes_an_artifact(string content, string expected) =>
        Assert.That(Tagged(content, out _), Is.EqualTo(expected));

    [TestCase("/P <</MCID 0 >>BDC BT (a) Tj ET 0 0 9 9 re f EMC")]
    [TestCase("/Figure <</MCID 0 >>BDC 0 0 9 9 re f EMC")]
    [TestCase("/Lbl <</MCID 0 >>BDC 0 0 9 9 re f EMC")]
    [TestCase("/P <</MCID 0 >>BDC /X1 Do EMC")]
    [TestCase("/P <</MCID 0 >>BDC EMC")]
    [TestCase("/Artifact BMC BT (a) Tj ET 0 0 1 1 re f EMC")]
    [TestCase("/Tagged Do")]
    [TestCase("0 0 9 9 re W n")]
    [TestCase("BT /P <</MCID 0 >>BDC (a) Tj EMC ET")]
    [TestCase("BT (a")]
    [TestCase("(BT) Tj EMC EMC Q Q")]
    [TestCase("")]
    public void Anything_else_is_unchanged(string content) => Assert.That(Tagged(content, out _), Is.EqualTo(content));

    [Test]
    public void Tagged_rules_and_shades_become_artifacts_and_leave_the_structure()
    {
        var tagged = Tagged(
            "/Table <</MCID 3 >>BDC\n0 0 9 1 re\nf\nEMC\n/TD <</MCID 4 >>BDC BT ET 0 0 1 1 re f (a) Tj EMC", out var unused);

        Assert.That(tagged, Is.EqualTo(
            "/Artifact <</Type /Layout>> BDC\n0 0 9 1 re\nf\nEMC\n/TD <</MCID 4 >>BDC BT ET 0 0 1 1 re f (a) Tj EMC"));
        Assert.That(unused, Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task A_link_says_where_it_leads()
    {
        var file = PdfFile.Read(await FinishedAsync());
        var links = file.Array(PdfPages.Of(file)[0].Dictionary!["Annots"])!.Items
            .Select(a => file.Text(file.Dictionary(a)!["Contents"]));

        Assert.That(links, Is.EqualTo(new[] { "https://example.gov.cn/a?b=(1)", "第 1 页" }));
    }

    [Test]
    public async Task The_file_says_what_it_is_twice()
    {
        var file = PdfFile.Read(await FinishedAsync());
        var info = file.Dictionary(file.Trailer["Info"])!;
        var xmp = Encoding.UTF8.GetString(file.Object(file.Catalog["Metadata"])!.Data.Span);

        Assert.Multiple(() =>
        {
            Assert.That(file.Text(info["Title"]), Is.EqualTo("政府信息公开工作年度报告"));
            Assert.That(file.Text(info["Author"]), Is.EqualTo("示例区人民政府"));
            Assert.That(file.Text(info["CreationDate"]), Is.EqualTo("D:20260131000000+00'00'"));
            Assert.That(xmp, Does.Contain("<rdf:li xml:lang=\"x-default\">政府信息公开工作年度报告</rdf:li>"));
            Assert.That(xmp, Does.Contain("<dc:creator><rdf:Seq><rdf:li>示例区人民政府</rdf:li>"));
            Assert.That(xmp, Does.Contain("<xmp:CreateDate>2026-01-31T00:00:00+00:00<"));
        });
    }

    [Test]
    public void Without_date_and_author_neither_is_written()
    {
        var metadata = new PdfMetadata("题 <&>\u0001", null, "zh-CN", null, "Skia", null);

        Assert.That(metadata.ToDictionary().Entries.Select(e => e.Key), Is.EqualTo(new[] { "Title", "Producer" }));
        var xmp = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(metadata.ToXmp(claims: true)));
        Assert.That(xmp.Root!.Value, Does.Contain("题 <&> ").And.Not.Contain("T00:00"));
    }

    [Test]
    public async Task Figures_lists_and_later_types_become_those_of_PDF_1_7()
    {
        var file = PdfFile.Read(await FinishedAsync());
        var root = file.Dictionary(file.Catalog["StructTreeRoot"])!;

        Assert.That(Outline(file, root["K"]), Does
            .Contain("L(LI(Lbl,LBody(NonStruct)),LI(Lbl,LBody(NonStruct,L(LI(Lbl,LBody(NonStruct))))))")
            .And.Contain("Div(Figure,Caption(NonStruct))").And.Contain("P(Em(NonStruct))"));
        Assert.That(file.Name(file.Dictionary(root["RoleMap"])!["Em"]), Is.EqualTo("Span"));
    }

    // Chromium writes U+0000 for the dots of a letter that are a glyph of their own.
    [Test]
    public async Task Parts_of_letters_have_the_character_of_their_letter()
    {
        Printers.RequireFonts();
        await using var printer = Printers.Create();
        var outcome = await printer.PrintAsync(Printers.Document("<h1>ئۇيغۇر</h1><p>ئۇيغۇر</p>"));
        Assert.That(outcome.Diagnostics, Is.Empty);
        using var streams = new PdfStreams();
        var file = PdfFile.Read(outcome.Value!.Pdf);
        var maps = file.Objects.Where(o => o.Dictionary?.Has("ToUnicode") == true)
            .Select(f => Encoding.ASCII.GetString(streams.Decode(file, file.Object(f.Dictionary!["ToUnicode"])!)));

        Assert.That(string.Concat(maps), Does.Contain("> <06C7>").And.Contain("> <063A>").And.Not.Contain("> <0000>"));
    }

    [Test]
    public void The_colour_profile_is_complete()
    {
        var profile = SrgbProfile.Bytes;
        var tags = Enumerable.Range(0, profile[131]).ToDictionary(
            i => Encoding.ASCII.GetString(profile, 132 + (i * 12), 4),
            i => (Start: Number(136 + (i * 12)), Length: Number(140 + (i * 12))));

        Assert.That(tags.Keys, Is.EqualTo(new[] { "desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" }));
        Assert.That(Number(0), Is.EqualTo(profile.Length));
        Assert.That(tags.Values.Select(t => t.Start % 4), Is.All.Zero);
        Assert.That(tags.Values.Max(t => t.Start + t.Length), Is.LessThanOrEqualTo(profile.Length));
        var curve = tags["gTRC"].Start + 12;
        Assert.That(new[] { 0, 1, 10, 128, 255 }.Select(i => (profile[curve + (2 * i)] << 8) | profile[curve + (2 * i) + 1]),
            Is.EqualTo(new[] { 0, 20, 199, 14146, 65535 }), "IEC 61966-2-1 at 0, 1, 10, 128 and 255");
        var white = new[] { "rXYZ", "gXYZ", "bXYZ" }.Sum(t => Number(tags[t].Start + 12));
        Assert.That(white, Is.EqualTo(65536).Within(8), "the primaries together are white");

        int Number(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(at));
    }

    // Ids continue to count when a page of the browser is reused.
    [Test]
    public void Ids_are_numbered_by_rank_at_every_occurrence()
    {
        var file = PdfFile.Read(Minimal("<</Headers [(node00000140)(node00000016)]>>", "<</ID (node00000016)>>"));
        ElementIds.Renumber(file);

        Assert.That(Encoding.ASCII.GetString(file.Bytes),
            Does.Contain("[(node00000002)(node00000001)]").And.Contain("/ID (node00000001)"));
    }

    [TestCase("<</Length 14>> stream\n(node00000140)\nendstream")]
    [TestCase("<</ID (node0000014x)>>")]
    [TestCase("<</ID (node000001401)>>")]
    public void Other_bytes_are_not_renumbered(string item)
    {
        var file = PdfFile.Read(Minimal(item));
        var before = file.Bytes.ToArray();
        ElementIds.Renumber(file);

        Assert.That(file.Bytes, Is.EqualTo(before));
    }

    [TestCase("not a PDF")]
    [TestCase("%PDF-1.4\nstartxref\n3\n%%EOF\n")]
    [TestCase("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n")]
    [TestCase("%PDF-1.4\nxref\n0 9999\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n")]
    public void What_is_no_PDF_is_refused(string text) => Assert.That(
        () => PdfFinisher.Finish(Encoding.ASCII.GetBytes(text), new FinishedDocument("", "")),
        Throws.InstanceOf<PdfFormatException>());

    // A damaged file is refused or gives findings; nothing else is thrown.
    [Test]
    public async Task Damage_is_no_crash()
    {
        var good = await FinishedAsync();
        var random = new Random(1);
        for (var turn = 0; turn < 400; turn++)
        {
            var bad = good.ToArray();
            for (var edits = random.Next(1, 6); edits > 0; edits--) bad[random.Next(bad.Length)] = (byte)random.Next(32, 127);
            if (turn % 10 == 0) bad = bad[..random.Next(bad.Length)];
            try
            {
                var finished = PdfFinisher.Finish(bad, new FinishedDocument("", "题"));
                ReportGen.Printing.PdfPreflight.Check(ReportGen.Printing.Preflight.PdfInspection.Read(finished), "题");
            }
            catch (PdfFormatException)
            {
            }
        }
    }

    private static string Tagged(string content, out List<int> unused)
    {
        var bytes = Encoding.ASCII.GetBytes(content);
        return Encoding.ASCII.GetString(ContentTagger.Tag(bytes, name => name == "Tagged", null, out unused) ?? bytes);
    }

    private static string Outline(PdfFile file, PdfValue? kids)
    {
        var items = file.Resolve(kids) is PdfArray array ? array.Items : kids is null ? [] : [kids];
        return string.Join(',', items
            .Select(file.Object).Where(o => o is not null).Select(o => o!.Dictionary!).Where(d => d.Has("S"))
            .Select(d => file.Name(d["S"]) + (Outline(file, d["K"]) is { Length: > 0 } inner ? $"({inner})" : "")));
    }

    private static byte[] Minimal(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var (index, item) in objects.Index())
        {
            table.Append($"{text.Length:D10} 00000 n \n");
            text.Append($"{index + 1} 0 obj\n{item}\nendobj\n");
        }
        var start = text.Length;
        return Encoding.ASCII.GetBytes($"{text}{table}trailer\n<</Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    }
}
