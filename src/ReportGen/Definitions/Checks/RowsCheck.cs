using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>The rows stand in the workbook, in the order of the form.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Table">The table's id.</param>
/// <param name="Rows">The ids of the rows; empty for all.</param>
/// <param name="Except">The ids of rows that another check is for.</param>
public sealed record RowsCheck(CheckHeader Header, string Table, ImmutableArray<string> Rows, ImmutableArray<string> Except)
    : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["table", "rows", "count"];

    internal static RowsCheck? Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        if (reading.Table(map) is not { } table) return null;
        var ids = reading.Kind.Table(table)!.Form.Rows.Select(r => r.Id).ToArray();
        return new RowsCheck(header, table, reading.Ids(map, "rows", new("行", "row"), ids), reading.Ids(map, "except", new("行", "row"), ids));
    }
}
