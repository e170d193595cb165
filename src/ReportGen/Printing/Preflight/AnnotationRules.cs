using ReportGen.Printing.Pdf;
using static ReportGen.Printing.Preflight.PdfRules;

namespace ReportGen.Printing.Preflight;

/// <summary>The rules about links and other annotations.</summary>
internal static class AnnotationRules
{
    private const int Print = 4, Hidden = 1 | 2 | 32 | 256;

    private static readonly string[] s_types =
    [
        "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly",
        "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark", "Watermark", "Redact",
    ];

    public static ImmutableArray<PdfRule> All { get; } =
    [
        new("A 6.3.1, UA 7.18.2", "批注是允许的类型", "annotations are of permitted types",
            i => Find(i, (_, type, _) => !s_types.Contains(type))),
        new("A 6.3.2", "批注有标志 F", "annotations have flags", i => Find(i, (a, type, _) => type != "Popup" && !a.Has("F"))),
        new("A 6.3.2", "批注可见，可以打印", "annotations are visible and printed",
            i => Find(i, (a, _, _) => i.File.Number(a["F"]) is { } flags && ((int)flags & (Print | Hidden)) != Print)),
        new("A 6.3.3", "批注有外观", "annotations have an appearance",
            i => Find(i, (a, type, _) => type is not ("Popup" or "Link") && !a.Has("AP"))),
        new("A 6.3.3", "批注的外观只有正常状态", "the appearance of annotations is only that of the normal state",
            i => Find(i, (a, _, _) => i.File.Dictionary(a["AP"]) is { } looks && looks.Entries is not [{ Key: "N" }])),
        new("A 6.4.1", "表单域没有动作", "form fields have no actions",
            i => Find(i, (a, type, _) => type == "Widget" && (a.Has("A") || a.Has("AA")))),
        new("UA 7.18.1", "批注在 Annot 标签中", "annotations are in an Annot tag",
            i => Find(i, (_, type, tag) => IsOther(type) && tag?.Type != "Annot")),
        new("UA 7.18.1", "批注有说明文字", "annotations have a description",
            i => Find(i, (a, type, tag) => IsOther(type) && !HasText(i, a["Contents"]) && !HasText(i, tag?.Dictionary["Alt"]))),
        new("UA 7.18.3", "有批注的页按结构顺序跳转", "pages with annotations are tabbed through in the order of the structure",
            i => First(i.Annotations, a => i.File.Name(a.Page.Dictionary!["Tabs"]) != "S", a => PdfPlace.Of(a.Page))),
        new("UA 7.18.4", "表单域在 Form 标签中", "form fields are in a Form tag",
            i => Find(i, (_, type, tag) => type == "Widget" && tag?.Type != "Form")),
        new("UA 7.18.5", "链接在 Link 标签中", "links are in a Link tag",
            i => First(i.Annotations,
                a => i.File.Name(a.Dictionary["Subtype"]) == "Link"
                    && (Holder(i, a.Dictionary) is not { Type: "Link" } tag || !tag.Annotations.Contains(a.Object)),
                a => PdfPlace.Of(a.Object))),
        new("UA 7.18.5", "链接有说明文字", "links have a description",
            i => Find(i, (a, type, _) => type == "Link" && !HasText(i, a["Contents"]))),
        new("UA 7.18.8", "印刷标记不在结构中", "printer's marks are not in the structure",
            i => Find(i, (_, type, tag) => type == "PrinterMark" && tag is not null)),
    ];

    private static PdfPlace? Find(PdfInspection inspection, Func<PdfDictionary, string?, StructureElement?, bool> isBroken) =>
        First(inspection.Annotations,
            a => isBroken(a.Dictionary, inspection.File.Name(a.Dictionary["Subtype"]), Holder(inspection, a.Dictionary)),
            a => PdfPlace.Of(a.Object));

    // The element that an annotation is in, by the parent tree.
    private static StructureElement? Holder(PdfInspection inspection, PdfDictionary annotation) =>
        inspection.File.Number(annotation["StructParent"]) is { } key
            ? inspection.Structure.Element(inspection.Structure.Parents.GetValueOrDefault((int)key))
            : null;

    // An annotation of no type for which other rules stand.
    private static bool IsOther(string? type) => type is not ("Link" or "Widget" or "Popup" or "PrinterMark");

    private static bool HasText(PdfInspection inspection, PdfValue? value) =>
        !string.IsNullOrWhiteSpace(inspection.File.Text(value));
}
