using System.Security;

namespace ReportGen.Printing.Pdf;

/// <summary>What a PDF says about itself, in its information dictionary and again in XMP (ISO 16684-1).</summary>
/// <param name="Title">The title; null if the document has none.</param>
/// <param name="Author">The public body that the document is by; null if it is not known.</param>
/// <param name="Language">The language as in <c>/Lang</c>; null if it is not known.</param>
/// <param name="Creator">The program that laid it out.</param>
/// <param name="Producer">The program that wrote the PDF.</param>
/// <param name="Date">The date of the document; null for a PDF without dates.</param>
internal sealed record PdfMetadata(
    string? Title, string? Author, string? Language, string? Creator, string? Producer, DateOnly? Date)
{
    /// <summary>The namespaces of the identifiers of PDF/A and PDF/UA.</summary>
    public const string ArchiveNamespace = "http://www.aiim.org/pdfa/ns/id/";

    /// <inheritdoc cref="ArchiveNamespace"/>
    public const string AccessNamespace = "http://www.aiim.org/pdfua/ns/id/";

    private const string Identifiers = """

        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        """;

    // PDF/A does not know the property of PDF/UA.
    private const string Extension = $"""

        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
         xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>{AccessNamespace}</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;

    /// <summary>The information dictionary.</summary>
    public PdfDictionary ToDictionary()
    {
        var result = new PdfDictionary();
        if (Title is not null) result["Title"] = PdfString.OfText(Title);
        if (Author is not null) result["Author"] = PdfString.OfText(Author);
        if (Creator is not null) result["Creator"] = PdfString.OfText(Creator);
        if (Producer is not null) result["Producer"] = PdfString.OfText(Producer);
        if (Date is { } date)
        {
            var stamp = $"D:{date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000+00'00'";
            result["CreationDate"] = result["ModDate"] = PdfString.OfText(stamp);
        }
        return result;
    }

    /// <summary>
    /// The XMP packet, with the identifiers of PDF/A-2a and PDF/UA-1, and with the extension schema that PDF/A asks for because
    /// it does not know PDF/UA.
    /// </summary>
    /// <param name="claims">Whether the identifiers are written; without them, the PDF claims nothing.</param>
    public byte[] ToXmp(bool claims) => Encoding.UTF8.GetBytes(
        $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
         xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="{ArchiveNamespace}" xmlns:pdfuaid="{AccessNamespace}">
        <dc:format>application/pdf</dc:format>
        {Properties()}{(claims ? Identifiers : "")}
        </rdf:Description>{(claims ? Extension : "")}
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """.ReplaceLineEndings("\n"));

    private string? Stamp => Date is { } date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+00:00"
        : null;

    private string Properties() => string.Concat(
        Array("dc:title", "Alt", Title, " xml:lang=\"x-default\""), Array("dc:creator", "Seq", Author),
        Array("dc:language", "Bag", Language), Simple("xmp:CreatorTool", Creator), Simple("xmp:CreateDate", Stamp),
        Simple("xmp:ModifyDate", Stamp), Simple("pdf:Producer", Producer)).TrimEnd();

    private static string Simple(string name, string? value) => value is null ? "" : $"<{name}>{Escape(value)}</{name}>\n";

    private static string Array(string name, string kind, string? value, string attributes = "") => value is null
        ? ""
        : $"<{name}><rdf:{kind}><rdf:li{attributes}>{Escape(value)}</rdf:li></rdf:{kind}></{name}>\n";

    // XML has no control characters.
    private static string Escape(string text) => SecurityElement.Escape(string.Concat(
        text.EnumerateRunes().Select(r => Rune.IsControl(r) || r.Value is 0xFFFE or 0xFFFF ? new Rune(' ') : r)));
}
