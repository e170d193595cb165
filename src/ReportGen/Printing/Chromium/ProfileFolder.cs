namespace ReportGen.Printing.Chromium;

/// <summary>
/// The temporary profile of a full browser, which would otherwise join the user's running one. The headless shell writes
/// nothing to disk and needs none.
/// </summary>
internal static class ProfileFolder
{
    private const string UsualPlace = "/tmp";

    public static string? CreateFor(string browser) => BrowserLocator.IsHeadlessShell(browser)
        ? null
        : Create("reportgen-browser-");

    /// <summary>Creates a private folder for temporary files, also where TMPDIR names a folder that cannot be used.</summary>
    /// <exception cref="IOException">No temporary folder can be written.</exception>
    public static string Create(string prefix)
    {
        try
        {
            return Directory.CreateTempSubdirectory(prefix).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (OperatingSystem.IsWindows() || !Directory.Exists(UsualPlace)) throw;
            var folder = Path.Combine(UsualPlace, prefix + Guid.NewGuid().ToString("N"));
            return Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
                .FullName;
        }
    }

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
