namespace ReportGen.Printing.Chromium;

/// <summary>
/// The temporary profile of a full browser, which would otherwise join the user's running one. The headless shell writes
/// nothing to disk and needs none.
/// </summary>
internal static class ProfileFolder
{
    public static string? CreateFor(string browser) => BrowserLocator.IsHeadlessShell(browser)
        ? null
        : Directory.CreateTempSubdirectory("reportgen-browser-").FullName;

    public static void Remove(string? folder)
    {
        // Child processes may still write for some milliseconds while they end.
        for (var attempt = 0; attempt < 20 && Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(10);
            }
        }
    }
}
