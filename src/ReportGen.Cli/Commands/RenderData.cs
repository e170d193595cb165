using System.Numerics;
using System.Text.Json;
using ReportGen.Definitions.Yaml;
using ReportGen.Templating;
using Scriban.Runtime;

namespace ReportGen.Cli.Commands;

/// <summary>Reads the data of a template from a JSON or YAML file whose content is an object.</summary>
internal static class RenderData
{
    private static readonly JsonDocumentOptions s_json = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64,
    };

    /// <summary>The object; null, with findings, where the file cannot be read.</summary>
    /// <param name="file">The file; YAML where its name ends in .yaml or .yml, otherwise JSON.</param>
    /// <param name="useDecimals">Whether numbers with decimal places become decimal; otherwise double.</param>
    /// <param name="findings">Where mistakes go.</param>
    public static ScriptObject? Read(string file, bool useDecimals, ICollection<Diagnostic> findings)
    {
        if (Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml")
            return YamlReader.ReadFile(file, findings) is { } map ? RenderYaml.ToObject(map, useDecimals) : null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), s_json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (ScriptObject)ToValue(document.RootElement, useDecimals)!;
            findings.Add(RenderMessages.NotAnObject(file));
        }
        catch (JsonException error)
        {
            findings.Add(RenderMessages.BadJson(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(RenderMessages.Unreadable(file));
        }

        return null;
    }

    private static object? ToValue(JsonElement element, bool useDecimals)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ScriptObject();
                foreach (var member in element.EnumerateObject())
                    members.SetValue(member.Name, ToValue(member.Value, useDecimals), readOnly: false);
                return members;
            case JsonValueKind.Array:
                return new ScriptArray(element.EnumerateArray().Select(item => ToValue(item, useDecimals)));
            case JsonValueKind.Number:
                return ToNumber(element, useDecimals);
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.True or JsonValueKind.False:
                return element.ValueKind == JsonValueKind.True;
            default:
                return null;
        }
    }

    private static object ToNumber(JsonElement element, bool useDecimals)
    {
        var text = element.GetRawText();
        if (text.Length <= 400 && text.All(c => char.IsAsciiDigit(c) || c == '-'))
            return Numbers.Smallest(BigInteger.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        return useDecimals && element.TryGetDecimal(out var exact) ? exact : element.GetDouble();
    }
}
