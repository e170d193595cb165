using System.Diagnostics;
using ReportGen.Cli.Preview;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>A preview in the test process.</summary>
internal sealed class PreviewRun : IAsyncDisposable
{
    // Below the ephemeral ports.
    private static int s_nextPort = 20_000 + (Environment.ProcessId % 30 * 400);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly PreviewServer _server;

    private PreviewRun(PreviewSession session, PreviewServer server)
    {
        (Session, _server) = (session, server);
        _running = Task.Run(() => session.RunAsync(_stop.Token));
        Client = NewClient();
    }

    public PreviewSession Session { get; }

    /// <summary>A client that was admitted.</summary>
    public HttpClient Client { get; }

    /// <summary>Who may see the preview.</summary>
    public PreviewAccess Access => _server.Access;

    /// <summary>An address that admits one browser.</summary>
    public string Invitation => Access.Invite();

    public int Port => _server.Port;

    /// <summary>The address of the page, without a key.</summary>
    public string Address => $"http://127.0.0.1:{Port}/";

    public static async Task<PreviewRun> StartAsync(
        string path, string templates, int? port = null, IPdfPrinter? printer = null, Language language = Language.English,
        Action<PreviewSession, ReportState>? looked = null)
    {
        PreviewSession? session = null;
        session = new PreviewSession(new PreviewFolder(path), templates, printer ?? new NoPrinter())
            { Refreshed = state => looked?.Invoke(session!, state) };
        var server = await PreviewServer.StartAsync(session, PreviewFonts.Load(Printing.Printers.Fonts), language,
            port ?? Interlocked.Add(ref s_nextPort, 3));
        var run = new PreviewRun(session, server!);
        using var admission = await run.Client.GetAsync(new Uri(run.Invitation));
        return run;
    }

    /// <summary>Creates a client that was not admitted.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };

    /// <summary>Waits until the state of a report meets a condition.</summary>
    public async Task<ReportState> UntilAsync(string name, Func<ReportState, bool> wanted)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var state = Session.Reports.FirstOrDefault(r => r.File.Name == name);
            if (state is not null && wanted(state)) return state;
            if (clock.Elapsed > TimeSpan.FromMinutes(3)) throw new TimeoutException($"{name}: {state}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until a report is no longer listed.</summary>
    public async Task UntilGoneAsync(ReportState state)
    {
        for (var clock = Stopwatch.StartNew(); Session.Find(state.File.Id) is not null; await Task.Delay(20))
            if (clock.Elapsed > TimeSpan.FromMinutes(3)) throw new TimeoutException($"Still there: {state}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        Client.Dispose();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private sealed class NoPrinter : IPdfPrinter
    {
        public Task WarmUpAsync(CancellationToken cancellation = default) => Task.CompletedTask;

        public Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default) =>
            Task.FromResult(new Outcome<PrintedDocument>(null, [new Diagnostic
            {
                Id = "printing.none", Severity = Severity.Error, Message = LocalizedText.Same("no printer in this test"),
            }]));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
