using ReportGen.Definitions.Yaml;

namespace ReportGen.Rules;

/// <summary>A date of the cover lies after a day of the report year, and not after a day of the next year.</summary>
internal sealed class DateRule(RuleEntry entry) : Rule(entry, "date", "limit")
{
    private const string Format = "yyyy-MM-dd";

    private readonly string _field = entry.Needed(entry.Field(entry.Map.RequiredScalar("field")));
    private readonly (int Month, int Day)? _after = ReadDay(entry.Map.Scalar("after"));
    private readonly (int Month, int Day)? _until = ReadDay(entry.Map.Scalar("until"));

    internal override void Run(CheckContext context)
    {
        if (context.Report.Year is not { } year || year is < 1 or > 9998 || context.Report.Field(_field) is not { } field) return;
        if (Day(field.Text, year, context.Options.Today) is not { } day) return;
        if (_after is var (afterMonth, afterDay) && day <= new DateOnly(year, afterMonth, afterDay))
            Add(new DateOnly(year, afterMonth, afterDay));
        if (_until is var (untilMonth, untilDay) && day > new DateOnly(year + 1, untilMonth, untilDay))
            Add(new DateOnly(year + 1, untilMonth, untilDay));

        void Add(DateOnly limit) => context.Add(Header, new RuleFinding(field.Location,
            new MessageValues().With("date", Write(day, field.Text.Length == 0)).With("limit", Write(limit))));
    }

    private static (int, int)? ReadDay(YamlText? text)
    {
        if (text is null) return null;
        if (TryRead($"2000-{text.Value}", out var day)) return (day.Month, day.Day);
        text.Report(RuleMessages.NoDay(text.Location, text.Value));
        return null;
    }

    /// <summary>The date. If none is filled in and the report is due this year: today. Otherwise null.</summary>
    private static DateOnly? Day(string text, int year, DateOnly? today)
    {
        if (text.Length == 0) return today is { } now && now.Year == year + 1 ? today : null;
        return TryRead(text, out var day) ? day : null;
    }

    private static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static LocalizedText Write(DateOnly day, bool isToday) => isToday
        ? new($"{Write(day)}（今天；尚未填写发布日期）", $"{Write(day)} (today; the date of publication is not filled in)")
        : LocalizedText.Same(Write(day));

    private static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
