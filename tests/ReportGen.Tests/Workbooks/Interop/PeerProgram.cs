using System.Diagnostics;
using System.Text;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>Runs other programs and returns their exit code and output.</summary>
internal sealed record PeerProgram(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);

    /// <summary>Runs another project of the repository that was built with the tests.</summary>
    /// <param name="project">The project's folder in the repository.</param>
    /// <param name="name">The name of its program.</param>
    /// <param name="arguments">The arguments.</param>
    public static PeerProgram OfProject(string project, string name, params IEnumerable<string> arguments)
    {
        // All projects are built into bin/CONFIGURATION/FRAMEWORK.
        var framework = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        var folder = Path.Combine(RepositoryFiles.Root, project, "bin", framework.Parent!.Name, framework.Name);
        return Run("dotnet", [Path.Combine(folder, $"{name}.dll"), .. arguments]);
    }

    /// <summary>Runs a program to its end; kills it on timeout.</summary>
    public static PeerProgram Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // The programs run for about a second, so profile-guided optimization does not pay off.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(s_timeout))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} does not end.");
        }

        return new PeerProgram(process.ExitCode, output.Result, error.Result);
    }
}
