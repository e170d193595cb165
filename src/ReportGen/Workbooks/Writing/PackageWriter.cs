using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportGen.Workbooks.Writing;

/// <summary>Writes drafts as an .xlsx. The same drafts always give the same bytes.</summary>
internal static class PackageWriter
{
    /// <summary>The content type of a plain workbook's main part.</summary>
    public const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Write(IReadOnlyList<SheetDraft> drafts)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddNewPart<WorkbookPart>(MainType, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet =
                StylesheetXml.Make(LastStyle(drafts), drafts[0].Language);
            var sheets = new Sheets();
            for (var i = 0; i < drafts.Count; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}");
                var part = workbook.AddNewPart<WorksheetPart>(id);
                using (var writer = OpenXmlWriter.Create(part, s_utf8)) SheetXml.Write(writer, drafts[i], isFirst: i == 0);
                AddLinks(part, drafts[i]);
                sheets.Append(new Sheet { Name = drafts[i].Name, SheetId = (uint)i + 1, Id = id });
            }
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets);
            if (Names(drafts) is { HasChildren: true } names) workbook.Workbook.Append(names);
            workbook.Workbook.Append(new CalculationProperties { FullCalculationOnLoad = true });
        }
        return WithoutTimes(stream);
    }

    /// <summary>Creates an entry of a package with a fixed time, open for writing.</summary>
    public static Stream Open(ZipArchive package, string name)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    private static CellStyle LastStyle(IReadOnlyList<SheetDraft> drafts) =>
        drafts.SelectMany(d => d.Cells.Values).Select(c => c.Style).Append(CellStyle.Link).Max();

    private static void AddLinks(WorksheetPart part, SheetDraft draft)
    {
        for (var i = 0; i < draft.Links.Count; i++)
        {
            if (!draft.Links[i].IsFile) continue;
            var path = string.Join('/', draft.Links[i].Target.Split('/').Select(Uri.EscapeDataString));
            part.AddHyperlinkRelationship(new Uri(path, UriKind.Relative), isExternal: true, SheetXml.LinkId(i));
        }
    }

    private static DefinedNames Names(IReadOnlyList<SheetDraft> drafts)
    {
        var names = new DefinedNames();
        for (var i = 0; i < drafts.Count; i++)
        {
            // LibreOffice shows a filter only with this defined name, which Excel always writes.
            if (drafts[i].Filter is { } filter)
            {
                names.Append(
                    Name("_FilterDatabase", i, drafts[i], $"{Fixed(filter.First)}:{Fixed(filter.Last)}", isHidden: true));
            }

            if (drafts[i].RepeatedRows > 0) names.Append(Name("Print_Titles", i, drafts[i], $"$1:${drafts[i].RepeatedRows}"));
        }
        return names;
    }

    private static DefinedName Name(string name, int index, SheetDraft draft, FormattableString range, bool? isHidden = null) =>
        new($"{CellReference.Quote(draft.Name)}!{FormattableString.Invariant(range)}")
        {
            Name = $"_xlnm.{name}",
            LocalSheetId = (uint)index,
            Hidden = isHidden,
        };

    private static string Fixed(CellAddress at) =>
        string.Create(CultureInfo.InvariantCulture, $"${CellAddress.ColumnLetters(at.Column)}${at.Row}");

    private static byte[] WithoutTimes(MemoryStream package)
    {
        using var result = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Some readers require the content types first, as Excel and the SDK write them.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml")
                .ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                using var from = entry.Open();
                using var to = Open(target, entry.FullName);
                from.CopyTo(to);
            }
        }
        return result.ToArray();
    }
}
