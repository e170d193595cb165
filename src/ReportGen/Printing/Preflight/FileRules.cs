using ReportGen.Printing.Pdf;
using static ReportGen.Printing.Preflight.PdfRules;

namespace ReportGen.Printing.Preflight;

/// <summary>The rules about the file, its objects and its metadata.</summary>
internal static class FileRules
{
    private const double MinPage = 3, MaxPage = 14400;

    private static readonly string[] s_filters =
    [
        "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode",
        "JPXDecode",
    ];

    private static readonly string[] s_actions = ["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"];
    private static readonly string[] s_named = ["NextPage", "PrevPage", "FirstPage", "LastPage"];

    public static ImmutableArray<PdfRule> All { get; } =
    [
        new("A 6.1.2", "文件以 %PDF-1.n 开头", "the file begins with %PDF-1.n",
            i => If(!i.File.Bytes.AsSpan().StartsWith("%PDF-1."u8) || i.File.Bytes[7] is < (byte)'0' or > (byte)'7'
                || i.File.Bytes[8] != '\n')),
        new("A 6.1.2", "第二行是注释，至少有四个大于 127 的字节", "the second line is a comment with at least four bytes above 127",
            i => If(i.File.Bytes[9] != '%' || i.File.Bytes.AsSpan(10, 4).ContainsAnyInRange((byte)0, (byte)127))),
        new("A 6.1.3", "文件尾有文件标识 ID", "the trailer has an ID",
            i => If(i.File.Array(i.File.Trailer["ID"])?.Items
                is not [PdfString { Bytes.Length: > 0 }, PdfString { Bytes.Length: > 0 }])),
        new("A 6.1.3, UA 7.16", "文件没有加密", "the file is not encrypted", i => If(i.File.Trailer.Has("Encrypt"))),
        new("A 6.1.3", "文件结束标记之后没有内容", "nothing follows the end-of-file marker",
            i => If(!i.File.Bytes.AsSpan().EndsWith("%%EOF\n"u8) && !i.File.Bytes.AsSpan().EndsWith("%%EOF"u8))),
        new("A 6.1.4", "交叉引用表的每一项指向它的对象", "each entry of the cross-reference table points at its object",
            i => If(!i.File.IsTableExact())),
        new("A 6.1.6", "十六进制字符串只有成对的十六进制数字", "strings in hexadecimal consist of pairs of hexadecimal digits",
            i => At(i.Values.MalformedString)),
        new("A 6.1.7", "数据流的长度正确，前后各有换行", "each stream has the length that it states, between line ends",
            i => First(i.Values.Streams, s => !IsExact(i.File.Bytes, s.Object), s => PdfPlace.Of(s.Object))),
        new("A 6.1.7", "数据流都在文件内", "no stream is in another file",
            i => First(i.Values.Streams,
                s => s.Dictionary.Has("F") || s.Dictionary.Has("FFilter") || s.Dictionary.Has("FDecodeParms"),
                s => PdfPlace.Of(s.Object))),
        new("A 6.1.7", "数据流只用标准的压缩方式，不用 LZW", "streams are encoded by standard filters, not by LZW",
            i => First(i.Values.Streams, s => i.File.Items(s.Dictionary["Filter"]).Any(f => !s_filters.Contains(i.File.Name(f))),
                s => PdfPlace.Of(s.Object))),
        new("A 6.1.8", "名称是有效的 UTF-8", "names are valid UTF-8", i => At(i.Values.InvalidName)),
        new("A 6.1.9", "对象的编号、obj 和 endobj 之间按规定分隔", "the number of an object, obj and endobj are separated as prescribed",
            i => First(i.File.Objects, o => !IsSpaced(o), PdfPlace.Of)),
        new("A 6.1.10", "行内图像不用 LZW 或 Crypt", "inline images use neither LZW nor Crypt",
            i => First(i.Contents, c => c.HasForbiddenInlineFilter, c => c.Place)),
        new("A 6.1.12", "Perms 只有 UR3 和 DocMDP", "Perms has no other keys than UR3 and DocMDP",
            i => If(i.File.Dictionary(i.Catalog["Perms"])?.Entries.Exists(e => e.Key is not ("UR3" or "DocMDP")) == true)),
        new("A 6.1.13", "整数在 32 位范围内", "integers have at most 32 bits", i => At(i.Values.LargeInteger)),
        new("A 6.1.13", "实数不超过 ±3.403 × 10³⁸", "real numbers are within ±3.403 × 10³⁸", i => At(i.Values.LargeReal)),
        new("A 6.1.13", "实数是零，或不小于 1.175 × 10⁻³⁸", "real numbers are zero, or at least 1.175 × 10⁻³⁸",
            i => At(i.Values.SmallReal)),
        new("A 6.1.13", "字符串不超过 32767 字节", "strings have at most 32,767 bytes", i => At(i.Values.LongString)),
        new("A 6.1.13", "名称不超过 127 字节", "names have at most 127 bytes", i => At(i.Values.LongName)),
        new("A 6.1.13", "图形状态最多嵌套 28 层", "graphics states are nested at most 28 deep",
            i => First(i.Contents, c => c.DeepestNesting > 28, c => c.Place)),
        new("A 6.1.13", "页面的边长在 3 至 14400 点之间", "the sides of a page have 3 to 14,400 points",
            i => First(i.Pages, p => !IsInRange(i.File, p.Dictionary!), PdfPlace.Of)),
        new("A 6.4.1, 6.4.2, UA 7.15", "表单没有 XFA，不需要阅读器绘制", "forms have no XFA and need not be drawn by the reader",
            i => If(i.Catalog["NeedsRendering"] == PdfKeyword.True
                || (i.File.Dictionary(i.Catalog["AcroForm"]) is { } form
                    && (form.Has("XFA") || form["NeedAppearances"] == PdfKeyword.True)))),
        new("A 6.5.1", "只有允许的动作，没有脚本", "there are only permitted actions, and no scripts",
            i => First(i.Values.Actions, a => !s_actions.Contains(i.File.Name(a.Dictionary["S"])), a => PdfPlace.Of(a.Object))),
        new("A 6.5.1", "命名动作只有翻页", "named actions only turn pages",
            i => First(i.Values.Actions,
                a => i.File.Name(a.Dictionary["S"]) == "Named" && !s_named.Contains(i.File.Name(a.Dictionary["N"])),
                a => PdfPlace.Of(a.Object))),
        new("A 6.5.2", "文档和页面没有附加动作 AA", "neither the document nor a page has additional actions",
            i => If(i.Catalog.Has("AA")) ?? First(i.Pages, p => p.Dictionary!.Has("AA"), PdfPlace.Of)),
        new("A 6.6.2.1, UA 7.1", "文档有 XMP 元数据", "the document has metadata as XMP",
            i => If(i.Metadata is not { IsStream: true, Dictionary: { } d } || i.File.Name(d["Type"]) != "Metadata"
                || i.File.Name(d["Subtype"]) != "XML")),
        new("A 6.6.2.1", "XMP 是格式正确的 XML", "the XMP is well-formed", i => If(!i.Xmp.IsWellFormed)),
        new("A 6.6.2.1", "XMP 包头没有 bytes 和 encoding 属性", "the header of the XMP packet has no attribute bytes or encoding",
            i => If(i.Xmp.Header is { } header && (header.Contains("bytes=") || header.Contains("encoding=")))),
        new("A 6.6.2.3", "XMP 的属性都是预定义的，或由扩展模式定义",
            "the properties of the XMP are predefined, or defined by an extension schema",
            i => If(!i.Xmp.IsDefined)),
        new("A 6.6.2.3", "扩展模式写明了所有必需的项目", "extension schemas have all the fields that they need",
            i => If(!i.Xmp.HasValidExtensions)),
        new("A 6.6.4", "XMP 标明 PDF/A 第 2 部分", "the XMP names part 2 of PDF/A",
            i => If(i.Xmp.Value(PdfMetadata.ArchiveNamespace, "part") != "2"
                || i.Xmp.Prefix(PdfMetadata.ArchiveNamespace, "part") != "pdfaid")),
        new("A 6.6.4", "XMP 标明 PDF/A 的 A 级", "the XMP names level A of PDF/A",
            i => If(i.Xmp.Value(PdfMetadata.ArchiveNamespace, "conformance") != "A"
                || i.Xmp.Prefix(PdfMetadata.ArchiveNamespace, "conformance") != "pdfaid")),
        new("UA 5", "XMP 标明 PDF/UA 第 1 部分", "the XMP names part 1 of PDF/UA",
            i => If(i.Xmp.Value(PdfMetadata.AccessNamespace, "part") != "1"
                || i.Xmp.Prefix(PdfMetadata.AccessNamespace, "part") != "pdfuaid")),
        new("A 6.8, UA 7.11", "嵌入的文件有文件名 F 和 UF", "embedded files have their names in F and UF",
            i => First(i.Values.EmbeddedFiles, f => !f.Dictionary.Has("F") || !f.Dictionary.Has("UF"),
                f => PdfPlace.Of(f.Object))),
        new("A 6.9, UA 7.10", "图层的设置有名称，不自动改变", "settings of layers have a name, and do not change by themselves",
            i => If(Layers(i).Any(l => string.IsNullOrEmpty(i.File.Text(l["Name"])) || l.Has("AS")))),
        new("A 6.10", "没有另一种演示方式", "there are no alternate presentations",
            i => If(i.File.Dictionary(i.Catalog["Names"])?.Has("AlternatePresentations") == true)
                ?? First(i.Pages, p => p.Dictionary!.Has("PresSteps"), PdfPlace.Of)),
        new("A 6.11", "文档不要求阅读器有特定功能", "the document makes no requirements of a reader", i => If(i.Catalog.Has("Requirements"))),
    ];

