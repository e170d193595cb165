using ReportGen.Templating;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class DateTimeFunctionsTests
{
    private static readonly DateTime Evening = new DateTime(2024, 3, 5, 21, 7, 9).AddMilliseconds(24);

    [TestCase("%a %A", "Tue Tuesday")]
    [TestCase("%b %B %h", "Mar March Mar")]
    [TestCase("%c", "Tue Mar 05 21:07:09 2024")]
    [TestCase("%C", "20")]
    [TestCase("%d|%e", "05| 5")]
    [TestCase("%D", "03/05/24")]
    [TestCase("%F %T", "2024-03-05 21:07:09")]
    [TestCase("%H|%I|%k|%l", "21|09|21| 9")]
    [TestCase("%j", "065")]
    [TestCase("%L %N", "024 024000000")]
    [TestCase("%m %M", "03 07")]
    [TestCase("a%nb%tc", "a\nb\tc")]
    [TestCase("%p %P %r %R", "PM pm 09:07:09 PM 21:07")]
    [TestCase("%S %u %w", "09 2 2")]
    [TestCase("%U %W %V", "10 10 10")]
    [TestCase("%v", " 5-MAR-2024")]
    [TestCase("%x %X", "03/05/2024 21:07:09")]
    [TestCase("%y %Y %%", "24 2024 %")]
    [TestCase("%Y年%-m月%-d日 %-H时", "2024年3月5日 21时")]
    [TestCase("%_m|%0e|%-L|%-d", " 3|05|24|5")]
    [TestCase("%Q %", "%Q %")]
    [TestCase("%g", " 05 Mar 2024")]
    [TestCase("%g%a", "Tue")]
    [TestCase("", "")]
    public void Dates_are_written_by_their_codes(string pattern, string expected) =>
        Assert.That(FunctionCalls.Text("date.to_string", Evening, pattern), Is.EqualTo(expected));

    [TestCase("%A", "zh-CN", "星期二")]
    [TestCase("%d %B %Y", "fr-FR", "05 mars 2024")]
    [TestCase("%g%A", "zh-CN", "Tuesday")]
    public void Names_of_days_and_months_follow_the_culture(string pattern, string culture, string expected)
    {
        Assert.That(FunctionCalls.Text("date.to_string", Evening, pattern, culture), Is.EqualTo(expected));
        Assert.That(FunctionCalls.Text(FunctionCalls.In(culture), "date.to_string", Evening, pattern), Is.EqualTo(expected));
    }

    [TestCase("2016/01/05", null, null, "2016-01-05 00:00:00")]
    [TestCase("2018--06--17", "%Y--%m--%d", null, "2018-06-17 00:00:00")]
    [TestCase("2021/11/30 20:50:23Z", null, null, "2021-11-30 20:50:23")]
    [TestCase("2021-11-30T23:50:23+08:00", null, null, "2021-11-30 23:50:23")]
    [TestCase("20/01/2022 08:32:48 +00:00", null, "en-GB", "2022-01-20 08:32:48")]
    [TestCase("March 14, 2016", null, null, "2016-03-14 00:00:00")]
    [TestCase("03 14, 2016", "%m %d, %Y", null, "2016-03-14 00:00:00")]
    [TestCase("2025-01-01 14:01:23", "%Y-%m-%d %k:%M:%S", null, "2025-01-01 14:01:23")]
    [TestCase("2025-01-01 02:01:23 pm", "%F %I:%M:%S %p", null, "2025-01-01 14:01:23")]
    [TestCase("20250102", "%Y%m%d", null, "2025-01-02 00:00:00")]
    [TestCase("2024年1月5日", null, null, "2024-01-05 00:00:00")]
    [TestCase("2024年1月5日 8:30", null, null, "2024-01-05 08:30:00")]
    [TestCase("2024年1月5日", "%Y年%m月%d日", null, "2024-01-05 00:00:00")]
    [TestCase("05 janvier 2016", "%d %B %Y", "fr-FR", "2016-01-05 00:00:00")]
    [TestCase("2024%5", "%Y%%%m", null, "2024-05-01 00:00:00")]
    public void Dates_are_read(string text, string? pattern, string? culture, string expected)
    {
        var date = FunctionCalls.Value(new TemplateContext(), "date.parse", text, pattern, culture);
        Assert.That(FunctionCalls.Text("date.to_string", date, "%F %T"), Is.EqualTo(expected));
    }

    [TestCase("date.add_days", 1.5, "2024-03-07 09:07:09")]
    [TestCase("date.add_months", 12, "2025-03-05 21:07:09")]
    [TestCase("date.add_years", -1, "2023-03-05 21:07:09")]
    [TestCase("date.add_hours", 3, "2024-03-06 00:07:09")]
    [TestCase("date.add_minutes", 1, "2024-03-05 21:08:09")]
    [TestCase("date.add_seconds", 51, "2024-03-05 21:08:00")]
    [TestCase("date.add_milliseconds", 976, "2024-03-05 21:07:10")]
    public void Dates_move(string function, object amount, string expected)
    {
        var moved = FunctionCalls.Value(new TemplateContext(), function, Evening, amount);
        Assert.That(FunctionCalls.Text("date.to_string", moved, "%F %T"), Is.EqualTo(expected));
    }

    [TestCase("date.add_days", 1e300)]
    [TestCase("date.add_years", 9999)]
    [TestCase("date.add_months", int.MinValue)]
    [TestCase("date.to_string", "%Y", "no-such-culture")]
    public void Impossible_dates_are_errors(string function, params object[] arguments) =>
        Assert.That(() => FunctionCalls.Text(function, [Evening, .. arguments]), Throws.InstanceOf<ScriptRuntimeException>());

    [TestCase("some day", null)]
    [TestCase("2016-01-05", "%d/%m/%Y")]
    [TestCase("12 2016", "%U %Y")]
    public void Unreadable_dates_are_errors(string text, string? pattern) =>
        Assert.That(() => FunctionCalls.Text("date.parse", text, pattern), Throws.InstanceOf<ScriptRuntimeException>());

    [TestCase("date.parse", "")]
    [TestCase("date.to_string", "%Y")]
    [TestCase("date.add_days", 1)]
    [TestCase("date.parse_to_string", "%Y")]
    public void Nothing_stays_nothing(string function, object argument) =>
        Assert.That(FunctionCalls.Text(function, [null, argument]), Is.Empty);

    [Test]
    public void Dates_print_by_the_format_that_the_template_sets()
    {
        var context = new TemplateContext();
        Assert.That(context.ObjectToString(Evening), Is.EqualTo("05 Mar 2024"));
        ((ScriptObject)context.BuiltinObject["date"]!)["format"] = "%Y/%m/%d";
        Assert.That(context.ObjectToString(Evening), Is.EqualTo("2024/03/05"));
        Assert.That(new TemplateContext().ObjectToString(Evening), Is.EqualTo("05 Mar 2024"));
    }

    [TestCase("timespan.from_days", 5, "5.00:00:00")]
    [TestCase("timespan.from_hours", 1.5, "01:30:00")]
    [TestCase("timespan.from_minutes", 90, "01:30:00")]
    [TestCase("timespan.from_seconds", 5, "00:00:05")]
    [TestCase("timespan.from_milliseconds", 1500, "00:00:01.5000000")]
    [TestCase("timespan.parse", "1.02:03:04", "1.02:03:04")]
    [TestCase("timespan.parse", null, "")]
    public void Lengths_of_time_are_made(string function, object? amount, string expected) =>
        Assert.That(FunctionCalls.Text(function, amount), Is.EqualTo(expected));

    [TestCase("timespan.from_days", 1e12)]
    [TestCase("timespan.from_hours", double.NaN)]
    [TestCase("timespan.parse", "soon")]
    public void Impossible_lengths_are_errors(string function, object amount) =>
        Assert.That(() => FunctionCalls.Text(function, amount), Throws.InstanceOf<ScriptRuntimeException>());
}
