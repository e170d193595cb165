using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>The shared options of commands that write one workbook.</summary>
internal sealed class OutputFileSettings(UserTerminal terminal)
{
    private const string Extension = ".xlsx";

    private readonly Option<string> _output = terminal.NewOption<string>("--output", new("文件", "file"),
        new("要写的 .xlsx 文件", "the .xlsx file to write"), "-o").AsRequired().NamedLike(terminal, Extension);
    private readonly Option<bool> _force = terminal.NewSwitch("--force", new("文件已存在时覆盖它", "replace the file if it exists"));

    /// <summary>The option for the file to write.</summary>
    public Symbol Output => _output;

    /// <summary>The option to replace an existing file.</summary>
    public Symbol Force => _force;

    /// <summary>Returns the values.</summary>
    public OutputFileArguments Read(ParseResult result) => new(result.GetValue(_output)!, result.GetValue(_force));
}

/// <summary>The file to write.</summary>
/// <param name="Path">The path as the user gave it.</param>
/// <param name="Force">Whether to replace an existing file.</param>
internal sealed record OutputFileArguments(string Path, bool Force)
{
    /// <summary>Whether the file exists and must not be replaced.</summary>
    public bool IsTaken => !Force && File.Exists(Path);
}
