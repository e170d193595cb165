namespace ReportGen.Workbooks.Reading;

/// <summary>Detects number formats that show a date or time, including Chinese ones.</summary>
internal static class DateFormats
{
    /// <summary>Whether a built-in format shows a date or time; 27–36 and 50–58 are the East Asian ones.</summary>
    public static bool IsDate(int builtInId) =>
        builtInId is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Whether a format code such as <c>yyyy"年"m"月"d"日"</c> shows a date or time.</summary>
    public static bool IsDate(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            switch (char.ToLowerInvariant(code[at]))
            {
                case 'y' or 'm' or 'd' or 'h' or 's': return true;
                // The end of the first section, a digit of a number, or “General”.
                case ';' or '0' or '#' or '?' or 'g': return false;
                case '"': at = End(code, at, '"'); break;
                case '[' when IsElapsedTime(code, at): return true;
                case '[': at = End(code, at, ']'); break;
                case '\\' or '_' or '*': at++; break;
            }
        }
        return false;
    }

    private static int End(string code, int start, char close)
    {
        var end = code.IndexOf(close, start + 1);
        return end < 0 ? code.Length : end;
    }

    private static bool IsElapsedTime(string code, int start) =>
        start + 1 < code.Length && char.ToLowerInvariant(code[start + 1]) is 'h' or 'm' or 's'
        && code.AsSpan(start + 1, End(code, start, ']') - start - 1).IndexOfAnyExcept("hmsHMS") < 0;
}
