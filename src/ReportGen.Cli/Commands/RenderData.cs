using System.Numerics;
using System.Text.Json;
using ReportGen.Definitions.Yaml;
using ReportGen.Files;
using ReportGen.Templating;
using Scriban.Runtime;

namespace ReportGen.Cli.Commands;

/// <summary>Reads the data of a template from a JSON or YAML file, which must contain an object.</summary>
internal static class RenderData
{
    private const int MaxDigits = 400;
    private const long LargestFile = 32 << 20;

    private static readonly JsonDocumentOptions s_json = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64,
    };

    /// <summary>Reads the object; null, with findings, if the file cannot be read.</summary>
    /// <param name="file">The file: YAML if its name ends in .yaml or .yml, otherwise JSON.</param>
    /// <param name="useDecimals">Whether to read numbers with decimal places as decimal; otherwise as double.</param>
    /// <param name="findings">Receives the errors.</param>
    public static ScriptObject? Read(string file, bool useDecimals, ICollection<Diagnostic> findings)
    {
        if (Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" && File.Exists(file))
            return YamlReader.ReadFile(file, findings) is { } map ? (ScriptObject)ToValue(map, useDecimals)! : null;
        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadText(file, LargestFile), s_json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (ScriptObject)ToValue(document.RootElement, useDecimals)!;
            findings.Add(CommandMessages.NotAnObject(file));
        }
        catch (JsonException error)
        {
            findings.Add(
                CommandMessages.BadJson(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(CommandMessages.Unreadable(file, error));
        }

        return null;
    }

    private static object? ToValue(JsonElement element, bool useDecimals) => element.ValueKind switch
    {
        JsonValueKind.Object => ToObject(element.EnumerateObject().Select(m => (m.Name, ToValue(m.Value, useDecimals)))),
        JsonValueKind.Array => new ScriptArray(element.EnumerateArray().Select(item => ToValue(item, useDecimals))),
        JsonValueKind.Number => ToNumber(element.GetRawText(), useDecimals),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object? ToValue(YamlNode node, bool useDecimals) => node switch
    {
        YamlMap map => ToObject(map.Entries.Select(e => (e.Key.Value, ToValue(e.Value, useDecimals)))),
        YamlList list => new ScriptArray(list.Items.Select(item => ToValue(item, useDecimals))),
        YamlText { IsNull: true } => null,
        YamlText { IsPlain: true, Value: "true" or "false" } text => text.Value == "true",
        YamlText { IsPlain: true } text when char.IsAsciiDigit(text.Value.TrimStart('-', '+', '.').FirstOrDefault()) =>
            ToNumber(text.Value, useDecimals) ?? text.Value,
        YamlText text => text.Value,
        _ => null,
    };

    private static ScriptObject ToObject(IEnumerable<(string Name, object? Value)> members)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in members) result.SetValue(name, value, readOnly: false);
        return result;
    }

    /// <summary>Parses a number as the smallest integer type, or as decimal or double; null if it is not a number.</summary>
    private static object? ToNumber(string text, bool useDecimals)
    {
        const NumberStyles fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text.Length <= MaxDigits
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return Numbers.Smallest(whole);
        }

        if (useDecimals && decimal.TryParse(text, fraction, CultureInfo.InvariantCulture, out var exact)) return exact;
        return double.TryParse(text, fraction, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
