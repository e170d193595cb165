using Microsoft.AspNetCore.Http;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Accepts only requests of the preview's own page. The server listens on the loopback address only, but any web page can make
/// the user's browser send requests to it: so the Host must be a loopback name (against DNS rebinding), and the Origin must be
/// the preview.
/// </summary>
internal static class RequestGuard
{
    /// <summary>The policy of the page: only its own files, no inline script.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The policy of the frame with the report: no script, and nothing from other origins.</summary>
    public const string FramePolicy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self'; base-uri 'none'; form-action "
            + "'none'; " +
        "frame-ancestors 'self'; sandbox allow-same-origin";

    /// <summary>The policy of the pages for browsers that are not admitted: text only.</summary>
    public const string ClosedPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Returns the HTTP status with which to refuse a request; null to accept.</summary>
    public static int? Refuse(HttpRequest request, int port)
    {
        if (!IsOwnHost(request.Host.Value, port)) return StatusCodes.Status421MisdirectedRequest;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !IsAction(request))
            return StatusCodes.Status405MethodNotAllowed;
        if (request.Headers.Origin is { Count: > 0 } origin && origin != $"http://{request.Host.Value}")
            return StatusCodes.Status403Forbidden;
        return IsCrossSite(request) ? StatusCodes.Status403Forbidden : null;
    }

    /// <summary>Sets the security headers of a response.</summary>
    public static void Protect(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    private static bool IsOwnHost(string? host, int port) =>
        host == $"127.0.0.1:{port}" || host == $"localhost:{port}" || host == $"[::1]:{port}";

    // Browsers always name the origin of a POST. One without it comes from another program.
    private static bool IsAction(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && request.Path.StartsWithSegments("/actions", StringComparison.Ordinal) && request.Headers.Origin.Count > 0;

    // Another site may link to the page; all other requests from other sites are refused.
    private static bool IsCrossSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "" or "same-origin" or "none") return false;
        return !(request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Dest"] == "document");
    }
}
