using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>What a check of times finds.</summary>
public enum TimeMistake
{
    /// <summary>The text tells of another year as if it were the report's: 2024年，我局加强培训.</summary>
    Stale,

    /// <summary>The calendar has no such day: 6月31日.</summary>
    Impossible,
}

/// <summary>Times in the text are days that there are, and what it tells happened in the report's year.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Mistake">What the check finds.</param>
/// <param name="Work">What is done anew each year, so that its year is the report's: 政务公开工作.</param>
/// <param name="Not">Words of a clause that look back on purpose.</param>
public sealed record TimeCheck(CheckHeader Header, TimeMistake Mistake, ImmutableArray<string> Work,
    ImmutableArray<ProsePattern> Not) : ProseCheck(Header)
{
    /// <summary>The ids of acts that lead to the next year: 结转至2026年.</summary>
    public ImmutableArray<string> Next { get; init; } = [];

    private static readonly Dictionary<string,
        TimeMistake> s_mistakes = new() { ["stale"] = TimeMistake.Stale, ["impossible"] = TimeMistake.Impossible };

    internal static ImmutableArray<string> Places { get; } = ["words", "value", "right"];

    internal static TimeCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Choice("finding", s_mistakes, TimeMistake.Stale), map.Texts("work"),
            reading.Patterns(map, "not", TextView.Plain)) { Next =
            reading.Ids(map, "next", new("词义", "meaning"), reading.Kind.Vocabulary.Meanings.Keys), Where = reading.Scope(map) };
}
