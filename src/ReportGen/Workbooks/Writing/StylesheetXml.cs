using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportGen.Workbooks.Writing;

/// <summary>The stylesheet: one cell format for each <see cref="CellStyle"/>, in the order of the enumeration.</summary>
internal static class StylesheetXml
{
    private const uint DateFormat = 176;
    private const uint RequiredFormat = 177;
    private const uint TextFormat = 49;
    private const uint WholeFormat = 1;

    // Indices in the lists of fonts and fills.
    private const uint Body = 0, Bold = 1, Linked = 2, Large = 3;
    private const uint None = 0, HeadingFill = 2, InputFill = 3, TotalFill = 4, FirstSeverityFill = 5;

    private static readonly LocalizedText s_dateFormat = new("yyyy\"年\"m\"月\"d\"日\"", "yyyy\\-mm\\-dd");

    // In the order of their styles.
    private static readonly Severity[] s_severities = [Severity.Error, Severity.Warning, Severity.Information];

    /// <summary>Creates the formats of all styles up to the last one used.</summary>
    /// <param name="last">The last style used.</param>
    /// <param name="language">The language of the workbook, for dates.</param>
    public static Stylesheet Make(CellStyle last, Language language) => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = s_dateFormat.In(language) },
            new NumberingFormat { NumberFormatId = RequiredFormat, FormatCode = "@\" *\"" }) { Count = 2 },
        new Fonts(MakeFont(11, false, null), MakeFont(11, true, null), MakeFont(11, false, "FF0563C1"), MakeFont(16, true, null))
            { Count = 4 },
        MakeFills(last >= CellStyle.Error),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            MakeBox()) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(Enum.GetValues<CellStyle>().Where(l => l <= last).Select(MakeFormat)) { Count = (uint)last + 1 },
        new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 })
            { Count = 1 });

    private static CellFormat MakeFormat(CellStyle style) => style switch
    {
        CellStyle.Plain => Format(Body, None, box: false, HorizontalAlignmentValues.General),
        CellStyle.Title => Format(Bold, None, box: false, HorizontalAlignmentValues.Left),
        CellStyle.Heading => Format(Bold, HeadingFill, box: true, HorizontalAlignmentValues.Center),
        CellStyle.Label => Format(Body, HeadingFill, box: true, HorizontalAlignmentValues.Left),
        CellStyle.RequiredLabel => Format(Bold, HeadingFill, box: true, HorizontalAlignmentValues.Left, RequiredFormat),
        CellStyle.WorkbookTitle => Format(Large, None, box: false, HorizontalAlignmentValues.Center),
        CellStyle.TextInput => Format(Body, InputFill, box: true, HorizontalAlignmentValues.Left, TextFormat, locked: false),
        CellStyle.ProseInput => Format(Body, None, box: true, HorizontalAlignmentValues.Left, TextFormat, locked: false),
        CellStyle.BlockInput => Format(Body, InputFill, box: true, HorizontalAlignmentValues.Left, TextFormat, locked: false),
        CellStyle.YearInput => Format(Body, InputFill, box: true, HorizontalAlignmentValues.Left, WholeFormat, locked: false),
        CellStyle.CountInput => Format(Body, InputFill, box: true, HorizontalAlignmentValues.Center, WholeFormat, locked: false),
        CellStyle.DecimalInput => Format(Body, InputFill, box: true, HorizontalAlignmentValues.Center, locked: false),
        CellStyle.DateInput => Format(Body, InputFill, box: true, HorizontalAlignmentValues.Left, DateFormat, locked: false),
        CellStyle.Total => Format(Bold, TotalFill, box: true, HorizontalAlignmentValues.Center),
        CellStyle.Notes => Format(Body, None, box: false, HorizontalAlignmentValues.Left),
        CellStyle.Link => Format(Linked, None, box: true, HorizontalAlignmentValues.Left),
        CellStyle.Text => Format(Body, None, box: true, HorizontalAlignmentValues.Left, TextFormat),
        CellStyle.TextLink => Format(Linked, None, box: true, HorizontalAlignmentValues.Left, TextFormat),
        CellStyle.Error or CellStyle.Warning or CellStyle.Information =>
            Format(Bold, FirstSeverityFill + (uint)(style - CellStyle.Error), box: true, HorizontalAlignmentValues.Left,
                TextFormat),
        CellStyle.Number => Format(Body, None, box: true, HorizontalAlignmentValues.Right),
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    private static CellFormat Format(
        uint font, uint fill, bool box, HorizontalAlignmentValues align, uint format = 0, bool locked = true) => new(
        new Alignment { Horizontal = align, Vertical = VerticalAlignmentValues.Center, WrapText = true },
        new Protection { Locked = locked })
    {
        NumberFormatId = format,
        FontId = font,
        FillId = fill,
        BorderId = box ? 1u : 0u,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = true,
    };

    private static Font MakeFont(double size, bool bold, string? color)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        if (color is not null) font.Append(new Underline());
        font.Append(new FontSize { Val = size });
        font.Append(color is null ? new Color { Theme = 1 } : new Color { Rgb = color });
        font.Append(new FontName { Val = "宋体" }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fills MakeFills(bool withSeverities)
    {
        var fills = new Fills(MakeFill(null), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            MakeFill("FFD9E1F2"), MakeFill("FFFFFBE6"), MakeFill("FFEDEDED"));
        if (withSeverities) fills.Append(s_severities.Select(s => MakeFill(MarkColours.Of(s))));
        fills.Count = (uint)fills.ChildElements.Count;
        return fills;
    }

    private static Fill MakeFill(string? color) => color is null
        ? new Fill(new PatternFill { PatternType = PatternValues.None })
        : new Fill(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 })
            { PatternType = PatternValues.Solid });

    private static Border MakeBox()
    {
        static Color Gray() => new() { Rgb = "FF8C8C8C" };
        return new Border(
            new LeftBorder(Gray()) { Style = BorderStyleValues.Thin },
            new RightBorder(Gray()) { Style = BorderStyleValues.Thin },
            new TopBorder(Gray()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Gray()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder());
    }
}
