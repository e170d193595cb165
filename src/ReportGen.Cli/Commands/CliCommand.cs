using System.CommandLine;

namespace ReportGen.Cli.Commands;

/// <summary>A command with examples for its help screen.</summary>
internal sealed class CliCommand : Command
{
    /// <summary>A command with its arguments and options, in the order of the help screen.</summary>
    public CliCommand(string name, string description, params IEnumerable<Symbol> symbols)
        : base(name, description)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) Add(argument);
            else Add((Option)symbol);
        }
    }

    /// <summary>Command lines as a user would type them, in the user's language.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>After Ctrl-C, how long the command may take to finish what it holds.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Sets what the command does: gives its exit code, and ends early when told so by Ctrl-C or SIGTERM.</summary>
    /// <remarks>
    /// It begins on a thread of its own. The library waits, on a signal, for the task that an action gives; while the first
    /// part of an action still runs there is no task, and the program would end at once with whatever it holds.
    /// </remarks>
    public CliCommand Run(Func<ParseResult, CancellationToken, Task<int>> action)
    {
        SetAction((result, cancellation) => Task.Run(() => action(result, cancellation), CancellationToken.None));
        return this;
    }
}
