using System.Text;
using ReportGen.Printing.Pdf;

namespace ReportGen.Tests.Printing.Pdf;

/// <summary>A printed document with everything that the rules ask about, and ways to break it.</summary>
internal static class SamplePdf
{
    private const string Body = """
        <h1>年度报告</h1><h2>一、总体情况</h2>
        <p>主动公开信息３２条，见<a href="https://example.gov.cn/a?b=(1)">网站</a>和<a href="#two">下一节</a>。</p>
        <ul><li>甲<li>乙<ol><li>丙</ol></ul>
        <h2 id="two">二、表</h2>
        <table><caption>表一</caption><thead><tr><th scope="col">项目<th scope="col">件数</thead>
        <tbody><tr><th scope="row">申请<td>1<tr><th scope="row">结转<td>2</tbody></table>
        <figure><svg viewBox="0 0 100 30" role="img" aria-label="图：申请 1 件" width="200"><rect width="50" height="10" /></svg>
        <figcaption>图一</figcaption></figure>
        <p style="opacity:.5">半透明</p><p><em>强调</em></p>
        """;

    private const string Style = """
        @page{@bottom-center{content:"— " counter(page) " —";font:14pt "ReportGen Song"}}
        body{background:#fff}table{border-collapse:collapse}th,td{border:1px solid;background:#eee}
        """;

    private static readonly Lazy<Task<byte[]>> s_printed = new(PrintAsync);

    /// <summary>The PDF as it is published.</summary>
    public static Task<byte[]> FinishedAsync() => s_printed.Value;

    /// <summary>The PDF after a change of its objects.</summary>
    public static byte[] Edited(byte[] pdf, Action<PdfFile> edit)
    {
        var file = PdfFile.Read([.. pdf]);
        edit(file);
        return PdfWriter.Write(file);
    }

    /// <summary>The PDF after a replacement in its bytes, which must keep the length.</summary>
    public static byte[] Patched(byte[] pdf, string from, string to)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThanOrEqualTo(0), $"“{from}” is not in the PDF");
        Assert.That(to, Has.Length.EqualTo(from.Length));
        return Encoding.Latin1.GetBytes(text[..at] + to + text[(at + from.Length)..]);
    }

    /// <summary>Changes the catalog.</summary>
    public static void Catalog(this PdfFile file, string key, PdfValue? value)
    {
        file.Catalog[key] = value;
        file.Object(file.Trailer["Root"])!.IsChanged = true;
    }

    /// <summary>The dictionary of the first page, which will be written anew.</summary>
    public static PdfDictionary Page(this PdfFile file) => Changed(PdfPages.Of(file)[0]);

    /// <summary>The first structure element of a type, which will be written anew.</summary>
    public static PdfDictionary Element(this PdfFile file, string type) => Changed(
        file.Objects.First(o => o.Dictionary is { } d && file.Name(d["Type"]) == "StructElem" && file.Name(d["S"]) == type));

    /// <summary>The first annotation, which will be written anew.</summary>
    public static PdfDictionary Annotation(this PdfFile file) =>
        Changed(file.Object(file.Array(PdfPages.Of(file)[0].Dictionary!["Annots"])!.Items[0])!);

    /// <summary>The composite font that the first page shows first, which will be written anew.</summary>
    public static PdfDictionary Font(this PdfFile file) =>
        Changed(file.Object(file.Dictionary(file.Dictionary(file.Page()["Resources"])!["Font"])!.Entries[0].Value)!);

    /// <summary>The font of the glyphs of <see cref="Font"/>.</summary>
    public static PdfDictionary GlyphFont(this PdfFile file) =>
        Changed(file.Object(file.Array(file.Font()["DescendantFonts"])!.Items[0])!);

    /// <summary>Adds a resource to the first page.</summary>
    public static void AddResource(this PdfFile file, string kind, PdfValue value)
    {
        var resources = file.Dictionary(file.Page()["Resources"])!;
        if (file.Dictionary(resources[kind]) is not { } list) resources[kind] = list = new PdfDictionary();
        list["Added"] = value;
    }

    /// <summary>Replaces the data of a stream, decoded.</summary>
    public static void Rewrite(this PdfFile file, PdfValue? stream, Func<string, string> edit)
    {
        using var streams = new PdfStreams();
        var item = file.Object(stream)!;
        var text = Encoding.Latin1.GetString(streams.Decode(file, item));
        item.NewStream = Encoding.Latin1.GetBytes(edit(text));
        item.Dictionary!["Filter"] = null;
        item.IsChanged = true;
    }

    /// <summary>Adds operators at the end of the first page's content.</summary>
    public static void AddContent(this PdfFile file, string operators) =>
        file.Rewrite(file.Page()["Contents"], text => text + "\n" + operators);

    /// <summary>Replaces a part of the XMP packet, in UTF-8.</summary>
    public static void Xmp(this PdfFile file, string from, string to) => file.Rewrite(file.Catalog["Metadata"], text =>
    {
        Assert.That(text, Does.Contain(from));
        return text.Replace(from, to, StringComparison.Ordinal);
    });

    public static PdfDictionary Of(params (string Key, PdfValue Value)[] entries) =>
        new([.. entries.Select(e => KeyValuePair.Create(e.Key, e.Value))]);

    private static PdfDictionary Changed(PdfObject item)
    {
        item.IsChanged = true;
        return item.Dictionary!;
    }

    private static async Task<byte[]> PrintAsync()
    {
        await using var printer = Printers.Create();
        var outcome = await printer.PrintAsync(
            Printers.Document(Body, style: Style) with { Author = "示例区人民政府", Date = new DateOnly(2026, 1, 31) });
        Assert.That(outcome.Diagnostics.Select(d => d.Message.English), Is.Empty);
        return outcome.Value!.Pdf;
    }
}
