namespace ReportGen.Printing.Chromium;

/// <summary>The command-line arguments of the browser.</summary>
internal static class BrowserArguments
{
    // No network access: no proxy, and all names and addresses are unresolvable.
    private static readonly string[] s_noNetwork =
    [
        "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-domain-reliability",
    ];

    // The same glyphs at the same positions on every machine.
    private static readonly string[] s_samePages = ["--font-render-hinting=none", "--force-color-profile=srgb", "--lang=zh-CN"];

    private static readonly string[] s_quiet =
    [
        "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-default-apps",
        "--disable-crash-reporter", "--disable-breakpad", "--disable-dev-shm-usage", "--mute-audio", "--disable-gpu",
    ];

    public static IEnumerable<string> For(string browser, string? profile, bool sandbox, bool webSocket)
    {
        if (!BrowserLocator.IsHeadlessShell(browser)) yield return "--headless";
        yield return webSocket ? "--remote-debugging-port=0" : "--remote-debugging-pipe";
        if (profile is not null) yield return $"--user-data-dir={profile}";
        if (!sandbox) yield return "--no-sandbox";
        foreach (var argument in s_noNetwork.Concat(s_samePages).Concat(s_quiet)) yield return argument;
    }

    public static bool UseSandbox(ChromiumPrinterOptions options) =>
        options.Sandbox ?? Environment.GetEnvironmentVariable("REPORTGEN_BROWSER_SANDBOX") switch
        {
            "on" => true,
            "off" => false,
            _ => !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
        };
}
