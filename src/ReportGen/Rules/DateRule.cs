using System.Globalization;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Dates of the cover against the report year.</summary>
internal static class DateRule
{
    private const string Form = "yyyy-MM-dd";

    public static void Run(DateCheck check, CheckContext context)
    {
        if (context.Report.Year is not { } year || year is < 1 or > 9998 || context.Report.Field(check.Field) is not { } field) return;
        if (Day(field.Text, year, context.Options.Today) is not { } day) return;
        if (check.After is var (afterMonth, afterDay) && day <= new DateOnly(year, afterMonth, afterDay)) Add(new DateOnly(year, afterMonth, afterDay));
        if (check.Until is var (untilMonth, untilDay) && day > new DateOnly(year + 1, untilMonth, untilDay)) Add(new DateOnly(year + 1, untilMonth, untilDay));

        void Add(DateOnly limit) => context.Add(check.Header, new Finding(field.Location,
            new Values().With("date", Write(day, field.Text.Length == 0)).With("limit", Write(limit))));
    }

    /// <summary>The date; while none is filled in, and the report is due this year, today.</summary>
    private static DateOnly? Day(string text, int year, DateOnly? today)
    {
        if (text.Length == 0) return today is { } now && now.Year == year + 1 ? today : null;
        return DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static LocalizedText Write(DateOnly day, bool isToday) => isToday
        ? new($"{Write(day)}（今天；尚未填写发布日期）", $"{Write(day)} (today; no day of publication is filled in)") : LocalizedText.Same(Write(day));

    private static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
