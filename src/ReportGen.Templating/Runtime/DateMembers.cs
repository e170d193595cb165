using System.Collections.Frozen;

namespace ReportGen.Templating.Runtime;

/// <summary>The members of dates and durations.</summary>
internal static class DateMembers
{
    private static readonly FrozenDictionary<string, Func<DateTime, object>> s_date =
        new Dictionary<string, Func<DateTime, object>>
        {
            ["year"] = d => d.Year,
            ["month"] = d => d.Month,
            ["day"] = d => d.Day,
            ["day_of_year"] = d => d.DayOfYear,
            ["day_of_week"] = d => (int)d.DayOfWeek,
            ["hour"] = d => d.Hour,
            ["minute"] = d => d.Minute,
            ["second"] = d => d.Second,
            ["millisecond"] = d => d.Millisecond,
            ["date"] = d => d.Date,
            ["time_of_day"] = d => d.TimeOfDay,
            ["ticks"] = d => d.Ticks,
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<TimeSpan, object>> s_duration =
        new Dictionary<string, Func<TimeSpan, object>>
        {
            ["days"] = t => t.Days,
            ["hours"] = t => t.Hours,
            ["minutes"] = t => t.Minutes,
            ["seconds"] = t => t.Seconds,
            ["milliseconds"] = t => t.Milliseconds,
            ["total_days"] = t => t.TotalDays,
            ["total_hours"] = t => t.TotalHours,
            ["total_minutes"] = t => t.TotalMinutes,
            ["total_seconds"] = t => t.TotalSeconds,
            ["total_milliseconds"] = t => t.TotalMilliseconds,
            ["ticks"] = t => t.Ticks,
        }.ToFrozenDictionary();

    /// <summary>A member of a date; null where there is none.</summary>
    public static object? Read(DateTime date, string member) =>
        s_date.TryGetValue(member, out var read) ? read(date) : null;

    /// <summary>A member of a duration; null where there is none.</summary>
    public static object? Read(TimeSpan duration, string member) =>
        s_duration.TryGetValue(member, out var read) ? read(duration) : null;

    /// <summary>The names of the members of a date or duration.</summary>
    public static IEnumerable<string> NamesOf(object value) => value is DateTime ? s_date.Keys : s_duration.Keys;
}
