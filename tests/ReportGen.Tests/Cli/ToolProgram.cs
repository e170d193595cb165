using System.Diagnostics;

namespace ReportGen.Tests.Cli;

/// <summary>
/// The program that tests start as a process: the one from the build, or the published one in the environment variable
/// <c>REPORTGEN_TOOL</c> (<c>./build.sh test-dist</c>).
/// </summary>
internal static class ToolProgram
{
    private static readonly string? s_published =
        Environment.GetEnvironmentVariable("REPORTGEN_TOOL") is { Length: > 0 } tool ? System.IO.Path.GetFullPath(tool) : null;

    /// <summary>Whether the published program is tested.</summary>
    public static bool IsPublished => s_published is not null;

    /// <summary>The path of the program.</summary>
    public static string Path { get; } =
        s_published
            ?? System.IO.Path.Combine(TestContext.CurrentContext.TestDirectory,
                OperatingSystem.IsWindows() ? "reportgen.exe" : "reportgen");

    /// <summary>Returns start information for the program with <paramref name="arguments"/> and redirected streams.</summary>
    public static ProcessStartInfo With(params IEnumerable<string> arguments) => Command([Path, .. arguments]);

    /// <summary>As <see cref="With"/>, with a limit on the size of any file that it writes.</summary>
    public static ProcessStartInfo WithFileLimit(int kilobytes, IEnumerable<string> arguments) => Command(
        ["bash", "-c", $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kilobytes}; exec \"$@\"", "bash", Path,
            .. arguments]);

    /// <summary>As <see cref="With"/>, with a stack limit for all threads.</summary>
    public static ProcessStartInfo WithStackLimit(int kilobytes, IEnumerable<string> arguments) => Command(
        ["bash", "-c", $"export DOTNET_Thread_DefaultStackSize={kilobytes * 1024:x}; ulimit -s {kilobytes}; exec \"$@\"", "bash",
            Path, .. arguments]);

    /// <summary>Sends a signal to a process, such as <c>INT</c>; .NET itself can only kill.</summary>
    public static void Signal(string name, int processId)
    {
        // The shell's built-in command, because not every machine has the program.
        using var kill = Process.Start("sh", ["-c", $"kill -s {name} {processId}"]);
        kill.WaitForExit();
        Assert.That(kill.ExitCode, Is.Zero);
    }

    // Background tests ignore SIGINT, and child processes inherit that.
    private static ProcessStartInfo Command(string[] line)
    {
        if (OperatingSystem.IsLinux()) line = ["env", "--default-signal=INT,QUIT", .. line];
        return new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }
}
