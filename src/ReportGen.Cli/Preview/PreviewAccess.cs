using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Who may see the preview. Every user of a machine can connect to its loopback address, so the address that the program shows
/// contains a secret key, which works once. The browser gets a cookie for it, and no other request is answered without that
/// cookie. Thread-safe.
/// </summary>
/// <param name="port">The port of the server. Cookies do not distinguish ports, so it is part of the cookie's name.</param>
internal sealed class PreviewAccess(int port)
{
    private const string Parameter = "key";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Action?> _keys = new(StringComparer.Ordinal);
    private readonly string _cookie = NewSecret();
    private string? _shown;

    /// <summary>Raised with a new address when somebody without access opens the page and the shown key has been used.</summary>
    public event Action<string>? Asked;

    /// <summary>The name of the cookie.</summary>
    public string CookieName { get; } = $"reportgen-{port}";

    /// <summary>Creates an address that admits one browser.</summary>
    /// <param name="used">Called when it has been used; null for nothing.</param>
    public string Invite(Action? used = null)
    {
        var key = NewSecret();
        lock (_lock) _keys.Add(key, used);
        return AddressOf(key);
    }

    /// <summary>Returns the address that the user is shown: the last one, or a new one if that was used.</summary>
    public string InviteUser()
    {
        lock (_lock)
        {
            if (_shown is null || !_keys.ContainsKey(_shown)) _keys.Add(_shown = NewSecret(), null);
            return AddressOf(_shown);
        }
    }

    /// <summary>Uses up the key of an address and sets the cookie; false if it was used before or never valid.</summary>
    public bool TryAdmit(HttpContext context)
    {
        var key = context.Request.Query[Parameter].ToString();
        Action? used;
        lock (_lock) if (!_keys.Remove(key, out used)) return false;
        used?.Invoke();
        // No lifetime: the browser forgets the cookie when it ends, and this program accepts it no longer than it runs.
        context.Response.Cookies.Append(CookieName, _cookie,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        return true;
    }

    /// <summary>Whether the address of a request contains a key.</summary>
    public static bool IsInvitation(HttpRequest request) => request.Query.ContainsKey(Parameter);

    /// <summary>Whether a request comes from a browser that was admitted.</summary>
    public bool Admits(HttpRequest request) => request.Cookies[CookieName] is { } cookie
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(cookie), Encoding.UTF8.GetBytes(_cookie));

    /// <summary>Shows the user a new address if the last one that was shown has been used.</summary>
    public void Ask()
    {
        lock (_lock) if (_shown is not null && _keys.ContainsKey(_shown)) return;
        Asked?.Invoke(InviteUser());
    }

    private string AddressOf(string key) => $"http://127.0.0.1:{port}/?{Parameter}={key}";

    // 256 bits.
    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
