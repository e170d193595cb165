using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ReportGen.Cli.Preview;

/// <summary>The web server of the preview. Listens on the loopback address only.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const int MaxPorts = 100;
    private readonly WebApplication _app;

    private PreviewServer(WebApplication app, int port, PreviewAccess access) => (_app, Port, Access) = (app, port, access);

    /// <summary>The port of the server.</summary>
    public int Port { get; }

    /// <summary>Who may see the preview, and the addresses for the user's browser.</summary>
    public PreviewAccess Access { get; }

    /// <summary>Starts a server on a port, or on the next free one; on any free one for port 0.</summary>
    /// <returns>The running server; null if none of a hundred ports is free.</returns>
    public static async Task<PreviewServer?> StartAsync(
        PreviewSession session, PreviewFonts fonts, DocumentLanguage language, int firstPort)
    {
        if (firstPort == 0) firstPort = FreePort();
        for (var port = firstPort; port < firstPort + MaxPorts && port <= IPEndPoint.MaxPort; port++)
        {
            var access = new PreviewAccess(port);
            var app = Build(session, fonts, language, port, access);
            try
            {
                await app.StartAsync().ConfigureAwait(false);
                return new PreviewServer(app, port, access);
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                await app.DisposeAsync().ConfigureAwait(false);
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    // Known before the server starts, because addresses and allowed hosts contain it. If another program takes it in between,
    // the next is used.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // An empty builder reads no configuration: environment variables and settings files cannot open other addresses.
    private static WebApplication Build(
        PreviewSession session, PreviewFonts fonts, DocumentLanguage language, int port, PreviewAccess access)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 500;
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var ending = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var handler = new PreviewRequestHandler(session, fonts, language, port, access, ending);
        app.Run(handler.HandleAsync);
        return app;
    }
}
