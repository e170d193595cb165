namespace ReportGen.Printing.Pdf;

/// <summary>The properties of a browser's PDF that its preflight checks.</summary>
internal sealed record PdfFacts
{
    /// <summary>The width and height of each page, in points.</summary>
    public required ImmutableArray<(double Width, double Height)> Pages { get; init; }

    public required bool HasTitle { get; init; }

    public required bool HasLanguage { get; init; }

    public required bool IsTagged { get; init; }

    public required bool HasOutline { get; init; }

    public required int Type3Fonts { get; init; }

    /// <summary>The names of fonts that are not embedded.</summary>
    public required ImmutableArray<string> FontsNotEmbedded { get; init; }

    public static PdfFacts Read(ReadOnlySpan<byte> pdf)
    {
        var pages = ImmutableArray.CreateBuilder<(double, double)>();
        var missing = ImmutableArray.CreateBuilder<string>();
        bool title = false, language = false, tagged = false, outline = false;
        var type3 = 0;
        for (var objects = new PdfObjects(pdf); objects.MoveNext();)
        {
            var text = objects.Text;
            if (Is(text, "/Type /Page\n"u8))
            {
                pages.Add(Size(text));
            }
            else if (Is(text, "/Type /Catalog"u8))
            {
                language = Is(text, "/Lang ("u8);
                tagged = Is(text, "/Marked true"u8) && Is(text, "/StructTreeRoot "u8);
                outline = Is(text, "/Outlines "u8);
            }
            else if (Is(text, "/Producer ("u8))
            {
                title = Is(text, "/Title <FEFF"u8) || (Is(text, "/Title ("u8) && !Is(text, "/Title ()"u8));
            }
            else if (Is(text, "/Subtype /Type3"u8))
            {
                type3++;
            }
            else if (Is(text, "/Type /FontDescriptor"u8) && !Is(text, "/FontFile"u8))
            {
                missing.Add(FontName(text));
            }
        }
        return new PdfFacts
        {
            Pages = pages.ToImmutable(), HasTitle = title, HasLanguage = language, IsTagged = tagged, HasOutline = outline,
            Type3Fonts = type3, FontsNotEmbedded = missing.ToImmutable(),
        };
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark) => text.IndexOf(mark) >= 0;

    private static (double, double) Size(ReadOnlySpan<byte> page)
    {
        var numbers = Behind(page, "/MediaBox ["u8, (byte)']').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return numbers.Length == 4 ? (Value(numbers[2]) - Value(numbers[0]), Value(numbers[3]) - Value(numbers[1])) : (0, 0);
    }

    private static double Value(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string FontName(ReadOnlySpan<byte> descriptor) => Behind(descriptor, "/FontName /"u8, (byte)'\n');

    private static string Behind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark, byte end)
    {
        var at = text.IndexOf(mark);
        if (at < 0) return "";
        var rest = text[(at + mark.Length)..];
        var length = rest.IndexOf(end);
        return Encoding.Latin1.GetString(length < 0 ? rest : rest[..length]);
    }
}
