using ReportGen.Cli;
using ReportGen.Cli.Commands;
using ReportGen.Cli.Terminal;

args = DoubleClick.Adapt(args);
return await CommandLine.RunAsync(args, UserTerminal.OfThisProcess(args));
