using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ReportGen.Cli.Commands;

/// <summary>Recognises a start by a double click: on Windows, the program then has a console window of its own.</summary>
internal static class DoubleClick
{
    /// <summary>
    /// Returns the arguments; those of <c>reportgen start</c> if there are none and the program was double-clicked.
    /// </summary>
    public static string[] Adapt(string[] arguments) =>
        arguments.Length == 0 && OperatingSystem.IsWindows() && OwnsConsole() ? ["start"] : arguments;

    // A console that was there before has the shell as a second process.
    [SupportedOSPlatform("windows")]
    private static bool OwnsConsole() => GetConsoleProcessList(new uint[2], 2) == 1;

    [SupportedOSPlatform("windows")]
    [DllImport("kernel32.dll")]
    private static extern uint GetConsoleProcessList([Out] uint[] processes, uint count);
}
