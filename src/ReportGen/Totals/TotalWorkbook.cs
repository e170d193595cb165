using ReportGen.Definitions;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Totals;

/// <summary>
/// Writes a total as a standard workbook: the sums in their tables, what every body adds beside them, where every addend
/// comes from, and who is in the sum and who is not.
/// </summary>
public static class TotalWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="kind">The edition of the total.</param>
    /// <param name="total">The total.</param>
    /// <param name="path">Where it will stand: links lead from there to the bodies' workbooks.</param>
    /// <returns>The bytes of an .xlsx; the same total at the same place always gives the same.</returns>
    public static byte[] Write(KindDefinition kind, DistrictTotal total, string path)
    {
        var values = WorkbookFilling.Of(kind, total.Report);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return StandardWorkbookWriter.Write(kind, values with
        {
            // Without an own report the text is still to be written: the sheet's skeleton stays.
            Prose = total.Report.Sections.IsEmpty ? values.Prose.Clear() : values.Prose,
            Attached = [BodyListSheet.Make(total, folder), new TraceSheet(kind, total).Make()],
        });
    }

    /// <summary>The way from a folder to a file, for a link; null when there is none, as between two drives.</summary>
    internal static string? LinkTo(string? file, string folder)
    {
        if (file is null) return null;
        var way = Path.GetRelativePath(folder, Path.GetFullPath(file));
        return Path.IsPathRooted(way) ? null : way.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>A row of texts in one style.</summary>
    internal static ImmutableArray<AttachedCell?> Row(AttachedStyle style, params ReadOnlySpan<string> texts)
    {
        var row = ImmutableArray.CreateBuilder<AttachedCell?>(texts.Length);
        foreach (var text in texts) row.Add(AttachedCell.Of(text, style));
        return row.ToImmutable();
    }
}
