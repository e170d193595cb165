using Microsoft.AspNetCore.Http;
using ReportGen.Printing;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Handles all requests. Never maps a path to a file: only listed names are served, and only to admitted browsers.
/// </summary>
internal sealed class PreviewRequestHandler(
    PreviewSession session, PreviewFonts fonts, DocumentLanguage language, int port, PreviewAccess access,
    CancellationToken ending)
{
    private static readonly TimeSpan s_heartbeatInterval = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        RequestGuard.Protect(response, RequestGuard.PagePolicy);
        try
        {
            if (RequestGuard.Refuse(request, port) is { } status) await FailAsync(response, status).ConfigureAwait(false);
            else if (!access.Admits(request) || PreviewAccess.IsInvitation(request))
                await AdmitAsync(context).ConfigureAwait(false);
            else await RouteAsync(context, request.Path.Value ?? "").ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server is stopping.
        }
    }

    // Not a redirect by status: a browser that comes from a file or another program would not send the strict cookie with it.
    private Task AdmitAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        RequestGuard.Protect(response, RequestGuard.ClosedPolicy);
        var isPage = request.Path == "/" && HttpMethods.IsGet(request.Method);
        if (!isPage) return FailAsync(response, StatusCodes.Status403Forbidden);
        if (access.TryAdmit(context) || access.Admits(request))
            return SendAsync(response, "text/html; charset=utf-8", PageFiles.Find("enter.html")!.Content);
        access.Ask();
        response.StatusCode = StatusCodes.Status403Forbidden;
        return SendAsync(response, "text/html; charset=utf-8", PageFiles.Find("closed.html")!.Content);
    }

    private Task RouteAsync(HttpContext context, string path)
    {
        var response = context.Response;
        switch (path.Split('/')[1..])
        {
            case [""]: return IndexAsync(response);
            case ["frame"]: return FrameAsync(response);
            case ["events"]: return EventsAsync(context);
            case ["fonts.css"]: return SendAsync(response, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(fonts.Css));
            case ["fonts", var name] when fonts.Find(name) is { } file: return FontAsync(context, file);
            case ["page", var name] when PageFiles.Find(name) is { } file: return FileAsync(context, file);
            case ["reports", var id]: return ReportAsync(context, id);
            case ["reports", var id, var format]: return DownloadAsync(context, id, format);
            case ["actions", var name] when HttpMethods.IsPost(context.Request.Method):
                if (session.Actions?.TryDo(name) != true) return FailAsync(response, StatusCodes.Status404NotFound);
                response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            default: return FailAsync(response, StatusCodes.Status404NotFound);
        }
    }

    private Task IndexAsync(HttpResponse response)
    {
        var html = Encoding.UTF8.GetString(PageFiles.Find("index.html")!.Content.Span);
        var localized = language.Language == Language.Chinese
            ? html
            : html.Replace("<html lang=\"zh-CN\"", "<html lang=\"en\"", StringComparison.Ordinal);
        return SendAsync(response, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(localized));
    }

    private static Task FrameAsync(HttpResponse response)
    {
        RequestGuard.Protect(response, RequestGuard.FramePolicy);
        return SendAsync(response, "text/html; charset=utf-8", PageFiles.Find("frame.html")!.Content);
    }

    private static async Task FileAsync(HttpContext context, PageFile file)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = file.Tag;
        if (context.Request.Headers.IfNoneMatch == file.Tag) response.StatusCode = StatusCodes.Status304NotModified;
        else await SendAsync(response, file.Type, file.Content).ConfigureAwait(false);
    }

    private static async Task FontAsync(HttpContext context, string path)
    {
        context.Response.ContentType = "font/ttf";
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.SendFileAsync(path, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task ReportAsync(HttpContext context, string id)
    {
        var report = await session.OpenAsync(id, context.RequestAborted).ConfigureAwait(false);
        if (report is null) await FailAsync(context.Response, StatusCodes.Status404NotFound).ConfigureAwait(false);
        else await SendAsync(context.Response, "application/json", PreviewJson.Whole(report)).ConfigureAwait(false);
    }

    private async Task DownloadAsync(HttpContext context, string id, string format)
    {
        var report = PreviewDownloads.IsFormat(format)
            ? await session.OpenAsync(id, context.RequestAborted).ConfigureAwait(false)
            : null;
        if (report?.LastGood?.Html is null)
        {
            await FailAsync(context.Response, StatusCodes.Status404NotFound).ConfigureAwait(false);
            return;
        }

        var reader = language with { Language = context.Request.Query["lang"] == "en" ? Language.English : Language.Chinese };
        var download = await PreviewDownloads.MakeAsync(report, format, session.Pdfs, reader, context.RequestAborted)
            .ConfigureAwait(false);
        if (download.Value is { } file)
        {
            RequestGuard.Protect(context.Response, "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
            context.Response.Headers.ContentDisposition =
                file.Disposition(isShown: context.Request.Query.ContainsKey("show") && format == "pdf");
            await SendAsync(context.Response, file.Type, file.Content).ConfigureAwait(false);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await SendAsync(context.Response, "application/json", PreviewJson.Refusal(download.Diagnostics))
                .ConfigureAwait(false);
        }
    }

    private async Task EventsAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending);
        using var page = session.Events.Subscribe();
        var response = context.Response;
        response.ContentType = "text/event-stream";
        var hello = PreviewJson.Hello(session, BrowserLocator.Find() is not null);
        await WriteAsync(response, "retry: 400\n" + EventHub.Frame("hello", hello), end.Token).ConfigureAwait(false);
        while (!end.IsCancellationRequested)
        {
            var next = page.Events.WaitToReadAsync(end.Token).AsTask();
            if (await Task.WhenAny(next, Task.Delay(s_heartbeatInterval, end.Token)).ConfigureAwait(false) == next)
                while (page.Events.TryRead(out var text)) await WriteAsync(response, text, end.Token).ConfigureAwait(false);
            else await WriteAsync(response, EventHub.Frame("beat", "{}"), end.Token).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.WriteAsync(text, cancellation).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task SendAsync(HttpResponse response, string type, ReadOnlyMemory<byte> content)
    {
        response.ContentType = type;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
            await response.Body.WriteAsync(content, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    private static Task FailAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return SendAsync(response, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"{status} · ReportGen\n"));
    }
}
