using Scriban.Runtime.Accessors;

namespace ReportGen.Templating;

/// <summary>
/// The members and items of values that Scriban would read by reflection, which trimming breaks, or could not read: dates,
/// durations, the pairs of an object, and the content of sourced values and HTML. They cannot be set.
/// </summary>
internal sealed class ValueAccessor : NullAccessor, IObjectAccessor, IListAccessor
{
    /// <summary>The shared instance.</summary>
    public static readonly ValueAccessor Instance = new();

    public new int GetMemberCount(TemplateContext context, SourceSpan span, object target) =>
        Members(context, ref target).GetMemberCount(context, span, target);

    public new IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        Members(context, ref target).GetMembers(context, span, target);

    public new bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        Members(context, ref target).HasMember(context, span, target, member);

    public new bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value) =>
        Members(context, ref target).TryGetValue(context, span, target, member, out value);

    public int GetLength(TemplateContext context, SourceSpan span, object target) =>
        Items(context, ref target).GetLength(context, span, target);

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
        Items(context, ref target).GetValue(context, span, target, index);

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) =>
        Items(context, ref target).SetValue(context, span, target, index, value);

    private static IObjectAccessor Members(TemplateContext context, ref object target)
    {
        target = target switch
        {
            DateTime date => MembersOf(date),
            TimeSpan duration => MembersOf(duration),
            KeyValuePair<string, object?> pair => new ScriptObject { ["key"] = pair.Key, ["value"] = pair.Value },
            _ => Plain(context, target),
        };
        return context.GetMemberAccessor(target);
    }

    private static IListAccessor Items(TemplateContext context, ref object target) =>
        context.GetListAccessor(target = Plain(context, target));

    private static object Plain(TemplateContext context, object target) => ((RenderContext)context).ToPlainValue(target) ?? "";

    private static ScriptObject MembersOf(DateTime date) => new()
    {
        ["year"] = date.Year, ["month"] = date.Month, ["day"] = date.Day,
        ["day_of_year"] = date.DayOfYear, ["day_of_week"] = (int)date.DayOfWeek,
        ["hour"] = date.Hour, ["minute"] = date.Minute, ["second"] = date.Second, ["millisecond"] = date.Millisecond,
        ["date"] = date.Date, ["time_of_day"] = date.TimeOfDay, ["ticks"] = date.Ticks,
    };

    private static ScriptObject MembersOf(TimeSpan time) => new()
    {
        ["days"] = time.Days, ["hours"] = time.Hours, ["minutes"] = time.Minutes, ["seconds"] = time.Seconds,
        ["milliseconds"] = time.Milliseconds, ["ticks"] = time.Ticks,
        ["total_days"] = time.TotalDays, ["total_hours"] = time.TotalHours, ["total_minutes"] = time.TotalMinutes,
        ["total_seconds"] = time.TotalSeconds, ["total_milliseconds"] = time.TotalMilliseconds,
    };
}

/// <summary>Accesses array items. Scriban's own accessor writes to read-only arrays too.</summary>
internal sealed class ArrayItems : IListAccessor
{
    /// <summary>The shared instance.</summary>
    public static readonly ArrayItems Instance = new();

    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((ScriptArray)target).Count;

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
        ListAccessor.Default.GetValue(context, span, target, index);

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
    {
        if (((ScriptArray)target).IsReadOnly) throw new TemplateException(span, Messages.ReadOnly());
        ((RenderContext)context).CheckCount(span, index + 1L);
        ListAccessor.Default.SetValue(context, span, target, index, value);
    }
}
