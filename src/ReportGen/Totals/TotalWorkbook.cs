using ReportGen.Definitions;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Totals;

/// <summary>
/// Writes a district total as a standard workbook: the tables of sums, the figures of every body, the source of every
/// addend, and the list of bodies counted and not counted.
/// </summary>
public static class TotalWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="kind">The edition of the total.</param>
    /// <param name="total">The district total.</param>
    /// <param name="path">The path it will be saved to; links to the bodies' workbooks are relative to its folder.</param>
    /// <returns>The bytes of an .xlsx; the same for the same total and path.</returns>
    public static byte[] Write(KindDefinition kind, DistrictTotal total, string path)
    {
        var values = WorkbookFilling.Of(kind, total.Report);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return StandardWorkbookWriter.Write(kind, values with
        {
            // Without an own report the text is still to be written, so the skeleton is kept.
            Prose = total.Report.Sections.IsEmpty ? values.Prose.Clear() : values.Prose,
            Attached = [BodyListSheet.Make(total, folder), new TraceSheet(kind, total).Make()],
        });
    }

    /// <summary>The relative path from a folder to a file, with <c>/</c>; null if there is none, as between two drives.</summary>
    internal static string? LinkTo(string? file, string folder)
    {
        if (file is null) return null;
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(file));
        return Path.IsPathRooted(relative) ? null : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>A row of texts in one style.</summary>
    internal static ImmutableArray<AttachedCell?> Row(AttachedStyle style, params ReadOnlySpan<string> texts)
    {
        var row = ImmutableArray.CreateBuilder<AttachedCell?>(texts.Length);
        foreach (var text in texts) row.Add(AttachedCell.Of(text, style));
        return row.ToImmutable();
    }
}
