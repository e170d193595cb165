using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Definitions.Reading;

/// <summary>Reads <c>number: { decimals: 4, negative: true, unit: 万元 }</c>.</summary>
internal static class NumberFormatReader
{
    private const int MaxDecimals = 10;

    /// <summary>The number format; null if the key is missing.</summary>
    public static NumberFormat? Read(YamlMap owner)
    {
        if (owner.Map("number") is not { } map) return null;
        var format = new NumberFormat(map.Integer("decimals", 0, MaxDecimals) ?? 0, map.Flag("negative"),
            map.OptionalText("unit"));
        map.Done();
        return format;
    }
}
