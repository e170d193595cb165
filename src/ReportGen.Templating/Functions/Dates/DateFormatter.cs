using System.Globalization;
using System.Text;

namespace ReportGen.Templating.Functions.Dates;

/// <summary>Writes a date by a pattern of <c>%</c> codes, the codes of Ruby's <c>strftime</c>.</summary>
internal static class DateFormatter
{
    /// <summary>The pattern of a date that is printed without one.</summary>
    public const string DefaultPattern = "%d %b %Y";

    /// <summary>
    /// Writes the date. <c>%g</c> anywhere in the pattern makes the culture invariant; a flag between the sign and the
    /// letter changes the padding: <c>-</c> none, <c>_</c> blanks, <c>0</c> zeroes. An unknown code stays as it is.
    /// </summary>
    public static string Format(DateTime date, string pattern, CultureInfo culture)
    {
        if (pattern.Contains("%g", StringComparison.Ordinal))
            culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder(pattern.Length + 16);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
                text.Append(pattern[i]);
            else
                i += AppendCode(text, date, pattern.AsSpan(i), culture);
        }
        return text.ToString();
    }

    private static int AppendCode(StringBuilder text, DateTime date, ReadOnlySpan<char> rest, CultureInfo culture)
    {
        var flagged = rest.Length > 2 && rest[1] is '-' or '_' or '0';
        var code = flagged ? rest[2] : rest[1];
        if (Expand(date, code, culture) is not { } value)
        {
            text.Append('%');
            return 0;
        }
        text.Append(flagged ? Repad(value, rest[1]) : value);
        return flagged ? 2 : 1;
    }

    private static string Repad(string value, char flag)
    {
        var bare = value.TrimStart(' ', '0');
        if (bare.Length == 0 || !char.IsAsciiDigit(bare[0]))
            bare = value.EndsWith('0') ? "0" : bare;
        return flag switch
        {
            '-' => bare,
            '_' => bare.PadLeft(value.Length),
            _ => bare.PadLeft(value.Length, '0'),
        };
    }

    private static string? Expand(DateTime date, char code, CultureInfo culture) => code switch
    {
        'a' => date.ToString("ddd", culture),
        'A' => date.ToString("dddd", culture),
        'b' or 'h' => date.ToString("MMM", culture),
        'B' => date.ToString("MMMM", culture),
        'c' => date.ToString("ddd MMM dd HH:mm:ss yyyy", culture),
        'F' => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        'D' => date.ToString("MM/dd/yy", CultureInfo.InvariantCulture),
        'g' => "",
        'n' => "\n",
        'p' => date.ToString("tt", culture),
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        'r' => date.ToString("hh:mm:ss tt", culture),
        'R' => date.ToString("HH:mm", CultureInfo.InvariantCulture),
        't' => "\t",
        'T' => date.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        'v' => date.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant().PadLeft(11),
        'x' => date.ToString("d", culture),
        'X' => date.ToString("T", culture),
        'Z' => date.ToString("zzz", CultureInfo.InvariantCulture),
        '%' => "%",
        _ => ExpandNumber(date, code),
    };

    private static string? ExpandNumber(DateTime date, char code) => code switch
    {
        'C' => Zeroes(date.Year / 100, 2),
        'd' => Zeroes(date.Day, 2),
        'e' => Blanks(date.Day),
        'H' => Zeroes(date.Hour, 2),
        'I' => Zeroes(Hour12(date), 2),
        'j' => Zeroes(date.DayOfYear, 3),
        'k' => Blanks(date.Hour),
        'l' => Blanks(Hour12(date)),
        'L' => Zeroes(date.Millisecond, 3),
        'm' => Zeroes(date.Month, 2),
        'M' => Zeroes(date.Minute, 2),
        'N' => Zeroes(date.Ticks % TimeSpan.TicksPerSecond * 100, 9),
        's' => Zeroes((date.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond, 1),
        'S' => Zeroes(date.Second, 2),
        'u' => Zeroes(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1),
        'U' => Zeroes(Week(date, DayOfWeek.Sunday), 2),
        'V' => Zeroes(ISOWeek.GetWeekOfYear(date), 2),
        'w' => Zeroes((int)date.DayOfWeek, 1),
        'W' => Zeroes(Week(date, DayOfWeek.Monday), 2),
        'y' => Zeroes(date.Year % 100, 2),
        'Y' => Zeroes(date.Year, 4),
        _ => null,
    };

    private static int Hour12(DateTime date) => (date.Hour + 11) % 12 + 1;

    private static int Week(DateTime date, DayOfWeek firstDay) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, firstDay);

    private static string Zeroes(long value, int width) =>
        value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static string Blanks(int value) => value.ToString(CultureInfo.InvariantCulture).PadLeft(2);
}
