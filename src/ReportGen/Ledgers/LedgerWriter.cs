using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>How a ledger is written.</summary>
/// <param name="TemplatesFolder">The folder of the kinds, with <c>_shared/ledger.sbn-html</c> in it or else beside the program.</param>
/// <param name="Language">The language of page and workbook.</param>
/// <param name="Zone">The time zone of the times shown.</param>
public sealed record LedgerStyle(string TemplatesFolder, Language Language, TimeZoneInfo Zone)
{
    /// <summary>A time as people read it: <c>2026-01-15 09:30</c>.</summary>
    internal string Time(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A state in words.</summary>
    internal string Name(LedgerState state) => LedgerMessages.StateName(state).In(Language);
}

/// <summary>
/// Writes the ledger of an output folder: <c>index.html</c> for people, <c>ledger.xlsx</c> to go on working with,
/// <c>ledger.json</c> for programs. The three appear together.
/// </summary>
public static class LedgerWriter
{
    /// <summary>The page.</summary>
    public const string PageName = "index.html";

    /// <summary>The workbook.</summary>
    public const string WorkbookName = "ledger.xlsx";

    /// <summary>The data; the form is fixed by <c>docs/schemas/ledger.schema.json</c>.</summary>
    public const string DataName = "ledger.json";

    /// <summary>Writes the ledger of all that the folder's journal tells.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="roster">Who is expected; null when nobody said.</param>
    /// <param name="style">How it is written.</param>
    /// <returns>What hindered it; empty when all three files are there. A mistake in the template leaves out the page only.</returns>
    public static async Task<ImmutableArray<Diagnostic>> WriteAsync(OutputFolder folder, Roster? roster, LedgerStyle style)
    {
        try
        {
            // So that of two processes the one that read later also writes later.
            using var publishLock = await folder.AcquireLockAsync().ConfigureAwait(false);
            var ledger = Ledger.From(Journal.Open(folder).Entries, roster);
            var page = LedgerPage.Render(ledger, style, folder.Has);
            var files = Files(ledger, style, page.Value).Where(f => !IsThere(folder, f)).ToList();
            if (files.Count > 0) folder.Publish(files);
            return page.Diagnostics;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [LedgerMessages.CannotWrite(folder.Path, e.Message)];
        }
    }

    private static IEnumerable<OutputFile> Files(Ledger ledger, LedgerStyle style, LedgerPage? page)
    {
        if (page is not null) yield return new OutputFile(PageName, page.Html);
        yield return new OutputFile(WorkbookName, LedgerWorkbook.Make(ledger, style));
        yield return new OutputFile(DataName, LedgerData.Make(ledger));
    }

    // What says the same already keeps its time.
    private static bool IsThere(OutputFolder folder, OutputFile file) =>
        new FileInfo(folder.FullPath(file.RelativePath)) is { Exists: true } there && there.Length == file.Content.Length
        && File.ReadAllBytes(there.FullName).AsSpan().SequenceEqual(file.Content.Span);
}
