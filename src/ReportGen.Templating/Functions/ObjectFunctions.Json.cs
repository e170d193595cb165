using System.Text.Json;
using ReportGen.Templating.Functions.Json;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Functions;

public static partial class ObjectFunctions
{
    /// <summary>The value as JSON without blanks. <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are written as codes, so that it is safe in a script.</summary>
    public static string ToJson(TemplateContext context, SourceSpan span, object? value) =>
        new JsonTextWriter(context, span).Write(value);

    /// <summary>The value that a JSON text tells; null for null.</summary>
    public static object? FromJson(TemplateContext context, SourceSpan span, string? json)
    {
        if (json is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
            return new JsonValueReader(context, span).Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw FunctionMessages.NotReadable(span, "object.from_json", json, "JSON");
        }
    }
}
