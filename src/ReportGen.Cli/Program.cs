using ReportGen.Cli;
using ReportGen.Cli.Commands;
using ReportGen.Cli.Terminal;

if (SystemLibrary.FindMissing() is { } missing)
{
    SystemLibrary.DoWithoutCultures();
    var terminal = UserTerminal.OfThisProcess(args, () => null);
    terminal.Error.WriteLine(terminal.Localize(
        $"reportgen: 这台机器缺少 {missing.Name}，程序不能运行。请安装：apt-get install {missing.Package}",
        $"reportgen: {missing.Name} is missing on this machine; the program cannot run. "
            + $"Install it: apt-get install {missing.Package}"));
    return ExitCodes.Environment;
}

args = DoubleClick.Adapt(args);
return await CommandLine.RunAsync(args, UserTerminal.OfThisProcess(args, () => TemplatesFolder.LanguageOfKinds(args)));
