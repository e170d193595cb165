using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A date of the cover lies where the report year puts it.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Field">The id of the field.</param>
/// <param name="After">The day of the report year that it must be behind; null for no such bound.</param>
/// <param name="Until">The last day, in the year behind the report year; null for no such bound.</param>
public sealed record DateCheck(CheckHeader Header, string Field, (int Month, int Day)? After, (int Month, int Day)? Until) : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["date", "limit"];

    internal static DateCheck? Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var (after, until) = (Day(map, "after"), Day(map, "until"));
        return reading.Id(map.RequiredScalar("field"), new("封面项目", "field"), reading.Kind.Fields.Select(f => f.Id)) is { } field
            ? new DateCheck(header, field, after, until) : null;
    }

    private static (int, int)? Day(YamlMap map, string key)
    {
        if (map.Scalar(key) is not { } text) return null;
        if (DateOnly.TryParseExact($"2000-{text.Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day.Month, day.Day);
        text.Report(CheckMessages.NoDay(text.Location, text.Value));
        return null;
    }
}
