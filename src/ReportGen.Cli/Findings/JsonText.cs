using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportGen.Cli.Findings;

/// <summary>The conventions of the program's JSON: UTF-8, camel case, Chinese not escaped, absent values left out.</summary>
internal static class JsonText
{
    /// <summary>Creates options for one serializer context; options cannot be shared.</summary>
    /// <param name="indented">Whether to indent; otherwise a document is one line.</param>
    public static JsonSerializerOptions Options(bool indented = false) => new()
    {
        WriteIndented = indented,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Safe because the JSON is never embedded in HTML.
        Encoder = ReadableJsonEncoder.Instance,
    };

    /// <summary>Returns the name of an enumeration's value in camel case.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
