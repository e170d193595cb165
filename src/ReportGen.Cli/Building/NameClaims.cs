using System.Collections.Concurrent;

namespace ReportGen.Cli.Building;

/// <summary>
/// Which workbook of a run writes which report. The first to claim a name has it; a second one would overwrite another body's
/// report. Upper and lower case are the same here, as they are on many disks.
/// </summary>
internal sealed class NameClaims
{
    private readonly ConcurrentDictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Claims a report's name.</summary>
    /// <returns>The workbook that has it already; null when it is free.</returns>
    public string? Claim(ReportNames names, string workbook) =>
        _owners.GetOrAdd(names.Stem, workbook) is var owner && owner == workbook ? null : owner;
}
