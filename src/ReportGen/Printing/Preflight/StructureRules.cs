using System.Text.RegularExpressions;
using ReportGen.Printing.Pdf;
using static ReportGen.Printing.Preflight.PdfRules;

namespace ReportGen.Printing.Preflight;

/// <summary>The rules about the structure, which assistive technology reads.</summary>
internal static partial class StructureRules
{
    private static readonly string[] s_rowGroups = ["THead", "TBody", "TFoot"];

    private static readonly LocalizedText s_table = new(
        "请检查模板中的表格：每行列数相同，表头用 <th scope>。",
        "Check the table in the template: rows have the same number of columns, and headers are <th scope>.");

    public static ImmutableArray<PdfRule> All { get; } =
    [
        new("A 6.7.2, UA 7.1", "文档标明有标签", "the document says that it is tagged",
            i => If(i.File.Dictionary(i.Catalog["MarkInfo"])?["Marked"] != PdfKeyword.True),
            new("请使用较新的浏览器（Chromium 120 以上）。", "Use a newer browser (Chromium 120 or later)."), "printing.not-tagged"),
        new("UA 7.1", "标签不标为可疑", "tags are not marked as suspect",
            i => If(i.File.Dictionary(i.Catalog["MarkInfo"])?["Suspects"] == PdfKeyword.True)),
        new("A 6.7.3, UA 7.1", "文档有结构树", "the document has a structure tree with elements",
            i => If(i.Structure.Elements.Count == 0)),
        new("A 6.7.3", "结构树的每一项是结构元素，只出现一次", "each item of the structure tree is a structure element, once",
            i => At(i.Structure.Damaged.FirstOrDefault())
                ?? Element(i.Structure.Elements, e => i.File.Name(e.Dictionary["Type"]) != "StructElem"
                    || i.File.Dictionary(e.Dictionary["P"]) != (e.Parent?.Dictionary ?? i.Structure.Root))),
        new("A 6.7.3, UA 7.1", "结构类型是标准类型，或对应到标准类型", "structure types are standard ones, or mapped to them",
            i => Element(i.Structure.Elements, e => e.Type is null)),
        new("A 6.7.3, UA 7.1", "标准结构类型不另作对应", "standard structure types are not mapped to others",
            i => If(i.Structure.Roles.Entries.Exists(r => StructureFacts.IsStandard(r.Key)))),
        new("UA 7.1", "每页内容有标签，或标为页面装饰", "what a page shows is tagged, or marked as an artifact",
            i => First(i.Contents, c => c.HasUntagged, c => c.Place)),
        new("UA 7.1", "有标签的内容中没有装饰", "there is no artifact in tagged content",
            i => First(i.Contents, c => c.HasArtifactInTagged, c => c.Place)),
        new("UA 7.1", "装饰中没有带标签的内容", "there is no tagged content in an artifact",
            i => First(i.Contents, c => c.HasTaggedInArtifact, c => c.Place)),
        new("UA 7.1", "内容标记成对", "marks of content come in pairs",
            i => First(i.Contents, c => c.HasUnbalancedMarks, c => c.Place)),
        new("UA 7.1", "带标签的内容都在结构树中", "tagged content is in the structure tree",
            i => First(i.Contents, c => !IsInTree(i, c), c => c.Place)),
        new("UA 7.1", "结构树指向的内容都存在", "content that the structure tree names is there",
            i => Element(i.Structure.Elements,
                e => e.Content.Exists(c => !i.Contents.Exists(s => s.Owner == c.Owner && s.Has(c.Id))))),
        new("UA 7.1", "文档有标题", "the document has a title", i => If(i.Xmp.Title is null),
            new("请在模板的 <head> 中写明 <title>。", "Write a <title> in the template's <head>."), "printing.no-title"),
        new("UA 7.1", "窗口显示文档标题", "the window shows the title",
            i => If(i.File.Dictionary(i.Catalog["ViewerPreferences"])?["DisplayDocTitle"] != PdfKeyword.True)),
        new("A 6.7.4, UA 7.2", "文档注明了语言", "the document names its language",
            i => If(string.IsNullOrEmpty(i.File.Text(i.Catalog["Lang"]))),
            new("请在模板中写 <html lang=\"zh-CN\">。", "Write <html lang=\"zh-CN\"> in the template."), "printing.no-language"),
        new("A 6.7.4, UA 7.2", "语言用标准代码", "languages are named by their codes",
            i => First(i.Values.Languages, l => l.Language.Length > 0 && !LanguageTag().IsMatch(l.Language),
                l => PdfPlace.Of(l.Object)),
            new("请在模板的 lang 属性中写语言代码，如 zh-CN。", "Write a language code such as zh-CN in the template's lang attributes.")),
        new("UA 7.2", "表格只有行、行组和首尾的一个标题", "tables have only rows, row groups and one caption, first or last",
            i => Element(i.Structure.Of("Table"), t => !IsTable(t))),
        new("UA 7.2", "行组在表格中，只有行", "row groups are in tables and have only rows",
            i => Element(i.Structure.Of(s_rowGroups), g => g.Parent?.Type != "Table" || g.Kids.Exists(k => k.Type != "TR"))),
        new("UA 7.2", "表头、表尾各一个，并有表体", "a table with a head or foot has one of each, and a body",
            i => Element(i.Structure.Of("Table"), t => !HasBody(t))),
        new("UA 7.2", "行在表格中，只有单元格", "rows are in tables and have only cells",
            i => Element(i.Structure.Of("TR"), r => r.Parent?.Type is not ("Table" or "THead" or "TBody" or "TFoot")
                || r.Kids.Exists(k => k.Type is not ("TH" or "TD")))),
        new("UA 7.2", "单元格在行中", "cells are in rows", i => Element(i.Structure.Of("TH", "TD"), c => c.Parent?.Type != "TR")),
        new("UA 7.2", "各行列数相同，单元格不重叠", "rows have the same number of columns, and cells do not overlap",
            i => Element(i.Structure.Of("Table"), t => !TaggedTable.IsRegular(i, t)), s_table),
        new("UA 7.2", "表格自身没有内容", "tables, row groups and rows have no content of their own",
            i => Element(i.Structure.Of("Table", "THead", "TBody", "TFoot", "TR"), t => t.Content.Count > 0)),
        new("UA 7.2", "列表只有列表项", "lists have only items, lists and a caption",
            i => Element(i.Structure.Of("L"), l => l.Kids.Index().Any(k => k.Item.Type is not ("LI" or "L")
                && !(k.Item.Type == "Caption" && k.Index == 0)))),
        new("UA 7.2", "列表项在列表中，只有编号和正文", "list items are in lists and have only labels and bodies",
            i => Element(i.Structure.Of("LI"),
                l => l.Parent?.Type != "L" || l.Kids.Exists(k => k.Type is not ("Lbl" or "LBody")))),
        new("UA 7.2", "列表项的正文在列表项中", "bodies of list items are in list items",
            i => Element(i.Structure.Of("LBody"), b => b.Parent?.Type != "LI")),
        new("UA 7.2", "目录只有目录项，目录项在目录中", "tables of contents have only entries, which are nowhere else",
            i => Element(i.Structure.Elements, e => (e.Type == "TOCI" && e.Parent?.Type != "TOC")
                || (e.Type == "TOC" && e.Kids.Exists(k => k.Type is not ("TOC" or "TOCI" or "Caption"))))),
        new("UA 7.3", "图片有替代文字", "figures have an alternative text",
            i => Element(i.Structure.Of("Figure"), f => !HasAlternative(i, f)),
            new("请在模板中给图片写 alt，给 <svg> 写 role=\"img\" 和 aria-label。",
                "In the template, give pictures an alt, and each <svg> role=\"img\" and an aria-label.")),
        new("UA 7.4.2", "标题从第一级开始，不跳级", "headings begin with level 1 and skip no level", Headings,
            new("请在模板中从 <h1> 开始，逐级使用标题。", "In the template, begin with <h1>, and skip no level of headings.")),
        new("UA 7.4.4", "不混用 H 与 H1 至 H6，每个元素最多一个 H", "H and H1 to H6 are not mixed, and no element has two H",
            i => Element(i.Structure.Of("H"), h => h.Parent?.Kids.Count(k => k.Type == "H") > 1
                || i.Structure.Elements.Exists(e => Level(e) > 0))),
        new("UA 7.5", "表头注明所属的行或列", "table headers say which cells they belong to",
            i => Element(i.Structure.Of("TH"),
                h => !IsScope(i, h) && !i.Structure.NamedHeaders.Contains(i.File.Text(h.Dictionary["ID"]) ?? "")), s_table),
        new("UA 7.5", "单元格指明的表头都存在", "the headers that cells name are there",
            i => i.Structure.NamedHeaders.IsSubsetOf(i.Structure.HeaderIds) ? null : Element(i.Structure.Of("TH", "TD"),
                c => i.Structure.HeadersOf(c).Any(h => !i.Structure.HeaderIds.Contains(h))), s_table),
        new("UA 7.7", "公式有替代文字", "formulas have an alternative text",
            i => Element(i.Structure.Of("Formula"), f => !HasAlternative(i, f)),
            new("请在模板中给公式写替代文字。", "In the template, give formulas an alternative text.")),
        new("UA 7.9", "注释有各不相同的标识", "notes have an identifier, each its own",
            i => Element(i.Structure.Of("Note"), n => i.File.Text(n.Dictionary["ID"]) is not { Length: > 0 } id
                || i.Structure.Of("Note").Count(o => i.File.Text(o.Dictionary["ID"]) == id) > 1)),
    ];

