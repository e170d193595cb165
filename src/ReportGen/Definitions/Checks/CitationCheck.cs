using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A document's number, and how it is met in texts.</summary>
/// <param name="Right">The number as it must be written.</param>
/// <param name="Also">Other ways to write it that are right.</param>
/// <param name="Patterns">How it is met, right or wrong.</param>
public sealed record Citation(string Right, ImmutableArray<string> Also, ImmutableArray<ProsePattern> Patterns);

/// <summary>Documents are cited by their right numbers.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Citations">The documents.</param>
public sealed record CitationCheck(CheckHeader Header, ImmutableArray<Citation> Citations) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "right"];

    internal static CitationCheck Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var citations = map.Maps("documents").Select(document =>
        {
            var read = new Citation(document.Text("right"), document.Texts("also"), reading.Patterns(document, "patterns", TextView.Plain));
            document.Done();
            return read;
        }).ToImmutableArray();
        return new CitationCheck(header, citations) { Where = reading.Scope(map) };
    }
}
