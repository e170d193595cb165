using System.Globalization;
using System.Text;

namespace ReportGen.Templating.Functions.Dates;

/// <summary>Reads dates, by the culture's habits or by a pattern of <c>%</c> codes.</summary>
internal static class DateReader
{
    private const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal;
    private static readonly string[] Chinese = ["yyyy年M月d日", "yyyy年M月d日 H:m", "yyyy年M月d日 H:m:s"];

    /// <summary>
    /// Reads a date in any form the culture knows, ISO 8601 or 2024年1月5日. The clock time is the one that is written,
    /// whatever its zone; false when the text is no date.
    /// </summary>
    public static bool TryRead(string text, CultureInfo culture, out DateTime date)
    {
        var known = DateTimeOffset.TryParse(text, culture, Styles, out var read)
            || DateTimeOffset.TryParseExact(text, Chinese, CultureInfo.InvariantCulture, Styles, out read);
        date = read.DateTime;
        return known;
    }

    /// <summary>Reads a date written by the pattern; false when the text does not follow it.</summary>
    public static bool TryRead(string text, string pattern, CultureInfo culture, out DateTime date)
    {
        if (pattern.Contains("%g", StringComparison.Ordinal))
            culture = CultureInfo.InvariantCulture;
        date = default;
        if (Translate(pattern, culture) is not { } format)
            return false;
        var fits = DateTimeOffset.TryParseExact(text, format, culture, Styles, out var read);
        date = read.DateTime;
        return fits;
    }

    /// <summary>The first code of the pattern that says nothing about which date it is, such as a week number; null if none.</summary>
    public static string? UnreadableCode(string pattern)
    {
        for (var i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] != '%')
                continue;
            if (Translate(pattern[i + 1], CultureInfo.InvariantCulture) is null)
                return pattern.Substring(i, 2);
            i++;
        }
        return null;
    }

    private static string? Translate(string pattern, CultureInfo culture)
    {
        var format = new StringBuilder(" ");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
                AppendLiteral(format, pattern[i]);
            else if (Translate(pattern[++i], culture) is { } part)
                format.Append(part);
            else
                return null;
        }
        return format.ToString();
    }

    private static void AppendLiteral(StringBuilder format, char character)
    {
        if (!char.IsWhiteSpace(character))
            format.Append('\\');
        format.Append(character);
    }

    private static string? Translate(char code, CultureInfo culture) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM d H:m:s yyyy",
        'd' or 'e' => "%d",
        'D' => @"M\/d\/yy",
        'F' => @"yyyy\-M\-d",
        'g' => "",
        'H' or 'k' => "%H",
        'I' or 'l' => "%h",
        'L' => "fff",
        'm' => "%M",
        'M' => "%m",
        'n' => "\n",
        'N' => "fffffff\\0\\0",
        'p' or 'P' => "tt",
        'r' => "h:m:s tt",
        'R' => "H:m",
        'S' => "%s",
        't' => "\t",
        'T' => "H:m:s",
        'v' => @"d\-MMM\-yyyy",
        'x' => culture.DateTimeFormat.ShortDatePattern,
        'X' => culture.DateTimeFormat.LongTimePattern,
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        '%' => "\\%",
        _ => null,
    };
}
