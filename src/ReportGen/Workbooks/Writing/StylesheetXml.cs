using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportGen.Workbooks.Writing;

/// <summary>The stylesheet: one cell format for each <see cref="CellLook"/>, in the order of the enumeration.</summary>
internal static class Styles
{
    private const uint DateFormat = 176;
    private const uint TextFormat = 49;
    private const uint WholeFormat = 1;

    private enum Ink
    {
        Body,
        Bold,
        Link,
    }

    private enum Paint
    {
        None,
        Gray125,
        Heading,
        Input,
        Total,
    }

    /// <summary>The formats of all looks up to the last one that is used: those that only explanations have come last.</summary>
    public static Stylesheet Make(CellLook last) => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\"年\"m\"月\"d\"日\"" }) { Count = 1 },
        new Fonts(MakeFont(11, false, null), MakeFont(11, true, null), MakeFont(11, false, "FF0563C1")) { Count = 3 },
        new Fills(MakeFill(null), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            MakeFill("FFD9E1F2"), MakeFill("FFFFFBE6"), MakeFill("FFEDEDED")) { Count = 5 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), MakeBox()) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(Enum.GetValues<CellLook>().Where(l => l <= last).Select(MakeFormat)) { Count = (uint)last + 1 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat MakeFormat(CellLook look) => look switch
    {
        CellLook.Plain => Format(Ink.Body, Paint.None, box: false, HorizontalAlignmentValues.General),
        CellLook.Title => Format(Ink.Bold, Paint.None, box: false, HorizontalAlignmentValues.Left),
        CellLook.Heading => Format(Ink.Bold, Paint.Heading, box: true, HorizontalAlignmentValues.Center),
        CellLook.Label => Format(Ink.Body, Paint.Heading, box: true, HorizontalAlignmentValues.Left),
        CellLook.TextInput => Format(Ink.Body, Paint.Input, box: true, HorizontalAlignmentValues.Left, TextFormat, locked: false),
        CellLook.ProseInput => Format(Ink.Body, Paint.None, box: true, HorizontalAlignmentValues.Left, TextFormat, locked: false),
        CellLook.CountInput => Format(Ink.Body, Paint.Input, box: true, HorizontalAlignmentValues.Center, WholeFormat, locked: false),
        CellLook.DecimalInput => Format(Ink.Body, Paint.Input, box: true, HorizontalAlignmentValues.Center, locked: false),
        CellLook.DateInput => Format(Ink.Body, Paint.Input, box: true, HorizontalAlignmentValues.Left, DateFormat, locked: false),
        CellLook.Total => Format(Ink.Bold, Paint.Total, box: true, HorizontalAlignmentValues.Center),
        CellLook.Notes => Format(Ink.Body, Paint.None, box: false, HorizontalAlignmentValues.Left),
        CellLook.Link => Format(Ink.Link, Paint.None, box: true, HorizontalAlignmentValues.Left),
        CellLook.Text => Format(Ink.Body, Paint.None, box: true, HorizontalAlignmentValues.Left, TextFormat),
        CellLook.TextLink => Format(Ink.Link, Paint.None, box: true, HorizontalAlignmentValues.Left, TextFormat),
        CellLook.Number => Format(Ink.Body, Paint.None, box: true, HorizontalAlignmentValues.Right),
        _ => throw new ArgumentOutOfRangeException(nameof(look)),
    };

    private static CellFormat Format(Ink ink, Paint paint, bool box, HorizontalAlignmentValues align, uint format = 0, bool locked = true) => new(
        new Alignment { Horizontal = align, Vertical = VerticalAlignmentValues.Center, WrapText = true },
        new Protection { Locked = locked })
    {
        NumberFormatId = format,
        FontId = (uint)ink,
        FillId = (uint)paint,
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

    private static Fill MakeFill(string? color) => color is null
        ? new Fill(new PatternFill { PatternType = PatternValues.None })
        : new Fill(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

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
