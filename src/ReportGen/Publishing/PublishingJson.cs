using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportGen.Publishing;

/// <summary>JSON of the journal and the plans. Source-generated, because reflection takes a fifth of a cold start.</summary>
internal static class PublishingJson
{
    /// <summary>The journal's format; Chinese is not escaped.</summary>
    public static JournalJson Journal { get; } =
        new(new JsonSerializerOptions(JournalJson.Default.Options) { Encoder = ReadableJsonEncoder.Instance });
}

/// <summary>The journal as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(StateConverter)])]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;

/// <summary>Plans as JSON.</summary>
[JsonSerializable(typeof(PublicationPlan))]
internal sealed partial class PlanJson : JsonSerializerContext;

/// <summary>States by their names, in camel case.</summary>
internal sealed class StateConverter() : JsonStringEnumConverter<PublicationState>(JsonNamingPolicy.CamelCase);
