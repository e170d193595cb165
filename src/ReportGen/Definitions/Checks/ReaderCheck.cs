using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>
/// Says under which rule a finding of the workbook's reader falls, so that it carries the rule's id and law. A finding
/// falls under the first such check that fits it.
/// </summary>
/// <param name="Header">
/// What every check has. Without a message or remedy the finding keeps the reader's. A finding becomes no graver, and an
/// error stays one, whatever the rule's severity: what could not be read must not be published.
/// </param>
/// <param name="Findings">The ids of the reader's findings.</param>
/// <param name="Table">This year's table that they must be about; null for any place.</param>
/// <param name="Rows">The ids of the rows that they must be about, and no others; empty for any.</param>
/// <param name="Columns">The ids of the columns that they must be about, and no others; empty for any.</param>
public sealed record ReaderCheck(
    CheckHeader Header, ImmutableArray<string> Findings, string? Table, ImmutableArray<string> Rows, ImmutableArray<string> Columns)
    : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = [];

    internal static ReaderCheck Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        map.Required("findings");
        var table = reading.Table(map);
        return new(header, map.Texts("findings"), table, reading.Rows(map, table), reading.Columns(map, table));
    }
}
