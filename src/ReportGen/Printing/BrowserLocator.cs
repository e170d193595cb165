
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

    // Based on Chromium, and known to be on the desktops of UOS and Kylin or on Windows, but never tried with this program.
    private static readonly string[] s_untriedOnLinux =
    [
        "/opt/apps/org.deepin.browser/files/org.deepin.browser", "/usr/bin/org.deepin.browser", "/usr/bin/browser",
        "/opt/qianxin.com/qaxbrowser/qaxbrowser", "/usr/bin/qaxbrowser-safe-stable", "/usr/bin/browser360-cn-stable",
    ];

    private static readonly string[] s_untriedOnWindows =
    [
        @"Qianxin\Qaxbrowser\qaxbrowser.exe", @"360Chrome\Chrome\Application\360chrome.exe",
        @"360ChromeX\Chrome\Application\360ChromeX.exe",
    ];

    private static readonly string[] s_storeNames = [.. s_names, "chrome", "msedge"];

    private static readonly EnumerationOptions s_storeSearch = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true,
    };

    // Stores of UOS and Kylin install each program into a folder of its own below this one.
    private const string StoreFolder = "/opt/apps";

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

    /// <summary>
    /// The places outside <c>PATH</c> where a browser is looked for on this system, most specific first; they need not exist.
    /// </summary>
    public static ImmutableArray<string> Places() =>
        OperatingSystem.IsLinux() ? [.. s_linuxPlaces, $"{StoreFolder}/*/files"] : [.. KnownPlaces()];

    /// <summary>
    /// Returns the installed browsers based on Chromium that are not used unless <see cref="Variable"/> names them, because they
    /// were never tried.
    /// </summary>
    internal static ImmutableArray<string> FindUntried() =>
        OperatingSystem.IsWindows() ? [.. BelowProgramFolders(s_untriedOnWindows).Where(File.Exists)]
        : OperatingSystem.IsLinux() ? [.. s_untriedOnLinux.Where(File.Exists)]
        : [];

    internal static bool IsHeadlessShell(string browser) =>
        Path.GetFileNameWithoutExtension(browser).Replace('_', '-').EndsWith("headless-shell", StringComparison.Ordinal);

    private static string? FindOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows()
            ? new[] { Path.Combine(folder, name + ".exe"), Path.Combine(folder, name) }
            : [Path.Combine(folder, name)])
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> KnownPlaces() =>
        OperatingSystem.IsMacOS() ? s_macPlaces
        : OperatingSystem.IsWindows() ? BelowProgramFolders(s_windowsPlaces)
        : s_linuxPlaces.Concat(FromStore(StoreFolder));

    /// <summary>Returns the browsers that a store installed below <paramref name="folder"/>, in a folder per program.</summary>
    internal static IEnumerable<string> FromStore(string folder) => !Directory.Exists(folder) ? [] :
        from program in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        let files = Path.Combine(program, "files")
        where Directory.Exists(files)
        from file in Directory.EnumerateFiles(files, "*", s_storeSearch).Order(StringComparer.Ordinal)
        where s_storeNames.Contains(Path.GetFileName(file))
        select file;

    private static IEnumerable<string> BelowProgramFolders(IEnumerable<string> places)
    {
        var roots = new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
            .Select(Environment.GetEnvironmentVariable).OfType<string>().ToArray();
        return places.SelectMany(place => roots.Select(root => Path.Combine(root, place)));
    }
}
