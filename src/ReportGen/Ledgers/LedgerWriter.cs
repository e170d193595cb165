using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>Options for writing a ledger.</summary>
/// <param name="TemplatesFolder">The templates folder, for <c>_shared/ledger.sbn-html</c>; if it has none, the folder supplied
/// with the program is used.</param>
/// <param name="Language">The language of the page and the workbook.</param>
/// <param name="Zone">The time zone of displayed times.</param>
public sealed record LedgerStyle(string TemplatesFolder, Language Language, TimeZoneInfo Zone)
{
    /// <summary>A time for display, such as <c>2026-01-15 09:30</c>.</summary>
    internal string Time(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The day for the number of days left until a deadline; null to show none.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The day of a time in the zone.</summary>
    internal DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Zone).DateTime);

    /// <summary>The display name of a state.</summary>
    internal string Name(LedgerState state) => LedgerMessages.StateName(state).In(Language);
}

/// <summary>
/// Writes the ledger of an output folder: <c>index.html</c> for reading, <c>ledger.xlsx</c> for further work,
/// <c>ledger.json</c> for programs. The three files are published together.
/// </summary>
public static class LedgerWriter
{
    /// <summary>The name of the page.</summary>
    public const string PageName = "index.html";

    /// <summary>The name of the workbook.</summary>
    public const string WorkbookName = "ledger.xlsx";

    /// <summary>The name of the JSON file, as specified by <c>docs/schemas/ledger.schema.json</c>.</summary>
    public const string DataName = "ledger.json";

    /// <summary>Writes the ledger of the folder's journal. Files with unchanged content are not rewritten.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="roster">The expected bodies; null if unknown.</param>
    /// <param name="style">Language, time zone and templates folder.</param>
    /// <returns>Why files could not be written; empty on success. An error in the template affects only the page.</returns>
    public static Task<ImmutableArray<Diagnostic>> WriteAsync(OutputFolder folder, Roster? roster, LedgerStyle style) =>
        WriteAsync(folder, new LedgerScope(new(roster, null, null)), style);

    /// <summary>As <see cref="WriteAsync(OutputFolder, Roster?, LedgerStyle)"/>, with a year and with files that wait.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="scope">What the ledger covers.</param>
    /// <param name="style">Language, time zone and templates folder.</param>
    public static Task<ImmutableArray<Diagnostic>> WriteAsync(OutputFolder folder, LedgerScope scope, LedgerStyle style) =>
        WriteAsync(folder, () => Journal.Open(folder), scope, style);

    /// <summary>As <see cref="WriteAsync(OutputFolder, LedgerScope, LedgerStyle)"/>, for a journal that is open.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="journal">Its journal, which is refreshed.</param>
    /// <param name="scope">What the ledger covers.</param>
    /// <param name="style">Language, time zone and templates folder.</param>
    public static Task<ImmutableArray<Diagnostic>> WriteAsync(
        OutputFolder folder, Journal journal, LedgerScope scope, LedgerStyle style) => WriteAsync(folder, () =>
        {
            journal.Refresh();
            return journal;
        }, scope, style);

    private static async Task<ImmutableArray<Diagnostic>> WriteAsync(
        OutputFolder folder, Func<Journal> read, LedgerScope scope, LedgerStyle style)
    {
        try
        {
            // Held while reading and writing, so that an older ledger never overwrites a newer one.
            using var publishLock = await folder.AcquireLockAsync().ConfigureAwait(false);
            var ledger = Ledger.From(read(), scope, w => File.Exists(Path.Combine(folder.Path, w)));
            var page = LedgerPage.Render(ledger, style, folder.Has);
            var files = Files(ledger, style, page.Value).Where(f => !IsUnchanged(folder, f)).ToList();
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
        yield return new OutputFile(DataName, LedgerData.Make(ledger, style));
    }

    // Unchanged files keep their modification time.
    private static bool IsUnchanged(OutputFolder folder, OutputFile file) =>
        new FileInfo(folder.FullPath(file.RelativePath)) is { Exists: true } existing && existing.Length == file.Content.Length
        && File.ReadAllBytes(existing.FullName).AsSpan().SequenceEqual(file.Content.Span);
}
