using System.Diagnostics;
using System.Net.WebSockets;
using PuppeteerSharp;
using PuppeteerSharp.Transport;

namespace ReportGen.Printing.Chromium;

/// <summary>
/// A running browser with a temporary profile folder that is deleted with it. Started here and not by PuppeteerSharp, whose
/// browser and profile may survive a killed parent process.
/// </summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    // With "exec" the browser is a direct child; the protocol's pipes must be its file descriptors 3 and 4.
    private const string PipeScript = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    private readonly Process _process;
    private readonly string? _profile;
    private BrowserConnection? _connection;

    private BrowserProcess(Process process, string? profile) => (_process, _profile) = (process, profile);

    public BrowserConnection Connection => _connection!;

    /// <summary>
    /// Whether this program ended the browser because of one page, so that a failure of its other pages is not their fault.
    /// </summary>
    public bool WasEndedByUs { get; set; }

    public int ProcessId => _process.Id;

    /// <summary>Starts a browser and connects to it.</summary>
    /// <exception cref="BrowserStartException">The browser cannot be started or ended at once; the message is the browser's, if
    /// any.</exception>
    /// <exception cref="OperationCanceledException">The browser did not answer before
    /// <paramref name="cancellation"/>.</exception>
    public static async Task<BrowserProcess> StartAsync(
        string browser, ChromiumPrinterOptions options, IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellation)
    {
        var webSocket = options.UseWebSocket || OperatingSystem.IsWindows();
        BrowserProcess? started = null;
        string? profile = null;
        try
        {
            profile = ProfileFolder.CreateFor(browser);
            var arguments = BrowserArguments.For(browser, profile, BrowserArguments.UseSandbox(options), webSocket)
                .Concat(options.MoreArguments);
            var start = webSocket ? Directly(browser, arguments) : ThroughShell(browser, arguments);
            started = new(Start(start, environment), profile);
            await started.ConnectAsync(webSocket, cancellation).ConfigureAwait(false);
            return started;
        }
        catch (Exception e)
        {
            // Whatever failed, neither the process nor its profile may remain.
            if (started is null) ProfileFolder.Remove(profile);
            else await started.DisposeAsync().ConfigureAwait(false);
            if (e is OperationCanceledException) throw;
            throw new BrowserStartException(e.Message);
        }
    }

    /// <summary>Ends the browser and all its processes at once, without a graceful shutdown: nothing of them is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        End();
        _connection?.Dispose();
        if (_process.StartInfo.RedirectStandardInput)
        {
            await _process.StandardInput.BaseStream.DisposeAsync().ConfigureAwait(false);
            await _process.StandardOutput.BaseStream.DisposeAsync().ConfigureAwait(false);
        }
        _process.Dispose();
    }

    private static ProcessStartInfo ThroughShell(string browser, IEnumerable<string> arguments) =>
        new("/bin/sh", ["-c", PipeScript, browser, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };

    private static ProcessStartInfo Directly(string browser, IEnumerable<string> arguments) => new(browser, arguments);

    private static Process Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        start.RedirectStandardError = true;
        start.CreateNoWindow = true;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start) ?? throw new BrowserStartException(start.FileName);
    }

    private Task ConnectAsync(bool webSocket, CancellationToken cancellation) =>
        webSocket ? ConnectBySocketAsync(cancellation) : ConnectByPipesAsync(cancellation);

    private async Task ConnectByPipesAsync(CancellationToken cancellation)
    {
        var errors = new BrowserErrorLog(_process);
        IConnectionTransport transport = new PipeTransport(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
        try
        {
            _connection = await BrowserConnection.ConnectAsync(
                new Uri("pipe:browser"), (_, _, _) => Task.FromResult(transport), cancellation).ConfigureAwait(false);
        }
        catch (BrowserGoneException e)
        {
            throw new BrowserStartException(await errors.LastAsync().ConfigureAwait(false) ?? e.Message);
        }
    }

    private async Task ConnectBySocketAsync(CancellationToken cancellation)
    {
        var address = await ReadAddressAsync(_process.StandardError, cancellation).ConfigureAwait(false);
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _connection = await BrowserConnection.ConnectAsync(address, OpenSocketAsync, cancellation).ConfigureAwait(false);
    }

    private static Task<IConnectionTransport> OpenSocketAsync(
        Uri address, IConnectionOptions options, CancellationToken cancellation)
    {
        // The browser is on this machine, so the machine's proxy must not be used.
        options.WebSocketFactory = static async (url, _, cancellation) =>
        {
            var socket = new ClientWebSocket();
            socket.Options.Proxy = null;
            await socket.ConnectAsync(url, cancellation).ConfigureAwait(false);
            return socket;
        };
        return WebSocketTransport.DefaultTransportFactory(address, options, cancellation);
    }

    private static async Task<Uri> ReadAddressAsync(StreamReader errors, CancellationToken cancellation)
    {
        const string mark = "DevTools listening on ";
        while (await errors.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            if (line.StartsWith(mark, StringComparison.Ordinal)) return new Uri(line[mark.Length..]);
        throw new BrowserStartException("The browser ended at once.");
    }

    private void End()
    {
        try
        {
            // The renderers end when their channel breaks; searching all processes for them takes a tenth of a second.
            _process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // The process has already ended.
        }
        ProfileFolder.Remove(_profile);
    }
}
