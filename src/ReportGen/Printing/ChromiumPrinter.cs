using ReportGen.Documents;
using ReportGen.Printing.Chromium;
using ReportGen.Printing.Pdf;
using ReportGen.Printing.Preflight;

namespace ReportGen.Printing;

/// <summary>
/// Prints with one running headless Chromium, whose pages are reused. After a crash or hang a document is retried once on a new
/// page; other documents are not affected. Thread-safe.
/// </summary>
public sealed class ChromiumPrinter : IPdfPrinter
{
    private const int MaxAttempts = 2;

    private readonly ChromiumPrinterOptions _options;
    private readonly BrowserPool _pool;
    private readonly SemaphoreSlim _slots;

    /// <summary>Creates a printer that starts its browser at first use.</summary>
    public ChromiumPrinter(ChromiumPrinterOptions? options = null)
    {
        _options = options ?? new ChromiumPrinterOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Pages, 1);
        _pool = new BrowserPool(_options);
        _slots = new SemaphoreSlim(_options.Pages, _options.Pages);
    }

    /// <summary>The process id of the running browser; null if none is running.</summary>
    internal int? BrowserProcessId => _pool.ProcessId;

    /// <inheritdoc/>
    public async Task WarmUpAsync(CancellationToken cancellation = default)
    {
        try
        {
            // In the slot of a print: a print that starts meanwhile waits for this page instead of opening another.
            await _slots.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                var page = await _pool.RentAsync(cancellation).ConfigureAwait(false);
                await _pool.ReturnAsync(page).ConfigureAwait(false);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (Exception e) when (e is BrowserException or OperationCanceledException or ObjectDisposedException)
        {
            // The first print fails in the same way and reports it.
        }
    }

    /// <inheritdoc/>
    public async Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default)
    {
        var html = PrintedMarkup.Prepare(document.Html);
        var printed = await PrintWithRetryAsync(document, html, cancellation).ConfigureAwait(false);
        return printed.Value is { } raw ? Finish(document, raw) : Failed(printed.Diagnostics[0]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _pool.DisposeAsync().ConfigureAwait(false);

    // The slot is released as soon as the browser is done, so that it prints the next document while this one is finished.
    private async Task<Outcome<RawPrint>> PrintWithRetryAsync(
        FinishedDocument document, string html, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            string? firstReason = null;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var (pdf, blocked) = await TryOnceAsync(html, cancellation).ConfigureAwait(false);
                    return new(new RawPrint(pdf, blocked, attempt, firstReason), []);
                }
                catch (BrowserException e)
                {
                    if (WhyFailed(e, document.Title, isLast: attempt == MaxAttempts) is { } reason) return new(null, [reason]);
                    firstReason = e.Message;
                }
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>The diagnostic if printing has failed; null if a retry may help.</summary>
    private Diagnostic? WhyFailed(BrowserException failure, string title, bool isLast) => failure switch
    {
        BrowserMissingException => PrintingMessages.NoBrowser(),
        BrowserStartException => PrintingMessages.NotStarted(failure.Message),
        _ when !isLast => null,
        PrintDeadlineException => PrintingMessages.TooSlow(title, _options.Deadline),
        _ => PrintingMessages.Crashed(title, failure.Message),
    };

    private async Task<(byte[] Pdf, IReadOnlyList<string> Blocked)> TryOnceAsync(string html, CancellationToken cancellation)
    {
        var page = await _pool.RentAsync(cancellation).ConfigureAwait(false);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_options.Deadline);
        try
        {
            var printed = await page.Page.PrintAsync(html, deadline.Token).ConfigureAwait(false);
            await _pool.ReturnAsync(page).ConfigureAwait(false);
            return printed;
        }
        catch (Exception e) when (e is BrowserException or OperationCanceledException)
        {
            var wasOtherPage = e is BrowserGoneException && page.Browser.WasEndedByUs;
            await _pool.DiscardAsync(page).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (wasOtherPage) return await TryOnceAsync(html, cancellation).ConfigureAwait(false);
            if (e is OperationCanceledException) throw new PrintDeadlineException();
            throw;
        }
    }

    /// <summary>Completes and checks what the browser returned; no document if it has an error.</summary>
    internal static Outcome<PrintedDocument> Finish(FinishedDocument document, RawPrint raw)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (raw.RetryReason is not null) found.Add(PrintingMessages.Retried(document.Title, raw.RetryReason));
        found.AddRange(raw.Blocked.Distinct().Select(PrintingMessages.Blocked));
        try
        {
            var pdf = PdfFinisher.Finish(raw.Pdf, document);
            var inspection = PdfInspection.Read(pdf);
            if (inspection.Pages.Count == 0) return Failed(PrintingMessages.NoPdf(document.Title));
            found.AddRange(PdfPreflight.Check(inspection, document.Title));
            if (!PdfPreflight.MayClaim(found)) pdf = PdfFinisher.Finish(raw.Pdf, document, claims: false);
            var isSound = !found.Any(d => d.Severity == Severity.Error);
            return new(isSound ? new PrintedDocument(pdf, inspection.Pages.Count, raw.Attempts) : null, found.ToImmutable());
        }
        catch (PdfFormatException)
        {
            return Failed(PrintingMessages.NoPdf(document.Title));
        }
    }

    private static Outcome<PrintedDocument> Failed(Diagnostic reason) => new(null, [reason]);

    /// <summary>What the browser returned.</summary>
    /// <param name="Pdf">The PDF as the browser made it.</param>
    /// <param name="Blocked">The addresses that the document requested and did not get.</param>
    /// <param name="Attempts">The number of attempts, at least 1.</param>
    /// <param name="RetryReason">Why the first attempt failed; null if it did not.</param>
    internal sealed record RawPrint(byte[] Pdf, IReadOnlyList<string> Blocked, int Attempts, string? RetryReason);
}
