using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A document that reports cite.</summary>
public sealed record KnownDocument
{
    /// <summary>The id within the rule file.</summary>
    public required string Id { get; init; }

    /// <summary>Its number as it must be written.</summary>
    public required string Right { get; init; }

    /// <summary>Other ways to write the number that are right.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Its names, without the marks of a title.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Numbers that were right once, or belong to a document that it replaced.</summary>
    public ImmutableArray<string> Former { get; init; } = [];

    /// <summary>Words of a sentence that speak of this document though it is not named.</summary>
    public ImmutableArray<ProsePattern> Context { get; init; } = [];

    internal static KnownDocument Read(CheckReading reading, YamlMap map)
    {
        var read = new KnownDocument
        {
            Id = map.Text("id"), Right = map.Text("right"), Also = map.Texts("also"), Names = map.Texts("names"),
                Former = map.Texts("former"),
            Context = reading.Patterns(map, "context", TextView.Plain),
        };
        map.Done();
        return read;
    }
}

/// <summary>Documents are cited by their right names and numbers.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Documents">The documents.</param>
/// <param name="IsOfNames">Whether it looks at the names; else at the numbers.</param>
public sealed record CitationCheck(CheckHeader Header, ImmutableArray<KnownDocument> Documents, bool IsOfNames)
    : ProseCheck(Header)
{
    private static readonly Dictionary<string, bool> s_parts = new() { ["numbers"] = false, ["names"] = true };

    internal static ImmutableArray<string> Places { get; } = ["words", "right"];

    internal static CitationCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, [.. reading.Documents], map.Choice("finding", s_parts, false)) { Where = reading.Scope(map) };
}
