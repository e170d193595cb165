
namespace ReportGen.Printing;

/// <summary>Finds the browser for printing: Chromium's headless shell, otherwise an installed Chromium, Chrome or Edge.</summary>
public static class BrowserLocator
{
    /// <summary>The environment variable with the path of the browser's executable.</summary>
    public const string Variable = "REPORTGEN_BROWSER";

    // The headless shell first: it starts in a third of the time and uses half the memory.
    private static readonly string[] s_names =
    [
        "chromium-headless-shell", "chrome-headless-shell", "headless_shell",
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
    ];

    private static readonly string[] s_linuxPlaces =
    [
        "/usr/lib/chromium/chromium-headless-shell", "/usr/lib64/chromium-browser/headless_shell",
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium",
        "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge",
    ];

    private static readonly string[] s_macPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] s_windowsPlaces =
    [
        @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe",
        @"Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Finds the browser's executable; null if none.</summary>
    /// <param name="configured">The path that the user configured; null to use <see cref="Variable"/>, then the usual
    /// places.</param>
    public static string? Find(string? configured = null)
    {
        configured ??= Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(configured)) return File.Exists(configured) ? configured : FindOnPath(configured);
        return KnownPlaces().FirstOrDefault(File.Exists) is { } known && IsHeadlessShell(known)
            ? known
            : s_names.Select(FindOnPath).OfType<string>().FirstOrDefault() ?? KnownPlaces().FirstOrDefault(File.Exists);
    }

    internal static bool IsHeadlessShell(string browser) =>
        Path.GetFileNameWithoutExtension(browser).Replace('_', '-').EndsWith("headless-shell", StringComparison.Ordinal);

    private static string? FindOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows()
            ? new[] { Path.Combine(folder, name + ".exe"), Path.Combine(folder, name) }
            : [Path.Combine(folder, name)])
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> KnownPlaces()
    {
        if (OperatingSystem.IsMacOS()) return s_macPlaces;
        if (!OperatingSystem.IsWindows()) return s_linuxPlaces;
        var roots = new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
            .Select(Environment.GetEnvironmentVariable).OfType<string>();
        return s_windowsPlaces.SelectMany(place => roots.Select(root => Path.Combine(root, place)));
    }
}