    private static PdfPlace? Element(IEnumerable<StructureElement> elements, Func<StructureElement, bool> isBroken) =>
        First(elements, isBroken, e => PdfPlace.Of(e.Object));

    private static bool IsInTree(PdfInspection inspection, ContentFacts content)
    {
        if (content.Ids.Count == 0) return true;
        var entry = inspection.Structure.Parents.GetValueOrDefault(content.Key);
        if (inspection.File.Array(entry)?.Items is not { } parents) return false;
        return !content.HasRepeatedId && content.Ids.TrueForAll(id => id < parents.Count
            && inspection.Structure.Element(parents[id])?.Content.Contains((content.Owner, id)) == true);
    }

    private static bool IsTable(StructureElement table)
    {
        var kids = table.Kids.Select(k => k.Type).ToList();
        if (kids.FirstOrDefault() == "Caption") kids.RemoveAt(0);
        else if (kids.LastOrDefault() == "Caption") kids.RemoveAt(kids.Count - 1);
        return kids.TrueForAll(k => k is "TR" or "THead" or "TBody" or "TFoot");
    }

    private static bool HasBody(StructureElement table)
    {
        var (heads, feet) = (table.Kids.Count(k => k.Type == "THead"), table.Kids.Count(k => k.Type == "TFoot"));
        return heads + feet == 0 || (heads <= 1 && feet <= 1 && table.Kids.Exists(k => k.Type == "TBody"));
    }

