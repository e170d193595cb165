using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>“同比增长 p%” behind a figure follows from last year's figure.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Statements">The figures.</param>
/// <param name="Rise">What says that it grew, read from the figure's number on: the change as group <c>p</c> in percent or <c>d</c> as a difference.</param>
/// <param name="Fall">What says that it shrank.</param>
public sealed record YearOnYearCheck(
    CheckHeader Header, ImmutableArray<Statement> Statements, ImmutableArray<ProsePattern> Rise, ImmutableArray<ProsePattern> Fall)
    : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "name", "arithmetic", "right"];

    internal static YearOnYearCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.StatementsOf(map, "statements"), reading.Patterns(map, "rise"), reading.Patterns(map, "fall"))
        {
            Where = reading.Scope(map),
        };
}
