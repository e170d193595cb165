using ReportGen.Printing.Pdf;
using static ReportGen.Printing.Preflight.PdfRules;

namespace ReportGen.Printing.Preflight;

/// <summary>The rules about colours, graphics and fonts.</summary>
internal static class AppearanceRules
{
    private static readonly string[] s_blendModes =
    [
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight",
        "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
    ];

    private static readonly string[] s_fontTypes = ["Type1", "MMType1", "TrueType", "Type3", "Type0"];

    private const string OtherFont = "printing.other-font";

    private static readonly LocalizedText s_fonts = new(
        "请运行 reportgen doctor 检查字体；模板中只用自带字体。",
        "Run reportgen doctor to check the fonts; use only the bundled ones in the template.");

    public static ImmutableArray<PdfRule> All { get; } =
    [
        new("A 6.2.2", "页面只用已定义的运算符", "pages use only operators that are defined", i => Broken(i, c => c.HasUnknownOperator)),
        new("A 6.2.2", "每页有自己的资源字典", "each page has resources of its own", i => First(i.WithoutResources, _ => true, p => p)),
        new("A 6.2.3", "输出意图有 RGB 颜色配置文件", "the output intent has a colour profile for RGB",
            i => If(!IsProfile(i.ProfileHeader, "mntr", "prtr") || Space(i.ProfileHeader) != "RGB "
                || Components(i, i.Profile) != 3)),
        new("A 6.2.3", "输出意图写明了颜色条件", "the output intent names its condition",
            i => If(i.Intents.Exists(n => string.IsNullOrEmpty(i.File.Text(n["OutputConditionIdentifier"]))))),
        new("A 6.2.3", "所有输出意图用同一个颜色配置文件", "all output intents have the same colour profile",
            i => If(i.Intents.Exists(n => n.Has("DestOutputProfileRef")
                || (n.Has("DestOutputProfile") && i.File.Object(n["DestOutputProfile"]) != i.Profile)))),
        new("A 6.2.4.2", "ICC 颜色空间的配置文件有效", "the profiles of ICC colour spaces are valid",
            i => First(i.Spaces, s => !IsIccValid(i, s.Space), s => s.Place)),
        new("A 6.2.4.3", "用设备 RGB 颜色时，输出意图是 RGB", "device RGB is used only with an output intent for RGB",
            i => Space(i.ProfileHeader) == "RGB " ? null : Broken(i, c => c.UsesRgb) ?? UsesSpace(i, "DeviceRGB")),
        new("A 6.2.4.3", "用设备灰度时，有输出意图", "device grey is used only with an output intent",
            i => i.Profile is not null ? null : Broken(i, c => c.UsesGray) ?? UsesSpace(i, "DeviceGray")),
        new("A 6.2.4.3", "不用 CMYK 颜色", "CMYK is not used", i => Broken(i, c => c.UsesCmyk) ?? UsesSpace(i, "DeviceCMYK")),
        new("A 6.2.5", "图形状态没有转换函数", "graphics states have no transfer functions",
            i => First(i.States, s => s.Dictionary.Has("TR") || s.Dictionary.Has("HTP")
                || (s.Dictionary["TR2"] is { } function && i.File.Name(function) != "Default"), s => s.Place)),
        new("A 6.2.5", "半色调是第 1 或第 5 类，没有名称", "halftones are of type 1 or 5, and have no name",
            i => First(i.States, s => i.File.Dictionary(s.Dictionary["HT"]) is { } half
                && (i.File.Number(half["HalftoneType"]) is not (1 or 5) || half.Has("HalftoneName")), s => s.Place)),
        new("A 6.2.6", "渲染意图是四种标准意图之一", "rendering intents are among the four standard ones",
            i => Broken(i, c => c.HasUnknownIntent)),
        new("A 6.2.8", "图像没有替代图像，不作插值", "images have no alternates and are not interpolated",
            i => First(i.Images, m => m.Dictionary.Has("Alternates") || m.Dictionary.Has("OPI")
                || m.Dictionary["Interpolate"] == PdfKeyword.True, m => m.Place)),
        new("A 6.2.9, UA 7.20", "没有 PostScript 对象，不引用其他文件", "there are no PostScript objects, and none of another file",
            i => First(i.Forms, f => i.File.Name(f.Dictionary["Subtype"]) == "PS"
                || i.File.Name(f.Dictionary["Subtype2"]) == "PS" || f.Dictionary.Has("PS")
                || f.Dictionary.Has("OPI") || f.Dictionary.Has("Ref"), f => f.Place)),
        new("A 6.2.10", "混合模式是标准模式", "blend modes are standard ones",
            i => First(i.States, s => i.File.Items(s.Dictionary["BM"]).Any(m => !s_blendModes.Contains(i.File.Name(m))),
                s => s.Place)),
        new("A 6.2.11.2", "字体字典写明类型和名称", "font dictionaries have their type and name",
            i => Font(i, f => i.File.Name(f.Font["Type"]) != "Font" || !s_fontTypes.Contains(f.Subtype)
                || (f.Subtype != "Type3" && string.IsNullOrEmpty(i.File.Name(f.Font["BaseFont"]))))),
        new("A 6.2.11.2", "单字节字体有完整的字宽表", "simple fonts have a complete table of widths",
            i => Font(i, f => !f.IsComposite && (i.File.Array(f.Font["Widths"])?.Items.Count ?? -1)
                != i.File.Number(f.Font["LastChar"]) - i.File.Number(f.Font["FirstChar"]) + 1)),
        new("A 6.2.11.3, UA 7.21.3", "复合字体的编码是 Identity，或已嵌入", "the encoding of composite fonts is Identity, or embedded",
            i => Font(i, f => f.IsComposite && i.File.Name(f.Font["Encoding"]) is not ("Identity-H" or "Identity-V")
                && i.File.Object(f.Font["Encoding"]) is not { IsStream: true })),
        new("A 6.2.11.3, UA 7.21.3", "TrueType 复合字体有 CIDToGIDMap", "composite fonts with TrueType outlines have a CIDToGIDMap",
            i => Font(i, f => f.Descendant is { } font && i.File.Name(font["Subtype"]) == "CIDFontType2"
                && i.File.Name(font["CIDToGIDMap"]) != "Identity"
                && i.File.Object(font["CIDToGIDMap"]) is not { IsStream: true })),
        new("A 6.2.11.4, UA 7.21.4", "字体已嵌入", "fonts are embedded",
            i => Font(i, f => f.IsUsed && f.Subtype != "Type3" && f.Program is not { IsStream: true }),
            new("请换用允许嵌入的字体。", "Use a font whose licence allows embedding."), "printing.font-not-embedded",
            IsOfFonts: true),
        new("A 6.2.11.4, UA 7.21.4", "嵌入的字体有所用的每个字形", "embedded fonts have every glyph that is shown",
            i => Font(i, f => f.HasGlyphOutsideProgram), s_fonts, OtherFont, true),
        new("A 6.2.11.4, UA 7.21.4", "CIDSet 列出嵌入字体的所有字形", "a CIDSet lists all glyphs of the embedded font",
            i => Font(i, f => f.HasIncompleteSet)),
        new("A 6.2.11.5, UA 7.21.5", "PDF 中的字宽与嵌入的字体一致", "widths in the PDF are those of the embedded font",
            i => Font(i, f => f.HasOtherWidth), s_fonts, OtherFont, true),
        new("A 6.2.11.6, UA 7.21.6", "符号字体没有编码，其他 TrueType 字体有标准编码",
            "symbolic TrueType fonts have no encoding, and others a standard one",
            i => Font(i, f => f.Subtype == "TrueType" && !IsEncodingRight(i.File, f))),
        new("A 6.2.11.7, UA 7.21.7", "每个字形都对应文字", "every glyph has its character",
            i => Font(i, f => f.HasUnmapped), s_fonts, OtherFont, true),
        new("A 6.2.11.7, UA 7.21.7", "字形不对应 U+0000、U+FEFF 或 U+FFFE", "no glyph stands for U+0000, U+FEFF or U+FFFE",
            i => Font(i, f => f.Shows(c => c is '\0' or '\uFEFF' or '\uFFFE')), s_fonts, OtherFont, true),
        new("A 6.2.11.7", "没有私用区的文字", "no character is in the private use area",
            i => Font(i, f => f.Shows(c => c is >= '\uE000' and <= '\uF8FF')),
            new("请把自造字改为标准汉字。", "Replace private characters by standard ones.")),
        new("A 6.2.11.8, UA 7.21.8", "没有显示为空框的缺字", "no missing character is shown as a box",
            i => Font(i, f => f.ShowsNotdef), s_fonts, "printing.missing-glyph"),
    ];

