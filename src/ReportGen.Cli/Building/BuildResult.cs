using System.Collections.Immutable;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Building;

/// <summary>What became of one workbook.</summary>
/// <param name="Workbook">The path as the user gave it.</param>
/// <param name="Findings">Everything that was found.</param>
/// <param name="Outputs">The files of the report, as paths for the user; empty when it was not published.</param>
/// <param name="IsUnchanged">Whether the files stood there already and nothing they depend on has changed.</param>
internal sealed record BuildResult(
    string Workbook, ImmutableArray<Diagnostic> Findings, ImmutableArray<string> Outputs, bool IsUnchanged = false);
