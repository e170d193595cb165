using ReportGen.Printing.Chromium;

namespace ReportGen.Printing;

/// <summary>The browser and fonts of this machine, and what is missing.</summary>
public sealed record PrintingEnvironment
{
    /// <summary>The browser's executable; null if none.</summary>
    public required string? Browser { get; init; }

    /// <summary>The name and version that the browser reports; null if it does not start.</summary>
    public required string? BrowserVersion { get; init; }

    /// <summary>The folder of the bundled fonts; null if none.</summary>
    public required string? FontFolder { get; init; }

    /// <summary>The font used for each need; empty if no browser can be asked.</summary>
    public required ImmutableArray<FontMatch> Fonts { get; init; }

    /// <summary>What is missing, and how to install it on this system; empty if nothing is missing.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Finds and tries the browser and the fonts.</summary>
    /// <param name="options">The printer's options.</param>
    /// <param name="needs">The fonts that templates need.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static async Task<PrintingEnvironment> InspectAsync(
        ChromiumPrinterOptions options, ImmutableArray<FontNeed> needs, CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var folder = FontConfiguration.FindFolder(options.FontFolder);
        if (folder is null && OperatingSystem.IsLinux()) found.Add(PrintingMessages.NoBundledFonts());
        var browser = BrowserLocator.Find(options.BrowserPath);
        var (version, fonts) = browser is null
            ? (null, null)
            : await ProbeAsync(options, needs, found, cancellation).ConfigureAwait(false);
        if (browser is null)
        {
            found.Add(PrintingMessages.NoBrowser());
            found.AddRange(BrowserLocator.FindUntried().Select(PrintingMessages.UntriedBrowser));
        }

        var served = fonts is { } known ? needs.Select(n => FontMatch.Of(n, known.Chinese, known.Any)).ToImmutableArray() : [];
        found.AddRange(served.Where(s => s.Used is null).GroupBy(s => s.Need.NeededBy)
            .Select(missing => PrintingMessages.FontsMissing(missing.Key, missing.Select(s => s.Wanted).Distinct())));
        return new PrintingEnvironment
        {
            Browser = browser, BrowserVersion = version, FontFolder = folder, Fonts = served, Diagnostics = found.ToImmutable(),
        };
    }

    private static async Task<(string? Version, (IReadOnlySet<string> Chinese, IReadOnlySet<string> Any)? Fonts)> ProbeAsync(
        ChromiumPrinterOptions options, ImmutableArray<FontNeed> needs, ImmutableArray<Diagnostic>.Builder found,
        CancellationToken cancellation)
    {
        var families = needs.SelectMany(n => n.Families).Distinct().ToArray();
        await using var pool = new BrowserPool(options);
        try
        {
            var rented = await pool.RentAsync(cancellation).ConfigureAwait(false);
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            deadline.CancelAfter(options.Deadline);
            var version = await rented.Page.Tab.SendAsync(
                "Browser.getVersion", null, r => r.GetProperty("product").GetString(), deadline.Token).ConfigureAwait(false);
            return (version, await FontProbe.AvailableAsync(rented.Page, families, deadline.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (
            e is BrowserException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            found.Add(PrintingMessages.NotStarted(e.Message));
            return (null, null);
        }
    }
}
