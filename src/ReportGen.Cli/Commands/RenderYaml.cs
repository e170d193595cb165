using System.Numerics;
using ReportGen.Definitions.Yaml;
using ReportGen.Templating;
using Scriban.Runtime;

namespace ReportGen.Cli.Commands;

/// <summary>Turns YAML nodes into values of a template.</summary>
internal static class RenderYaml
{
    private const int LongestNumber = 400;

    /// <summary>The object of a map.</summary>
    public static ScriptObject ToObject(YamlMap map, bool useDecimals)
    {
        var members = new ScriptObject();
        foreach (var (key, value) in map.Entries)
            members.SetValue(key.Value, ToValue(value, useDecimals), readOnly: false);
        return members;
    }

    private static object? ToValue(YamlNode node, bool useDecimals) => node switch
    {
        YamlMap map => ToObject(map, useDecimals),
        YamlList list => new ScriptArray(list.Items.Select(item => ToValue(item, useDecimals))),
        YamlText { IsNull: true } => null,
        YamlText { IsPlain: true } text => ToPlain(text.Value, useDecimals),
        YamlText text => text.Value,
        _ => null,
    };

    private static object ToPlain(string text, bool useDecimals)
    {
        const NumberStyles Fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text is "true" or "false")
            return text == "true";
        if (!char.IsAsciiDigit(text.TrimStart('-', '+', '.').FirstOrDefault()))
            return text;
        if (text.Length <= LongestNumber && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return Numbers.Smallest(whole);
        if (useDecimals && decimal.TryParse(text, Fraction, CultureInfo.InvariantCulture, out var exact))
            return exact;
        return double.TryParse(text, Fraction, CultureInfo.InvariantCulture, out var number) ? number : text;
    }
}
