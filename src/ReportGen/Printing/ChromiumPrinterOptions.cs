namespace ReportGen.Printing;

/// <summary>How the Chromium printer works. The defaults suit two processors and reports of some pages.</summary>
public sealed record ChromiumPrinterOptions
{
    /// <summary>The browser's program; null to look for one (see <see cref="BrowserLocator"/>).</summary>
    public string? BrowserPath { get; init; }

    /// <summary>The folder of the bundled fonts; null for the one beside the program, if it is there.</summary>
    public string? FontFolder { get; init; }

    /// <summary>Folders of further fonts that documents may use. None by default, for the same pages on every machine.</summary>
    public ImmutableArray<string> ExtraFontFolders { get; init; } = [];

    /// <summary>How many documents are printed at once, 1 or more.</summary>
    public int Pages { get; init; } = 2;

    /// <summary>How long one try at printing may take before the page counts as hung.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the browser may take to start.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many prints a page is replaced by a new one, so that memory stays flat.</summary>
    public int PrintsPerPage { get; init; } = 500;

    /// <summary>
    /// Whether the browser isolates its renderer from the machine. Null: as the environment variable
    /// <c>REPORTGEN_BROWSER_SANDBOX</c> (<c>on</c> or <c>off</c>) says, else off for root, who cannot use it, and on for others.
    /// </summary>
    public bool? Sandbox { get; init; }

    /// <summary>Whether to speak to the browser through a web socket even where pipes can be had.</summary>
    internal bool UseWebSocket { get; init; }

    /// <summary>What the browser is told besides; the last word on an option counts.</summary>
    internal ImmutableArray<string> MoreArguments { get; init; } = [];
}
