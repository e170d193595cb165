using Microsoft.AspNetCore.Http;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Lets through what the user's own page asks for. The server listens on this machine only, but any web page may make a
/// browser on it ask: so the Host must be ours (no name that somebody points here), and the Origin must be our page.
/// </summary>
internal static class RequestGuard
{
    /// <summary>For the page: nothing but its own files, and no script within it.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>For the frame that holds a report: no script at all, whatever the report says, and nothing from elsewhere.</summary>
    public const string FramePolicy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'self'; sandbox allow-same-origin";

    /// <summary>Why a request is refused, as a status; null when it is let through.</summary>
    public static int? Refuse(HttpRequest request, int port)
    {
        if (!IsOurs(request.Host.Value, port)) return StatusCodes.Status421MisdirectedRequest;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return StatusCodes.Status405MethodNotAllowed;
        if (request.Headers.Origin is { Count: > 0 } origin && origin != $"http://{request.Host.Value}") return StatusCodes.Status403Forbidden;
        return IsFromElsewhere(request) ? StatusCodes.Status403Forbidden : null;
    }

    /// <summary>Says what holds for every answer.</summary>
    public static void Protect(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    private static bool IsOurs(string? host, int port) =>
        host == $"127.0.0.1:{port}" || host == $"localhost:{port}" || host == $"[::1]:{port}";

    // Somebody's link may open the page; nothing else of it may be used from another site.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "" or "same-origin" or "none") return false;
        return !(request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document");
    }
}
