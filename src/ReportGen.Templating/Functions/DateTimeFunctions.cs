using System.Globalization;
using ReportGen.Templating.Functions.Dates;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The library <c>date</c>. A null date gives null; a date outside the years 1 to 9999 is an error. Dates print by
/// <c>date.format</c>, which a template may set for itself.
/// </summary>
public static class DateTimeFunctions
{
    /// <summary>The current local time.</summary>
    public static DateTime Now() => DateTime.Now;

    /// <summary>The current time in UTC.</summary>
    public static DateTime UtcNow() => DateTime.UtcNow;

    /// <summary>The date so many days later; parts of days count.</summary>
    public static DateTime? AddDays(SourceSpan span, DateTime? date, double days) =>
        Shift(span, "date.add_days", date, start => start.AddDays(days));

    /// <summary>The date so many months later, on the last day of the month where the day does not exist.</summary>
    public static DateTime? AddMonths(SourceSpan span, DateTime? date, int months) =>
        Shift(span, "date.add_months", date, start => start.AddMonths(months));

    /// <summary>The date so many years later; February 29 becomes 28 where it must.</summary>
    public static DateTime? AddYears(SourceSpan span, DateTime? date, int years) =>
        Shift(span, "date.add_years", date, start => start.AddYears(years));

    /// <summary>The date so many hours later.</summary>
    public static DateTime? AddHours(SourceSpan span, DateTime? date, double hours) =>
        Shift(span, "date.add_hours", date, start => start.AddHours(hours));

    /// <summary>The date so many minutes later.</summary>
    public static DateTime? AddMinutes(SourceSpan span, DateTime? date, double minutes) =>
        Shift(span, "date.add_minutes", date, start => start.AddMinutes(minutes));

    /// <summary>The date so many seconds later.</summary>
    public static DateTime? AddSeconds(SourceSpan span, DateTime? date, double seconds) =>
        Shift(span, "date.add_seconds", date, start => start.AddSeconds(seconds));

    /// <summary>The date so many milliseconds later.</summary>
    public static DateTime? AddMilliseconds(SourceSpan span, DateTime? date, double millis) =>
        Shift(span, "date.add_milliseconds", date, start => start.AddMilliseconds(millis));

    /// <summary>
    /// The date that the text tells, by the pattern or else in any form of the culture; null for no text.
    /// </summary>
    public static DateTime? Parse(
        TemplateContext context, SourceSpan span, string? text, string? pattern = null, string? culture = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var habits = Cultures.Find(context, span, culture);
        if (pattern is null)
            return DateReader.TryRead(text, habits, out var free)
                ? free
                : throw FunctionMessages.NotReadable(span, "date.parse", text, "date");
        if (DateReader.UnreadableCode(pattern) is { } code)
            throw FunctionMessages.BadFormat(span, "date.parse", code);
        return DateReader.TryRead(text, pattern, habits, out var date)
            ? date
            : throw FunctionMessages.NotReadable(span, "date.parse", text, pattern);
    }

    /// <summary>The date that the text tells, written again by another pattern; null for no text.</summary>
    public static string? ParseToString(
        TemplateContext context, SourceSpan span,
        string? text, string? outputPattern = null, string? outputCulture = null,
        string? inputPattern = null, string? inputCulture = null) =>
        ToString(context, span, Parse(context, span, text, inputPattern, inputCulture), outputPattern, outputCulture);

    /// <summary>The date written by the pattern, or by <c>date.format</c> without one.</summary>
    public static string? ToString(
        TemplateContext context, SourceSpan span, DateTime? datetime, string? pattern = null, string? culture = null)
    {
        if (datetime is not { } date)
            return null;
        var habits = Cultures.Find(context, span, culture);
        return context.BuiltinObject.FormatDate(context, date, pattern, habits);
    }

    private static DateTime? Shift(SourceSpan span, string function, DateTime? date, Func<DateTime, DateTime> shift)
    {
        if (date is not { } start)
            return null;
        try
        {
            return shift(start);
        }
        catch (ArgumentException)
        {
            throw FunctionMessages.TooLarge(span, function);
        }
    }
}
