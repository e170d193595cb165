using System.Diagnostics;

namespace ReportGen.Printing.Chromium;

/// <summary>A running browser of our own, with a profile folder that goes when it goes.</summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    // "exec" makes the browser our own child; the protocol's pipes must be its descriptors 3 and 4.
    private const string PipeScript = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    private readonly Process _process;
    private readonly string? _profile;
    private readonly BrowserComplaints? _complaints;

    private BrowserProcess(Process process, string? profile, BrowserComplaints? complaints, DevToolsConnection connection)
    {
        _process = process;
        _profile = profile;
        _complaints = complaints;
        Connection = connection;
    }

    public DevToolsConnection Connection { get; }

    /// <summary>Whether we ended it for the sake of one page; what other pages were printing is not to blame.</summary>
    public bool WasEndedByUs { get; set; }

    public int ProcessId => _process.Id;

    /// <summary>Starts a browser and connects to it.</summary>
    /// <exception cref="BrowserStartException">It cannot be started, or did not answer in time.</exception>
    public static async Task<BrowserProcess> StartAsync(
        string browser, ChromiumPrinterOptions options, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        var webSocket = options.UseWebSocket || OperatingSystem.IsWindows();
        var profile = ProfileFolder.CreateFor(browser);
        var arguments = BrowserArguments.For(browser, profile, BrowserArguments.UseSandbox(options), webSocket).Concat(options.MoreArguments);
        Process? process = null;
        try
        {
            process = Start(webSocket ? Directly(browser, arguments) : ThroughShell(browser, arguments), environment);
            var complaints = webSocket ? null : new BrowserComplaints(process);
            var transport = await ConnectAsync(process, webSocket, cancellation).ConfigureAwait(false);
            return new BrowserProcess(process, profile, complaints, new DevToolsConnection(transport));
        }
        catch (Exception e)
        {
            End(process, profile);
            if (e is OperationCanceledException) throw;
            throw new BrowserStartException(e.Message);
        }
    }

    /// <summary>Why it has ended by itself, in its own words; null when it did not say.</summary>
    public async Task<string?> ComplaintAsync() => _complaints is null ? null : await _complaints.LastAsync().ConfigureAwait(false);

    /// <summary>Ends the browser with all its processes. Does not wait for them to tidy up: nothing of theirs is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        End(_process, _profile);
        await Connection.DisposeAsync().ConfigureAwait(false);
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

    private static async Task<IDevToolsTransport> ConnectAsync(Process process, bool webSocket, CancellationToken cancellation)
    {
        if (!webSocket) return new PipeTransport(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        var address = await ReadAddressAsync(process.StandardError, cancellation).ConfigureAwait(false);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return await WebSocketTransport.ConnectAsync(address, cancellation).ConfigureAwait(false);
    }

    private static async Task<Uri> ReadAddressAsync(StreamReader errors, CancellationToken cancellation)
    {
        const string mark = "DevTools listening on ";
        while (await errors.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            if (line.StartsWith(mark, StringComparison.Ordinal)) return new Uri(line[mark.Length..]);
        throw new BrowserStartException("The browser ended at once.");
    }

    private static void End(Process? process, string? profile)
    {
        try
        {
            // Its renderers end when their channel to it breaks; looking for them among all processes takes a tenth of a second.
            process?.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already.
        }
        ProfileFolder.Remove(profile);
    }
}