    private static bool IsExact(byte[] bytes, PdfObject stream)
    {
        if (stream.DataRange is not (var start, var length)) return false;
        var before = bytes.AsSpan(..start);
        var after = bytes.AsSpan((start + length)..);
        return (before.EndsWith("stream\n"u8) || before.EndsWith("stream\r\n"u8))
            && (after.StartsWith("\nendstream"u8) || after.StartsWith("\r\nendstream"u8) || after.StartsWith("\rendstream"u8));
    }

    private static bool IsSpaced(PdfObject item) =>
        item.IsNumbered && item.Raw.EndsWith("\nendobj\n"u8);

    private static bool IsInRange(PdfFile file, PdfDictionary page) =>
        (file.Array(page["MediaBox"])?.Items ?? []).Select(file.Number).ToArray() is [{ } left, { } bottom, { } right, { } top]
        && right - left is >= MinPage and <= MaxPage && top - bottom is >= MinPage and <= MaxPage;

    private static IEnumerable<PdfDictionary> Layers(PdfInspection inspection)
    {
        var properties = inspection.File.Dictionary(inspection.Catalog["OCProperties"]);
        return inspection.File.Items(properties?["D"]).Concat(inspection.File.Items(properties?["Configs"]))
            .OfType<PdfDictionary>();
    }
}
