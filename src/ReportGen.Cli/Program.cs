using ReportGen.Cli;
using ReportGen.Cli.Terminal;

return await CommandLine.RunAsync(args, UserTerminal.OfThisProcess(args));
