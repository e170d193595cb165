using System.Diagnostics;

namespace ReportGen.Tests.Cli;

/// <summary>
/// The program that tests start as a process: the one built beside them, or the published one that the environment
/// variable <c>REPORTGEN_TOOL</c> names (<c>./build.sh test-dist</c>).
/// </summary>
internal static class ToolProgram
{
    private static readonly string? s_published =
        Environment.GetEnvironmentVariable("REPORTGEN_TOOL") is { Length: > 0 } tool ? System.IO.Path.GetFullPath(tool) : null;

    /// <summary>Whether the published program is tested.</summary>
    public static bool IsPublished => s_published is not null;

    /// <summary>The program's file.</summary>
    public static string Path { get; } =
        s_published ?? System.IO.Path.Combine(TestContext.CurrentContext.TestDirectory, OperatingSystem.IsWindows() ? "reportgen.exe" : "reportgen");

    /// <summary>What starts the program with <paramref name="arguments"/>, its streams redirected.</summary>
    public static ProcessStartInfo With(params IEnumerable<string> arguments) => Command([Path, .. arguments]);

    /// <summary>As <see cref="With"/>, with a limit on the size of any file that it writes.</summary>
    public static ProcessStartInfo WithFileLimit(int kilobytes, IEnumerable<string> arguments) => Command(
        ["bash", "-c", $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kilobytes}; exec \"$@\"", "bash", Path, .. arguments]);

    /// <summary>As <see cref="With"/>, with stacks of that size, for the main thread and all others.</summary>
    public static ProcessStartInfo WithStackLimit(int kilobytes, IEnumerable<string> arguments) => Command(
        ["bash", "-c", $"export DOTNET_Thread_DefaultStackSize={kilobytes * 1024:x}; ulimit -s {kilobytes}; exec \"$@\"", "bash", Path, .. arguments]);

    /// <summary>Sends a process a signal by its name, such as <c>INT</c>; .NET can only kill.</summary>
    public static void Signal(string name, int processId)
    {
        // The shell's own command: the program of that name is not on every machine.
        using var kill = Process.Start("sh", ["-c", $"kill -s {name} {processId}"]);
        kill.WaitForExit();
        Assert.That(kill.ExitCode, Is.Zero);
    }

    // Tests run in the background have the interrupt ignored, and a program that they start inherits that.
    private static ProcessStartInfo Command(string[] line)
    {
        if (OperatingSystem.IsLinux()) line = ["env", "--default-signal=INT,QUIT", .. line];
        return new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }
}
