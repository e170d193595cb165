using ReportGen.Documents;
using ReportGen.Printing.Chromium;
using ReportGen.Printing.Pdf;

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
            var page = await _pool.RentAsync(cancellation).ConfigureAwait(false);
            await _pool.ReturnAsync(page).ConfigureAwait(false);
        }
        catch (Exception e) when (e is BrowserException or OperationCanceledException or ObjectDisposedException)
        {
            // The first print fails in the same way and reports it.
        }
    }

    /// <inheritdoc/>
    public async Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default)
    {
        await _slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await PrintWithRetryAsync(document, PrintedMarkup.Prepare(document.Html), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _pool.DisposeAsync().ConfigureAwait(false);

    private async Task<Outcome<PrintedDocument>> PrintWithRetryAsync(
        FinishedDocument document, string html, CancellationToken cancellation)
    {
        string? firstReason = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (pdf, blocked) = await TryOnceAsync(html, cancellation).ConfigureAwait(false);
                return Finish(document, pdf, blocked, attempt, firstReason);
            }
            catch (BrowserException e)
            {
                if (WhyFailed(e, document.Title, isLast: attempt == MaxAttempts) is { } reason) return Failed(reason);
                firstReason = e.Message;
            }
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

    private Outcome<PrintedDocument> Finish(
        FinishedDocument document, byte[] pdf, IReadOnlyList<string> blocked, int attempts, string? firstReason)
    {
        var facts = PdfFacts.Read(pdf);
        PdfNormalizer.Normalize(pdf, document.Date);
        if (facts.Pages.IsEmpty) return Failed(PrintingMessages.NoPdf(document.Title));
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (firstReason is not null) found.Add(PrintingMessages.Retried(document.Title, firstReason));
        found.AddRange(blocked.Distinct().Select(PrintingMessages.Blocked));
        found.AddRange(PdfPreflight.Check(facts));
        return new(new PrintedDocument(pdf, facts.Pages.Length, attempts), found.ToImmutable());
    }

    private static Outcome<PrintedDocument> Failed(Diagnostic reason) => new(null, [reason]);
}
