using System.Diagnostics;
using ReportGen.Cli;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli;

/// <summary>The output and exit code of a command line, run in the test process or by the published program.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static CliRun Of(params string[] arguments) => In(Language.English, arguments);

    public static CliRun In(Language language, params string[] arguments)
    {
        if (ToolProgram.IsPublished) return OfPublished(language, arguments);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var requested = LanguageChoice.Requested(arguments);
        var terminal = new UserTerminal(output, error, requested ?? language)
        {
            IsLanguageRequested = requested is not null,
            Width = 100,
            Environment = Environment.GetEnvironmentVariable,
        };
        var exitCode = CommandLine.RunAsync(arguments, terminal).GetAwaiter().GetResult();
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    private static CliRun OfPublished(Language language, string[] arguments)
    {
        var start = ToolProgram.With(arguments);
        start.Environment["LC_ALL"] = language == Language.Chinese ? "zh_CN.UTF-8" : "en_US.UTF-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output, error.Result);
    }
}
