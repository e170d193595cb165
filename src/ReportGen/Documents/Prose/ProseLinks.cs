namespace ReportGen.Documents.Prose;

/// <summary>Which addresses a text may link to.</summary>
internal static class ProseLinks
{
    private static readonly string[] s_schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address when it is whole and harmless; null when the link's text must stand alone.</summary>
    public static string? Safe(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && s_schemes.Contains(uri.Scheme) ? uri.AbsoluteUri : null;
}
