using System.CommandLine;

namespace ReportGen.Cli.Commands;

/// <summary>A command with examples for its help screen.</summary>
internal sealed class CliCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines as a user would type them, in the user's language.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>After Ctrl-C, how long the command may take to finish what it holds.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(10);
}
