using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>A command with examples for its help screen.</summary>
internal sealed class CliCommand : Command
{
    /// <summary>Creates a command with its arguments and options, in the order of the help screen.</summary>
    public CliCommand(string name, string description, params IEnumerable<Symbol> symbols)
        : base(name, description)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) Add(argument);
            else Add((Option)symbol);
        }
    }

    /// <summary>Example command lines, in the user's language; <c>KIND</c> stands for any kind of report.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Returns the examples with a kind that exists, so that they run.</summary>
    public IEnumerable<string> ExamplesFor(ParseResult result, UserTerminal terminal)
    {
        var kind = TemplatesFolder.Kinds(result, terminal).Order(StringComparer.Ordinal).FirstOrDefault() ?? "KIND";
        return Examples.Select(e => e.Replace("KIND", kind, StringComparison.Ordinal));
    }

    /// <summary>The time that the command has to finish after Ctrl-C.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Sets the action, which returns the exit code; Ctrl-C and SIGTERM cancel it.</summary>
    /// <remarks>
    /// The action runs on another thread. On a signal, the library waits for the action's task; until the synchronous part of an
    /// action returns, there is no task, and the process would end at once.
    /// </remarks>
    public CliCommand Run(Func<ParseResult, CancellationToken, Task<int>> action)
    {
        SetAction((result, cancellation) => Task.Run(() => action(result, cancellation), CancellationToken.None));
        return this;
    }
}
