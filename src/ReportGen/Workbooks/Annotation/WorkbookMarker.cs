using System.Xml;
using System.Xml.Linq;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Reading.Xlsx;

namespace ReportGen.Workbooks.Annotation;

/// <summary>
/// Creates the returned workbook (退回单): a copy of the submitted one, with the affected cells marked and commented and a
/// list of the findings as the first sheet. Unaffected parts are copied byte for byte.
/// </summary>
public static class WorkbookMarker
{
    /// <summary>Marks a workbook.</summary>
    /// <param name="submitted">The opened workbook; may be one that could not be read.</param>
    /// <param name="findings">The findings in it.</param>
    /// <param name="language">The language of messages and remedies.</param>
    /// <param name="remark">A sentence about the report for the top of the list; null for none.</param>
    /// <returns>
    /// The bytes of an .xlsx. For an .xls, or a file that is not a usable workbook, one with only the list.
    /// </returns>
    public static byte[] Mark(
        OpenedWorkbook submitted, IReadOnlyList<Diagnostic> findings, Language language = Language.Chinese,
        LocalizedText? remark = null)
    {
        var file = submitted.Workbook?.File ?? "";
        var sorted = SeverityOrder.Sort(findings);
        var list = new ReturnList([.. sorted.Select(f => ReturnLine.Of(f, file, language))], language, remark);
        if (submitted.Workbook?.Format != WorkbookFormat.Xlsx) return FindingsOnlyWorkbook.Make(list);
        try
        {
            using var package = XlsxPackage.Open(submitted.Content, file, WorkbookLimits.Default);
            return Edit(new PackageEdit(package), submitted.Workbook, sorted, list);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or WorkbookRefusedException
            or FormatException or OverflowException)
        {
            // Parts that the reader skips may be damaged: comments, drawings, styles.
            return FindingsOnlyWorkbook.Make(list with { Lines = [.. list.Lines.Select(l => l with { Target = null })] });
        }
    }

    /// <summary>
    /// Whether a file is a returned workbook that no other program has saved since. Detected by the inline strings of its list,
    /// which other programs move to the table of shared strings.
    /// </summary>
    public static bool IsUntouched(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var package = XlsxPackage.Open(content, "", WorkbookLimits.Default);
            var list = new WorkbookIndex(new PackageEdit(package)).Sheets
                .FirstOrDefault(s => s.Name.StartsWith(ReturnSheet.Name, StringComparison.Ordinal)).Part;
            return list is not null && package.Bytes(list) is { } sheet && sheet.AsSpan().IndexOf("t=\"inlineStr\""u8) >= 0;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or WorkbookRefusedException)
        {
            // Not a readable package, so not one of ours.
            return false;
        }
    }

    private static byte[] Edit(PackageEdit edit, RawWorkbook workbook, ImmutableArray<Diagnostic> findings, ReturnList list)
    {
        var index = new WorkbookIndex(edit);
        list = list with { IsWithoutMacros = index.MakePlain() };
        var (stylesPart, stylesXml) = index.Styles();
        var styles = ReturnStyles.AddTo(stylesXml);
        edit.Put(stylesPart, stylesXml);
        var sheets = index.Sheets.ToList();
        var own = ReturnedWorkbookReader.SheetOf(workbook)?.Name;
        MarkSheets(edit, index, sheets.Where(s => s.Name != own), SheetMarks.Of(findings, list.Lines, workbook), styles);
        var name = own ?? FreeName(sheets.Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var part = own is null ? index.AddFirstSheet(name) : sheets.First(s => s.Name == own).Part;
        edit.Put(part, ListSheetXml.Make(index.Main, list, styles));
        index.NameFilter(name, list.Filter);
        index.Save(name);
        return edit.Save();
    }

    private static void MarkSheets(
        PackageEdit edit, WorkbookIndex index, IEnumerable<(string Name, string Part)> sheets,
        Dictionary<string, SheetMarks> marks, ReturnStyles styles)
    {
        foreach (var (name, part) in sheets)
        {
            var own = marks.GetValueOrDefault(name);
            var before = edit.Bytes(part)!;
            if (own is null && !IsTouched(before)) continue;
            var drawing = new CommentWriter(edit, index.Links, index.Main, part).Write([.. own?.Comments ?? []]);
            var link = drawing is null ? ((XNamespace, string)?)null : (index.Links.Kinds, drawing);
            edit.Put(part, new SheetMarker(own, styles.FirstMark, link).Mark(before));
        }
    }

    /// <summary>Whether a sheet without findings must be changed: it is selected, or has marks of an earlier return.</summary>
    private static bool IsTouched(ReadOnlySpan<byte> sheet) =>
        sheet.IndexOf("tabSelected=\"1"u8) >= 0 || sheet.IndexOf("tabSelected=\"t"u8) >= 0 || sheet.IndexOf("reportgen"u8) >= 0;

    private static string FreeName(HashSet<string> taken) =>
        Enumerable.Range(1, taken.Count + 1).Select(i => i == 1 ? ReturnSheet.Name : $"{ReturnSheet.Name} ({i})")
            .First(n => !taken.Contains(n));
}
