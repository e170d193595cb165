namespace ReportGen.Documents.Prose;

/// <summary>Decides which addresses a text may link to.</summary>
internal static class ProseLinks
{
    private static readonly string[] s_schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address if it is complete and harmless; null if the text must not be a link.</summary>
    public static string? Safe(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && s_schemes.Contains(uri.Scheme) ? uri.AbsoluteUri : null;
}
