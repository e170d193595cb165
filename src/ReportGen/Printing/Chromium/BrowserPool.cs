namespace ReportGen.Printing.Chromium;

/// <summary>One running browser with its idle pages. Starts a new browser after the last one has ended. Thread-safe.</summary>
internal sealed class BrowserPool(ChromiumPrinterOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly Stack<RentedPage> _idle = new();
    private BrowserProcess? _browser;
    private bool _disposed;

    /// <summary>The process id of the running browser; null if none.</summary>
    public int? ProcessId => _browser is { Connection.Closed.IsCompleted: false } browser ? browser.ProcessId : null;

    /// <summary>Returns an idle page of the running browser, or a new one.</summary>
    /// <exception cref="BrowserException">The browser cannot be started, or did not open a page before the deadline.</exception>
    public async Task<RentedPage> RentAsync(CancellationToken cancellation)
    {
        var browser = await RunningAsync(cancellation).ConfigureAwait(false);
        lock (_idle)
        {
            while (_idle.TryPop(out var idle))
                if (idle.Browser == browser) return idle;
        }

        return await OpenAsync(browser, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes back a working page. A page that has printed often is closed instead.</summary>
    public async Task ReturnAsync(RentedPage page)
    {
        if (page.Page.Prints < options.PrintsPerPage)
            lock (_idle) _idle.Push(page);
        else await DiscardAsync(page).ConfigureAwait(false);
    }

    /// <summary>Closes a page that failed. If it cannot be closed, the browser is ended.</summary>
    public async Task DiscardAsync(RentedPage page)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await page.Page.CloseAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is BrowserException or OperationCanceledException)
        {
            await EndAsync(page.Browser).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _starting.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        if (_browser is { } browser) await browser.DisposeAsync().ConfigureAwait(false);
        _browser = null;
        _starting.Release();
    }

    private async Task<BrowserProcess> RunningAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_browser is { Connection.Closed.IsCompleted: false } running) return running;
            if (_browser is { } ended) await ended.DisposeAsync().ConfigureAwait(false);
            _browser = null;
            return _browser = await StartAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<BrowserProcess> StartAsync(CancellationToken cancellation)
    {
        var program = BrowserLocator.Find(options.BrowserPath) ?? throw new BrowserMissingException();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.StartDeadline);
        try
        {
            var fonts = FontConfiguration.EnvironmentFor(
                FontConfiguration.FindFolder(options.FontFolder), options.ExtraFontFolders);
            return await BrowserProcess.StartAsync(program, options, fonts, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (
            e is BrowserException or OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new BrowserStartException($"{program}: {e.Message}");
        }
    }

    private async Task<RentedPage> OpenAsync(BrowserProcess browser, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.Deadline);
        try
        {
            return new RentedPage(browser, await BrowserPage.OpenAsync(browser.Connection, deadline.Token).ConfigureAwait(false));
        }
        catch (BrowserGoneException) when (browser.WasEndedByUs)
        {
            return await RentAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A browser that opens no page within the deadline of a print no longer responds.
            await EndAsync(browser).ConfigureAwait(false);
            throw new PrintDeadlineException();
        }
    }

    private async Task EndAsync(BrowserProcess browser)
    {
        await _starting.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_browser != browser) return;
            _browser = null;
            browser.WasEndedByUs = true;
            await browser.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _starting.Release();
        }
    }
}

/// <summary>A page with its browser.</summary>
internal sealed record RentedPage(BrowserProcess Browser, BrowserPage Page);
