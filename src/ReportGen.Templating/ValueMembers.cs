using System.Collections.Frozen;

namespace ReportGen.Templating;

/// <summary>The members of dates, durations and the pairs of an object. Without reflection, which trimming breaks.</summary>
internal sealed class ValueMembers : IObjectAccessor
{
    /// <summary>The accessor.</summary>
    public static readonly ValueMembers Instance = new();

    private static readonly FrozenDictionary<string, Func<DateTime, object?>> s_date = new Dictionary<string, Func<DateTime, object?>>
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

    private static readonly FrozenDictionary<string, Func<TimeSpan, object?>> s_duration = new Dictionary<string, Func<TimeSpan, object?>>
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

    private static readonly string[] s_pair = ["key", "value"];

    /// <inheritdoc/>
    public bool HasIndexer => false;

    /// <inheritdoc/>
    public Type? IndexType => null;

    /// <inheritdoc/>
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => GetMembers(context, span, target).Count();

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => target switch
    {
        DateTime => s_date.Keys,
        TimeSpan => s_duration.Keys,
        _ => s_pair,
    };

    /// <inheritdoc/>
    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        GetMembers(context, span, target).Contains(member);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = target switch
        {
            DateTime date when s_date.TryGetValue(member, out var read) => read(date),
            TimeSpan duration when s_duration.TryGetValue(member, out var read) => read(duration),
            KeyValuePair<string, object?> pair => member == "key" ? pair.Key : member == "value" ? pair.Value : null,
            _ => null,
        };
        return value is not null || HasMember(context, span, target, member);
    }

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    /// <inheritdoc/>
    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
