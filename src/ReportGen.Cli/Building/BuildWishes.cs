using System.Collections.Immutable;

namespace ReportGen.Cli.Building;

/// <summary>What the user wants built.</summary>
/// <param name="Output">The output folder.</param>
/// <param name="Formats">The forms, none twice.</param>
/// <param name="Force">Whether an unchanged report is built all the same.</param>
internal sealed record BuildWishes(string Output, ImmutableSortedSet<OutputFormat> Formats, bool Force);