    private static bool HasAlternative(PdfInspection inspection, StructureElement element) =>
        !string.IsNullOrWhiteSpace(inspection.File.Text(element.Dictionary["Alt"]))
        || !string.IsNullOrWhiteSpace(inspection.File.Text(element.Dictionary["ActualText"]));

    private static PdfPlace? Headings(PdfInspection inspection)
    {
        var last = 0;
        foreach (var element in inspection.Structure.Elements)
        {
            var level = Level(element);
            if (level > last + 1) return PdfPlace.Of(element.Object);
            if (level > 0) last = level;
        }
        return null;
    }

    private static int Level(StructureElement element) =>
        element.Type is ['H', >= '1' and <= '6' and var digit] ? digit - '0' : 0;

    private static bool IsScope(PdfInspection inspection, StructureElement header) =>
        inspection.File.Name(inspection.Structure.Attribute(header, "Table", "Scope")) is "Row" or "Column" or "Both";

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}

/// <summary>The cells of a table on its grid.</summary>
internal static class TaggedTable
{
    private const int MaxSpan = 1000;

    /// <summary>Whether the cells fill a rectangle without overlapping.</summary>
    public static bool IsRegular(PdfInspection inspection, StructureElement table)
    {
        var open = new List<int>();
        var isFirst = true;
        foreach (var row in table.Kids.SelectMany(k => k.Type == "TR" ? [k] : k.Type == "Caption" ? [] : k.Kids))
        {
            if (!Place(inspection, row, open, isFirst) || open.Exists(o => o == 0)) return false;
            for (var i = 0; i < open.Count; i++) open[i]--;
            isFirst = false;
        }
        return open.TrueForAll(o => o == 0);
    }

    private static bool Place(PdfInspection inspection, StructureElement row, List<int> open, bool isFirst)
    {
        var column = 0;
        foreach (var cell in row.Kids)
        {
            while (column < open.Count && open[column] > 0) column++;
            var (columns, rows) = (Span(inspection, cell, "ColSpan"), Span(inspection, cell, "RowSpan"));
            for (; columns > 0; columns--, column++)
            {
                if (isFirst) open.Add(rows);
                else if (column >= open.Count || open[column] > 0) return false;
                else open[column] = rows;
            }
        }
        return true;
    }

    private static int Span(PdfInspection inspection, StructureElement cell, string key) =>
        Math.Clamp((int)(inspection.File.Number(inspection.Structure.Attribute(cell, "Table", key)) ?? 1), 1, MaxSpan);
}
