using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen;

/// <summary>The names of the published files of one report, such as <c>BODY/TITLE.pdf</c>.</summary>
/// <param name="Folder">The name of the body's folder.</param>
/// <param name="Title">The file name without its extension.</param>
internal sealed record ReportNames(string Folder, string Title)
{
    /// <summary>Returns the names for a body and a title.</summary>
    public static ReportNames Of(string body, string title) => new(FolderFor(SafeName.For(body)), SafeName.For(title));

    /// <summary>The common prefix of the paths of all files.</summary>
    public string Stem => $"{Folder}/{Title}";

    /// <summary>The returned workbook.</summary>
    public string ReturnedWorkbook => $"{Stem}{ReturnedNames.Workbook}.xlsx";

    /// <summary>The corrected copy of the returned workbook, from which the report was made.</summary>
    public string CorrectedWorkbook => $"{Stem}{ReturnedNames.Corrected}.xlsx";

    /// <summary>The page with the findings of a returned report.</summary>
    public string ReviewPage => $"{Stem}{ReturnedNames.Review}.html";

    // The ledger's files are in the same folder.
    private static string FolderFor(string name) =>
        new[] { LedgerWriter.PageName, LedgerWriter.WorkbookName, LedgerWriter.DataName }.Contains(name,
            StringComparer.OrdinalIgnoreCase) ? name + "_" : name;

    /// <summary>Returns the path of the report in an output format.</summary>
    public string Published(OutputFormat format) => Stem + format switch
    {
        OutputFormat.Pdf => ".pdf",
        OutputFormat.Html => ".html",
        _ => ".md",
    };
}
