using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen completion</c>: prints a script with which a shell completes command lines.</summary>
/// <remarks>The scripts ask the program itself, which answers in a fraction of a second; so they fit every version.</remarks>
internal static class CompletionCommand
{
    // Options are offered after a dash only; otherwise they would hide the names of files.
    private const string Bash = """
        # Completion of reportgen for bash: source <(reportgen completion bash)
        _reportgen() {
          local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} found
          found=$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
          [[ $word == -* ]] || found=$(grep -v '^[-/]' <<<"$found")
          COMPREPLY=($(compgen -W "$found" -- "$word"))
        }
        complete -o default -F _reportgen reportgen

        """;

    private const string Zsh = """
        #compdef reportgen
        # Completion of reportgen for zsh: source <(reportgen completion zsh), or this file as _reportgen in a folder of $fpath
        _reportgen() {
          local -a found
          found=("${(@f)$(reportgen "[suggest:${#LBUFFER}]" "$LBUFFER" 2>/dev/null)}")
          [[ $PREFIX == -* ]] || found=("${(@)found:#[-/]*}")
          found=("${(@)found:#}")
          if (( ${#found} )); then compadd -a found; else _files; fi
        }
        if [[ $funcstack[1] == _reportgen ]]; then _reportgen "$@"; else compdef _reportgen reportgen; fi

        """;

    private const string PowerShell = """
        # Completion of reportgen for PowerShell: reportgen completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName reportgen -ScriptBlock {
          param($word, $line, $cursor)
          reportgen "[suggest:$cursor]" "$line" 2>$null |
            Where-Object { $_ -like "$word*" -and ($word -like '-*' -or $_ -notmatch '^[-/]') } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    public static Command Create(UserTerminal terminal)
    {
        var shell = terminal.NewArgument<string>("shell", LocalizedText.Same("bash|zsh|powershell"),
            new("哪一种命令行", "the shell")).OneOf(terminal, "bash", "zsh", "powershell");
        var command = new CliCommand("completion",
            terminal.Localize("打印命令行自动补全的脚本", "print a script with which a shell completes command lines"), [shell])
        {
            Examples =
            [
                "source <(reportgen completion bash)",
                "reportgen completion powershell | Out-String | Invoke-Expression",
            ],
        };
        command.SetAction(result => Print(result.GetValue(shell)!, terminal));
        return command;
    }

    private static int Print(string shell, UserTerminal terminal)
    {
        var script = shell switch { "bash" => Bash, "zsh" => Zsh, _ => PowerShell };
        terminal.Output.Write(script.ReplaceLineEndings("\n"));
        return ExitCodes.Ok;
    }
}
