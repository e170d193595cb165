namespace ReportGen.Workbooks.Writing;

/// <summary>Prepares text for a workbook's XML.</summary>
internal static class XlsxText
{
    /// <summary>The maximum length of the text of a cell in spreadsheet programs, in UTF-16 units.</summary>
    public const int MaxLength = 32_767;

    /// <summary>
    /// Removes <see cref="UnsafeCharacters"/>, and escapes sequences that spreadsheet programs would resolve as escapes.
    /// </summary>
    public static string Escape(string text)
    {
        text = UnsafeCharacters.Remove(text.ReplaceLineEndings("\n"));
        if (!text.Contains('_', StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (LooksLikeEscape(text, i)) result.Append("_x005F_");
            else result.Append(text[i]);
        }
        return result.ToString();
    }

    /// <summary>Like <see cref="Escape"/>, cut to <see cref="MaxLength"/>.</summary>
    public static string Fit(string text) =>
        Escape(text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength - 1), "…"));

    private static bool LooksLikeEscape(string text, int at) =>
        at + 6 < text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_'
            && text.AsSpan(at + 2, 4).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
