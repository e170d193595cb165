using ReportGen.Printing.Pdf;

namespace ReportGen.Printing.Preflight;

/// <summary>What the rules ask of a content stream: of a page, of a form or of a soft mask.</summary>
internal sealed class ContentFacts
{
    private static readonly string[] s_intents = ["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"];

    private readonly MarkStack _marks = new();
    private int _depth;
    private readonly HashSet<int> _ids = [];
    private FontFacts? _font;

    /// <summary>Reads a content stream and notes the glyphs that it shows.</summary>
    /// <param name="owner">The page or form that the stream belongs to.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="content">The stream, decoded.</param>
    /// <param name="key">The key of its tagged content in the parent tree; negative if it has none.</param>
    /// <param name="mustBeTagged">Whether its content is tagged or marked here, and not where it is painted.</param>
    /// <param name="fontOf">Finds a font by its name in the resources.</param>
    /// <param name="isTaggedForm">Whether an XObject has tagged content of its own, by its name in the resources.</param>
    public ContentFacts(
        PdfObject owner, PdfPlace place, ReadOnlySpan<byte> content, int key, bool mustBeTagged, Func<string, FontFacts?> fontOf,
        Predicate<string> isTaggedForm)
    {
        (Owner, Place, Key) = (owner, place, key);
        for (var at = new ContentScanner(content); at.MoveNext();)
        {
            var op = at.Operator;
            if (op is Op.BDC or Op.BMC) Open(at);
            else if (op == Op.EMC) HasUnbalancedMarks |= !_marks.Close();
            else if (op == Op.Tf) _font = fontOf(Encoding.Latin1.GetString(at.FirstName()));
            else if (Op.ShowsText(op)) Show(at.Operands);
            else if (op == Op.Save) DeepestNesting = Math.Max(DeepestNesting, ++_depth);
            else if (op == Op.Restore) _depth--;
            else NoteOther(at);
            if (mustBeTagged && !_marks.IsTagged && !_marks.IsArtifact && Paints(at, isTaggedForm)) HasUntagged = true;
        }
        HasUnbalancedMarks |= _marks.Count > 0;
    }

    public PdfObject Owner { get; }

    public PdfPlace Place { get; }

    public int Key { get; }

    /// <summary>The numbers of its marked content, in the order of the stream.</summary>
    public List<int> Ids { get; } = [];

    public bool HasRepeatedId { get; private set; }

    public int DeepestNesting { get; private set; }

    public bool HasUntagged { get; private set; }

    public bool HasArtifactInTagged { get; private set; }

    public bool HasTaggedInArtifact { get; private set; }

    public bool HasUnbalancedMarks { get; private set; }

    public bool HasUnknownOperator { get; private set; }

    public bool HasUnknownIntent { get; private set; }

    public bool HasForbiddenInlineFilter { get; private set; }

    public bool UsesRgb { get; private set; }

    public bool UsesGray { get; private set; }

    public bool UsesCmyk { get; private set; }

    /// <summary>Whether it has marked content with a number.</summary>
    public bool Has(int id) => _ids.Contains(id);

    private static bool Paints(ContentScanner at, Predicate<string> isTaggedForm) =>
        Op.PaintsPath(at.Operator) || Op.ShowsText(at.Operator)
        || (Op.PaintsObject(at.Operator)
            && (at.Operator != Op.Do || !isTaggedForm(Encoding.Latin1.GetString(at.FirstName()))));

    private void Open(ContentScanner at)
    {
        var id = at.MarkedContentId();
        var isArtifact = at.FirstName().SequenceEqual("Artifact"u8);
        if (id >= 0)
        {
            Ids.Add(id);
            HasRepeatedId |= !_ids.Add(id);
        }
        HasArtifactInTagged |= isArtifact && _marks.IsTagged;
        HasTaggedInArtifact |= id >= 0 && (_marks.IsArtifact || isArtifact);
        _marks.Open(id >= 0, isArtifact);
    }

    private void NoteOther(ContentScanner at)
    {
        switch (at.Operator)
        {
            case Op.FillRgb or Op.StrokeRgb: UsesRgb = true; break;
            case Op.FillGray or Op.StrokeGray: UsesGray = true; break;
            case Op.FillCmyk or Op.StrokeCmyk: UsesCmyk = true; break;
            case Op.FillSpace or Op.StrokeSpace: NoteSpace(at.FirstName()); break;
            case Op.Intent: HasUnknownIntent |= !s_intents.Contains(Encoding.Latin1.GetString(at.FirstName())); break;
            case Op.BI: NoteImage(at.Operands); break;
            default: HasUnknownOperator |= !Op.IsKnown(at.Operator); break;
        }
    }

    private void NoteSpace(ReadOnlySpan<byte> name)
    {
        UsesRgb |= name.SequenceEqual("DeviceRGB"u8);
        UsesGray |= name.SequenceEqual("DeviceGray"u8);
        UsesCmyk |= name.SequenceEqual("DeviceCMYK"u8);
    }

    private void NoteImage(ReadOnlySpan<byte> image)
    {
        var data = image.IndexOf("ID"u8);
        var dictionary = data < 0 ? image : image[..data];
        HasForbiddenInlineFilter |= dictionary.IndexOf("/LZW"u8) >= 0 || dictionary.IndexOf("/Crypt"u8) >= 0;
        UsesCmyk |= dictionary.IndexOf("/CMYK"u8) >= 0 || dictionary.IndexOf("/DeviceCMYK"u8) >= 0;
    }

    private void Show(ReadOnlySpan<byte> operands)
    {
        if (_font is null) return;
        while (operands.IndexOfAny((byte)'<', (byte)'(') is >= 0 and var at)
        {
            var isHex = operands[at] == '<';
            var length = isHex ? operands[at..].IndexOf((byte)'>') + 1 : EndOfString(operands[at..]);
            if (length <= 1) return;
            if (isHex) _font.UseHex(operands.Slice(at + 1, length - 2));
            else _font.Use(((PdfString)new PdfReader(operands.Slice(at, length), 0, new PdfNames()).Read()).Bytes);
            operands = operands[(at + length)..];
        }
    }

    private static int EndOfString(ReadOnlySpan<byte> text)
    {
        var reader = new PdfReader(text, 0, new PdfNames());
        reader.Read();
        return reader.Position;
    }
}
