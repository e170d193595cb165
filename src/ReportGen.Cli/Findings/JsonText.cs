using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportGen.Cli.Findings;

/// <summary>JSON as the program writes it: UTF-8, camel case, Chinese as Chinese, no absent values.</summary>
internal static class JsonText
{
    /// <summary>Options for a module's context. Each context needs its own.</summary>
    /// <param name="indented">Whether each value takes a line of its own; otherwise a document is one line.</param>
    public static JsonSerializerOptions Options(bool indented = false) => new()
    {
        WriteIndented = indented,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The text goes to a file, a pipe or a script's data, never into a page: quotation marks and Chinese stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The name of an enumeration's value: its first letter small.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
