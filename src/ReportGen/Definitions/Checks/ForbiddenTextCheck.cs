using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>How often a text that must not stand there is reported.</summary>
public enum ReportEach
{
    /// <summary>Everywhere it stands.</summary>
    Match,

    /// <summary>Once in a block.</summary>
    Block,

    /// <summary>Once in a report.</summary>
    Report,
}

/// <summary>Words that must not stand in a text.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">The words.</param>
/// <param name="Not">Words that, in the same clause, make them right.</param>
/// <param name="Each">How often it is reported.</param>
/// <param name="Least">How often it must stand in the report to be a mistake.</param>
/// <param name="ExactNumber">Whether it is a mistake only where the number <c>n</c> is exact to the last digit (28 余条, not 20 余条).</param>
public sealed record ForbiddenTextCheck(
    CheckHeader Header, ImmutableArray<ProsePattern> Patterns, ImmutableArray<ProsePattern> Not, ReportEach Each, int Least, bool ExactNumber)
    : ProseCheck(Header)
{
    private static readonly Dictionary<string, ReportEach> s_each = new()
    {
        ["match"] = ReportEach.Match, ["block"] = ReportEach.Block, ["report"] = ReportEach.Report,
    };

    private static readonly Dictionary<string, TextView> s_views = new()
    {
        ["masked"] = TextView.Masked, ["plain"] = TextView.Plain, ["raw"] = TextView.Raw,
    };

    internal static ImmutableArray<string> Places { get; } = ["words", "count"];

    internal static ForbiddenTextCheck Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var view = map.Choice("view", s_views, TextView.Plain);
        var inexact = map.Flag("exact-number");
        return new ForbiddenTextCheck(header,
            inexact ? reading.NumberPatterns(map, ["n"]) : reading.Patterns(map, "patterns", view),
            reading.Patterns(map, "not", view == TextView.Raw ? TextView.Plain : view), map.Choice("each", s_each, ReportEach.Match), map.Integer("least", 1) ?? 1, inexact)
        {
            Where = reading.Scope(map),
        };
    }
}
