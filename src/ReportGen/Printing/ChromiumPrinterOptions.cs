namespace ReportGen.Printing;

/// <summary>The options of the Chromium printer. The defaults suit two processors and reports of a few pages.</summary>
public sealed record ChromiumPrinterOptions
{
    /// <summary>The browser's executable; null to search (see <see cref="BrowserLocator"/>).</summary>
    public string? BrowserPath { get; init; }

    /// <summary>The folder of the bundled fonts; null for the one beside the program, if any.</summary>
    public string? FontFolder { get; init; }

    /// <summary>Folders of additional fonts for documents. Default: none, so that pages are the same on every machine.</summary>
    public ImmutableArray<string> ExtraFontFolders { get; init; } = [];

    /// <summary>The number of documents printed at once, 1 or more. Default: 2.</summary>
    public int Pages { get; init; } = 2;

    /// <summary>The timeout of one attempt at printing. Default: 60 s.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The timeout for starting the browser. Default: 30 s.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The number of prints after which a page is replaced, to bound memory. Default: 500.</summary>
    public int PrintsPerPage { get; init; } = 500;

    /// <summary>
    /// Whether the browser sandboxes its renderer. Null: as in the environment variable <c>REPORTGEN_BROWSER_SANDBOX</c>
    /// (<c>on</c> or <c>off</c>), otherwise off for root, for whom the sandbox does not work, and on for others.
    /// </summary>
    public bool? Sandbox { get; init; }

    /// <summary>Whether to connect through a web socket even where pipes are available.</summary>
    internal bool UseWebSocket { get; init; }

    /// <summary>Additional arguments of the browser; the last value of an option applies.</summary>
    internal ImmutableArray<string> MoreArguments { get; init; } = [];
}