    private static PdfPlace? Broken(PdfInspection inspection, Func<ContentFacts, bool> isBroken) =>
        First(inspection.Contents, isBroken, c => c.Place);

    private static PdfPlace? Font(PdfInspection inspection, Func<FontFacts, bool> isBroken) =>
        First(inspection.Fonts, isBroken, f => PdfPlace.Of(f.Object));

    private static bool IsProfile(byte[] header, params string[] classes) =>
        header.Length == 128 && header[8] < 5 && classes.Contains(Encoding.Latin1.GetString(header, 12, 4))
        && header.AsSpan(36, 4).SequenceEqual("acsp"u8);

    private static string Space(byte[] header) => header.Length == 128 ? Encoding.Latin1.GetString(header, 16, 4) : "";

    private static double? Components(PdfInspection inspection, PdfObject? profile) =>
        inspection.File.Number(profile?.Dictionary?["N"]);

    private static bool IsIccValid(PdfInspection inspection, PdfValue space)
    {
        if (inspection.File.Array(space)?.Items is not [PdfName { Text: "ICCBased" }, var reference]) return true;
        if (inspection.File.Object(reference) is not { IsStream: true } profile) return false;
        var header = inspection.Header(profile);
        var components = Space(header) switch { "GRAY" => 1, "RGB " or "Lab " => 3, "CMYK" => 4, _ => 0 };
        return IsProfile(header, "mntr", "prtr", "scnr", "spac") && Components(inspection, profile) == components;
    }

    private static PdfPlace? UsesSpace(PdfInspection inspection, string name) => First(
        inspection.Spaces,
        s => inspection.File.Name(s.Space) == name
            || inspection.File.Array(s.Space)?.Items.Exists(v => v is PdfName part && part.Text == name) == true,
        s => s.Place);

    private static bool IsEncodingRight(PdfFile file, FontFacts font)
    {
        var isSymbolic = ((int)(file.Number(font.Descriptor?["Flags"]) ?? 0) & 4) != 0;
        var encoding = file.Name(font.Font["Encoding"]);
        return isSymbolic ? !font.Font.Has("Encoding") : encoding is "MacRomanEncoding" or "WinAnsiEncoding";
    }
}
