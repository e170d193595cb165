namespace ReportGen.Printing.Fonts;

/// <summary>The font files of a folder.</summary>
internal static class FontFiles
{
    private static readonly string[] s_extensions = [".ttf", ".otf", ".ttc", ".otc"];

    /// <summary>The files of a folder and its subfolders, in ordinal order of their paths; none if it cannot be read.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => s_extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be read has no fonts for the browser either.
            return [];
        }
    }
}
