using ReportGen.Printing.Pdf;

namespace ReportGen.Printing.Preflight;

/// <summary>Where in a PDF a rule is broken.</summary>
/// <param name="Page">The page, from 1; 0 if it is none.</param>
/// <param name="Object">The number of the object; 0 if it is none.</param>
internal readonly record struct PdfPlace(int Page, int Object = 0)
{
    public static PdfPlace File => default;

    public static PdfPlace Of(PdfObject item) => new(0, item.Number);
}

/// <summary>What the rules ask of a PDF, read from its bytes once.</summary>
internal sealed class PdfInspection
{
    private readonly PdfStreams _streams;
    private readonly Dictionary<int, FontFacts> _fonts = [];
    private readonly HashSet<PdfObject> _seen = [];

    private PdfInspection(PdfFile file, PdfStreams streams)
    {
        (File, _streams) = (file, streams);
        Catalog = file.Catalog;
        Pages = PdfPages.Of(file);
        foreach (var (page, number) in Pages.Select((p, i) => (p, i + 1))) ReadPage(page, new PdfPlace(number));
        foreach (var font in _fonts.Values) font.Compare(file, streams);
        Structure = new StructureFacts(file);
        Metadata = file.Object(Catalog["Metadata"]);
        Xmp = new XmpFacts(Metadata is { IsStream: true } packet ? streams.Decode(file, packet).ToArray() : []);
        Values = new ValueFacts(file);
        Intents = [.. file.Items(Catalog["OutputIntents"]).OfType<PdfDictionary>()];
        var archive = Intents.Find(i => file.Name(i["S"]) == "GTS_PDFA1");
        Profile = file.Object(archive?["DestOutputProfile"]);
        ProfileHeader = Profile is { IsStream: true } ? Header(Profile) : [];
    }

    public PdfFile File { get; }

    public PdfDictionary Catalog { get; }

    public List<PdfObject> Pages { get; }

    public List<ContentFacts> Contents { get; } = [];

    public IReadOnlyCollection<FontFacts> Fonts => _fonts.Values;

    public StructureFacts Structure { get; }

    /// <summary>The stream with the XMP packet; null if there is none.</summary>
    public PdfObject? Metadata { get; }

    public XmpFacts Xmp { get; }

    public ValueFacts Values { get; }

    public List<PdfDictionary> Intents { get; }

    /// <summary>The colour profile of the output intent for PDF/A; null if there is none.</summary>
    public PdfObject? Profile { get; }

    /// <summary>The first 128 bytes of that profile, or fewer.</summary>
    public byte[] ProfileHeader { get; }

    /// <summary>The annotations with their pages.</summary>
    public List<(PdfObject Page, PdfObject Object, PdfDictionary Dictionary)> Annotations { get; } = [];

    /// <summary>The dictionaries of extended graphics states, each with a page that uses it.</summary>
    public List<(PdfPlace Place, PdfDictionary Dictionary)> States { get; } = [];

    public List<(PdfPlace Place, PdfDictionary Dictionary)> Images { get; } = [];

    public List<(PdfPlace Place, PdfDictionary Dictionary)> Forms { get; } = [];

    /// <summary>The colour spaces that are named in resources and images.</summary>
    public List<(PdfPlace Place, PdfValue Space)> Spaces { get; } = [];

    /// <summary>The pages and forms that have no resources of their own.</summary>
    public List<PdfPlace> WithoutResources { get; } = [];

    /// <summary>Reads a PDF.</summary>
    /// <exception cref="PdfFormatException">The bytes are not a PDF as Chromium writes it.</exception>
    public static PdfInspection Read(byte[] pdf)
    {
        using var streams = new PdfStreams();
        return new PdfInspection(PdfFile.Read(pdf), streams);
    }

    /// <summary>The first bytes of an ICC profile.</summary>
    public byte[] Header(PdfObject profile)
    {
        using var streams = new PdfStreams();
        var data = streams.Decode(File, profile);
        return data[..Math.Min(data.Length, 128)].ToArray();
    }

    private void ReadPage(PdfObject page, PdfPlace place)
    {
        var dictionary = page.Dictionary!;
        ReadContent(page, dictionary, place, dictionary["Contents"], isPage: true);
        foreach (var reference in File.Array(dictionary["Annots"])?.Items ?? [])
            if (File.Object(reference) is { Dictionary: { } annotation } item) Annotations.Add((page, item, annotation));
    }

    private void ReadContent(PdfObject owner, PdfDictionary dictionary, PdfPlace place, PdfValue? stream, bool isPage)
    {
        if (File.Dictionary(dictionary["Resources"]) is not { } resources)
        {
            WithoutResources.Add(place);
            resources = new PdfDictionary();
        }
        var objects = File.Dictionary(resources["XObject"]);
        var fonts = File.Dictionary(resources["Font"]);
        var key = (int)(File.Number(dictionary["StructParents"]) ?? -1);
        if (File.Object(stream) is { IsStream: true } content)
        {
            Contents.Add(new ContentFacts(
                owner, place, _streams.Decode(File, content), key, isPage || key >= 0, n => Font(fonts?[n]),
                n => File.Object(objects?[n])?.Dictionary is { } form && form.Has("StructParents")));
        }
        ReadResources(resources, place);
        foreach (var (_, value) in objects?.Entries ?? []) ReadObject(File.Object(value), place);
    }

    private void ReadResources(PdfDictionary resources, PdfPlace place)
    {
        foreach (var (_, value) in File.Dictionary(resources["Font"])?.Entries ?? []) Font(value);
        foreach (var (_, value) in File.Dictionary(resources["ColorSpace"])?.Entries ?? []) Spaces.Add((place, value));
        foreach (var (_, value) in File.Dictionary(resources["Shading"])?.Entries ?? [])
            if (File.Dictionary(value)?["ColorSpace"] is { } space) Spaces.Add((place, space));
        foreach (var (_, value) in File.Dictionary(resources["Pattern"])?.Entries ?? [])
            if (File.Dictionary(File.Dictionary(value)?["Shading"])?["ColorSpace"] is { } space) Spaces.Add((place, space));
        foreach (var (_, value) in File.Dictionary(resources["ExtGState"])?.Entries ?? [])
        {
            if (File.Dictionary(value) is not { } state) continue;
            States.Add((place, state));
            if (File.Dictionary(state["SMask"]) is { } mask) ReadObject(File.Object(mask["G"]), place);
        }
    }

    private void ReadObject(PdfObject? item, PdfPlace place)
    {
        if (item?.Dictionary is not { } dictionary || !_seen.Add(item)) return;
        if (File.Name(dictionary["Subtype"]) == "Image")
        {
            Images.Add((place, dictionary));
            if (dictionary["ColorSpace"] is { } space) Spaces.Add((place, space));
            return;
        }
        Forms.Add((place, dictionary));
        ReadContent(item, dictionary, place, item.Reference, isPage: false);
    }

    private FontFacts? Font(PdfValue? value)
    {
        if (File.Object(value) is not { } item) return null;
        if (!_fonts.TryGetValue(item.Number, out var font)) _fonts[item.Number] = font = new FontFacts(File, item);
        return font;
    }
}
