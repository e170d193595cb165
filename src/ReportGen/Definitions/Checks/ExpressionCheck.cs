using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Figures stand to each other as they must: once, or in each row, column or cell of a table.</summary>
public sealed record ExpressionCheck : CheckDefinition
{
    internal ExpressionCheck(CheckHeader header, Condition assert)
        : base(header) => Assert = assert;

    /// <summary>The table that is gone through; null when every figure is named in full.</summary>
    public string? Table { get; init; }

    /// <summary>What is gone through.</summary>
    public Each Each { get; init; }

    /// <summary>The ids of the rows that are gone through; empty for all that have the figures.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];

    /// <summary>The ids of the columns that are gone through; empty for all that have the figures.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>When the check applies; null for always.</summary>
    public Condition? When { get; init; }

    /// <summary>What must hold.</summary>
    public Condition Assert { get; init; }

    /// <summary>Whether last year's figures count as 0 when last year is unknown; otherwise the check is left out.</summary>
    public bool UnknownIsZero { get; init; }

    internal static ImmutableArray<string> Places { get; } = ["table", "row", "column", "left", "right", "value", "expected"];

    internal static IReadOnlyDictionary<string, Each> EachWords { get; } = new Dictionary<string, Each>
    {
        ["once"] = Each.Once, ["row"] = Each.Row, ["column"] = Each.Column, ["cell"] = Each.Cell,
    };

    internal static ExpressionCheck? Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var each = map.Choice("each", EachWords, Each.Once);
        var table = reading.Table(map);
        var when = ExpressionReader.Condition(reading, map.Scalar("when"), table, each);
        var assert = ExpressionReader.Condition(reading, map.RequiredScalar("assert"), table, each);
        var (rows, columns) = (reading.Rows(map, table), reading.Columns(map, table));
        var unknownIsZero = map.Flag("unknown-is-zero");
        if (assert is null) return null;
        return new ExpressionCheck(header, assert)
        {
            Table = table, Each = each, Rows = rows, Columns = columns, When = when, UnknownIsZero = unknownIsZero,
        };
    }
}
