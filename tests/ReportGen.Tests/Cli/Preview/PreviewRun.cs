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
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(server.Address) };
    }

    public PreviewSession Session { get; }

    public HttpClient Client { get; }

    public int Port => _server.Port;

    public string Address => _server.Address;

    public static async Task<PreviewRun> StartAsync(
        string path, string templates, int? port = null, IPdfPrinter? printer = null, Language language = Language.English,
        Action<PreviewSession, ReportState>? looked = null)
    {
        PreviewSession? session = null;
        session = new PreviewSession(new PreviewFolder(path), templates, printer ?? new NoPrinter())
            { Refreshed = state => looked?.Invoke(session!, state) };
        var server = await PreviewServer.StartAsync(session, PreviewFonts.Load(Printing.Printers.Fonts), language,
            port ?? Interlocked.Add(ref s_nextPort, 3));
        return new(session, server!);
    }

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
