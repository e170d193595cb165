namespace ReportGen.Printing.Chromium;

/// <summary>
/// The scratch profile of a full browser, which would otherwise join the user's running one. The headless shell needs
/// none: it writes nothing to disk.
/// </summary>
internal static class ProfileFolder
{
    public static string? CreateFor(string browser) => BrowserLocator.IsHeadlessShell(browser)
        ? null
        : Directory.CreateTempSubdirectory("reportgen-browser-").FullName;

    public static void Remove(string? folder)
    {
        // Dying child processes may still write for some milliseconds.
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
