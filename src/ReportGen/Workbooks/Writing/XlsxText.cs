namespace ReportGen.Workbooks.Writing;

/// <summary>Prepares text for a workbook's XML.</summary>
internal static class XlsxText
{
    /// <summary>The maximum length of the text of a cell in spreadsheet programs, in UTF-16 units.</summary>
    public const int MaxLength = 32_767;

    /// <summary>Escapes characters that XML forbids, and sequences that spreadsheet programs would resolve as escapes.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '_' && LooksLikeEscape(text, i)) result.Append("_x005F_");
            else if (c == '\r') result.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (IsPair(text, i)) result.Append(c).Append(text[++i]);
            else if ((c < ' ' && c is not ('\t' or '\n')) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
                result.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>Like <see cref="Escape"/>, cut to <see cref="MaxLength"/>.</summary>
    public static string Fit(string text) =>
        Escape(text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength - 1), "…"));

    private static bool IsPair(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    private static bool LooksLikeEscape(string text, int at) =>
        at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
            && text.AsSpan(at + 2, 4).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
