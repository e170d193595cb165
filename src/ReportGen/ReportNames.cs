using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen;

/// <summary>Under which names the files of one report appear: <c>BODY/TITLE.pdf</c>.</summary>
/// <param name="Folder">The body's folder.</param>
/// <param name="Title">The file name without its ending.</param>
internal sealed record ReportNames(string Folder, string Title)
{
    /// <summary>The names for a report of that body and title.</summary>
    public static ReportNames Of(string body, string title) => new(FolderFor(SafeName.For(body)), SafeName.For(title));

    /// <summary>What all files of the report have in common.</summary>
    public string Stem => $"{Folder}/{Title}";

    /// <summary>The marked workbook of a returned report.</summary>
    public string ReturnedWorkbook => $"{Stem}-退回单.xlsx";

    /// <summary>The page that tells its findings.</summary>
    public string ReturnedPage => $"{Stem}-审核表.html";

    // The ledger's files stand beside the bodies' folders.
    private static string FolderFor(string name) =>
        new[] { LedgerWriter.PageName, LedgerWriter.WorkbookName, LedgerWriter.DataName }.Contains(name, StringComparer.OrdinalIgnoreCase) ? name + "_" : name;

    /// <summary>The report in an output format.</summary>
    public string Published(OutputFormat format) => Stem + format switch
    {
        OutputFormat.Pdf => ".pdf",
        OutputFormat.Html => ".html",
        _ => ".md",
    };
}
