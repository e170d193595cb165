using ReportGen.Documents;

namespace ReportGen.Printing.Pdf;

/// <summary>
/// Completes a browser's PDF to what PDF/A-2a and PDF/UA-1 ask for, and makes it repeatable. Pages look as before: only what is
/// known about them is added.
/// </summary>
internal sealed class PdfFinisher
{
    private readonly PdfFile _file;
    private readonly PdfStreams _streams;
    private readonly string? _language;
    private RepeatedHeadings? _headings;

    private PdfFinisher(PdfFile file, PdfStreams streams)
    {
        (_file, _streams) = (file, streams);
        _language = file.Text(file.Catalog["Lang"]);
    }

    /// <summary>Completes a PDF. Its bytes may be changed.</summary>
    /// <param name="pdf">The PDF as the browser made it.</param>
    /// <param name="document">What was printed.</param>
    /// <param name="claims">Whether the PDF says that it follows PDF/A-2a and PDF/UA-1.</param>
    /// <returns>The bytes to publish; the same document gives the same bytes.</returns>
    /// <exception cref="PdfFormatException">The bytes are not a PDF as Chromium writes it.</exception>
    public static byte[] Finish(byte[] pdf, FinishedDocument document, bool claims = true)
    {
        var file = PdfFile.Read(pdf);
        ElementIds.Renumber(file);
        using var streams = new PdfStreams();
        var finisher = new PdfFinisher(file, streams);
        finisher.SetMetadata(document, claims);
        finisher.SetOutputIntent();
        UnicodeFinisher.Finish(file, streams);
        finisher.CompletePages();
        StructureFinisher.Finish(file);
        return PdfWriter.Write(file);
    }

    private void SetMetadata(FinishedDocument document, bool claims)
    {
        var known = _file.Dictionary(_file.Trailer["Info"]) ?? new PdfDictionary();
        var title = _file.Text(known["Title"]);
        var metadata = new PdfMetadata(
            string.IsNullOrWhiteSpace(title) ? null : title, document.Author, _language, _file.Text(known["Creator"]),
            _file.Text(known["Producer"]), document.Date);
        if (_file.Object(_file.Trailer["Info"]) is { } info)
        {
            known.Entries.Clear();
            known.Entries.AddRange(metadata.ToDictionary().Entries);
            info.IsChanged = true;
        }
        var packet = _file.Add(
            new PdfDictionary { ["Type"] = new PdfName("Metadata"), ["Subtype"] = new PdfName("XML") }, metadata.ToXmp(claims));
        Catalog()["Metadata"] = packet.Reference;
        if (_file.Dictionary(_file.Catalog["ViewerPreferences"]) is not { } view)
            _file.Catalog["ViewerPreferences"] = view = new PdfDictionary();
        view["DisplayDocTitle"] = PdfKeyword.True;
    }

    private void SetOutputIntent()
    {
        var profile = _file.Add(new PdfDictionary { ["N"] = new PdfNumber(3) }, SrgbProfile.Bytes);
        var name = PdfString.OfText("sRGB IEC61966-2.1");
        var intent = _file.Add(new PdfDictionary
        {
            ["Type"] = new PdfName("OutputIntent"), ["S"] = new PdfName("GTS_PDFA1"), ["OutputConditionIdentifier"] = name,
            ["Info"] = name, ["DestOutputProfile"] = profile.Reference,
        });
        Catalog()["OutputIntents"] = new PdfArray(intent.Reference);
    }

    private PdfDictionary Catalog()
    {
        if (_file.Object(_file.Trailer["Root"]) is { } root) root.IsChanged = true;
        return _file.Catalog;
    }

    private void CompletePages()
    {
        var pages = PdfPages.Of(_file);
        _headings = RepeatedHeadings.Find(_file);
        foreach (var page in pages)
        {
            var dictionary = page.Dictionary!;
            CompleteLinks(dictionary, pages);
            if (_file.Object(dictionary["Contents"]) is { IsStream: true } content) TagContent(content, page, dictionary);
        }
        foreach (var form in _file.Objects.Where(IsTaggedForm).ToArray()) TagContent(form, form, form.Dictionary!);
    }

    private bool IsTaggedForm(PdfObject item) =>
        (item.IsNew || item.Raw.IndexOf("/StructParents "u8) >= 0) && item.IsStream && item.Dictionary is { } dictionary
        && _file.Name(dictionary["Subtype"]) == "Form" && dictionary.Has("StructParents");

    private void TagContent(PdfObject stream, PdfObject owner, PdfDictionary description)
    {
        var resources = _file.Dictionary(_file.Dictionary(description["Resources"])?["XObject"]);
        var tagged = ContentTagger.Tag(
            _streams.Decode(_file, stream), n => _file.Object(resources?[n]) is { } form && IsTaggedForm(form),
            _headings!.HasAnyOn(owner) ? (id, text) => _headings.IsRepeated(owner, id, text) : null, out var unused);
        if (tagged is null) return;
        stream.NewStream = PdfStreams.Deflate(tagged);
        stream.IsChanged = true;
        stream.Dictionary!["Filter"] = new PdfName("FlateDecode");
        if (_file.Number(description["StructParents"]) is not { } key) return;
        foreach (var id in unused) StructureFinisher.RemoveContent(_file, (int)key, id, owner);
    }

    // A link's text for those who cannot see it: its address, or the page that it leads to.
    private void CompleteLinks(PdfDictionary page, List<PdfObject> pages)
    {
        foreach (var reference in (_file.Array(page["Annots"])?.Items ?? []).ToArray())
        {
            if (_file.Object(reference) is not { Dictionary: { } link } annotation) continue;
            annotation.IsChanged = true;
            link["F"] ??= new PdfNumber(4);
            if (_file.Name(link["Subtype"]) != "Link" || link.Has("Contents")) continue;
            if (LinkText(link, pages) is { } text) link["Contents"] = PdfString.OfText(text);
        }
    }

    private string? LinkText(PdfDictionary link, List<PdfObject> pages)
    {
        if (_file.Dictionary(link["A"]) is { } action && _file.Text(action["URI"]) is { Length: > 0 } address) return address;
        var place = _file.Resolve(link["Dest"]);
        if (place is PdfName name) place = _file.Resolve(_file.Dictionary(_file.Catalog["Dests"])?[name.Text]);
        var number = place is PdfArray { Items: [var first, ..] } ? pages.FindIndex(p => p == _file.Object(first)) + 1 : 0;
        if (number == 0) return null;
        return _language?.StartsWith("zh", StringComparison.Ordinal) == true ? $"第 {number} 页" : $"page {number}";
    }
}

/// <summary>The pages of a PDF.</summary>
internal static class PdfPages
{
    /// <summary>The page objects in their order.</summary>
    /// <exception cref="PdfFormatException">The page tree is damaged.</exception>
    public static List<PdfObject> Of(PdfFile file)
    {
        var pages = new List<PdfObject>();
        Collect(file, file.Object(file.Catalog["Pages"]), pages, []);
        return pages;
    }

    private static void Collect(PdfFile file, PdfObject? node, List<PdfObject> pages, HashSet<PdfObject> seen)
    {
        if (node?.Dictionary is not { } dictionary || !seen.Add(node)) throw new PdfFormatException("the page tree is damaged");
        if (file.Name(dictionary["Type"]) == "Page")
        {
            pages.Add(node);
            return;
        }
        foreach (var kid in file.Array(dictionary["Kids"])?.Items ?? []) Collect(file, file.Object(kid), pages, seen);
    }
}
