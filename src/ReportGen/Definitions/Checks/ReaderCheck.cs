using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Says under which rule a finding of the workbook's reader falls, so that it carries the rule's id, weight and law.</summary>
/// <param name="Header">What every check has. A finding keeps the reader's own message.</param>
/// <param name="Findings">The ids of the reader's findings.</param>
/// <param name="Table">The table on whose sheet they are found; null for any place.</param>
public sealed record ReaderCheck(CheckHeader Header, ImmutableArray<string> Findings, string? Table) : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = [];

    internal static ReaderCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Texts("findings"), reading.Table(map));
}
