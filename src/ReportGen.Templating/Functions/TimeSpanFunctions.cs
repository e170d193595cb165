using System.Globalization;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Functions;

/// <summary>The library <c>timespan</c>: lengths of time, up to about ten million days.</summary>
public static class TimeSpanFunctions
{
    /// <summary>No time at all.</summary>
    public static TimeSpan Zero() => TimeSpan.Zero;

    /// <summary>So many days; parts count.</summary>
    public static TimeSpan FromDays(SourceSpan span, double days) =>
        Make(span, "timespan.from_days", days, TimeSpan.FromDays);

    /// <summary>So many hours; parts count.</summary>
    public static TimeSpan FromHours(SourceSpan span, double hours) =>
        Make(span, "timespan.from_hours", hours, TimeSpan.FromHours);

    /// <summary>So many minutes; parts count.</summary>
    public static TimeSpan FromMinutes(SourceSpan span, double minutes) =>
        Make(span, "timespan.from_minutes", minutes, TimeSpan.FromMinutes);

    /// <summary>So many seconds; parts count.</summary>
    public static TimeSpan FromSeconds(SourceSpan span, double seconds) =>
        Make(span, "timespan.from_seconds", seconds, TimeSpan.FromSeconds);

    /// <summary>So many milliseconds; parts count.</summary>
    public static TimeSpan FromMilliseconds(SourceSpan span, double millis) =>
        Make(span, "timespan.from_milliseconds", millis, TimeSpan.FromMilliseconds);

    /// <summary>The length of time that the text tells as <c>[days.]hours:minutes[:seconds[.parts]]</c>; null for no text.</summary>
    public static TimeSpan? Parse(SourceSpan span, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw FunctionMessages.NotReadable(span, "timespan.parse", text, "timespan");
    }

    private static TimeSpan Make(SourceSpan span, string function, double amount, Func<double, TimeSpan> make)
    {
        try
        {
            return make(amount);
        }
        catch (Exception error) when (error is OverflowException or ArgumentException)
        {
            throw FunctionMessages.TooLarge(span, function);
        }
    }
}
