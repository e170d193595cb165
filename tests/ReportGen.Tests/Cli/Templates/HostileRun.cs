using System.Diagnostics;

namespace ReportGen.Tests.Cli.Templates;

/// <summary>Runs the program as a process with a small stack, on input made to crash or hang it.</summary>
internal static class HostileRun
{
    private const int StackKilobytes = 192;

    // Far more than needed, because a machine that runs all tests at once is slow.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    /// <summary>Renders a template; the program must exit with output or a template error.</summary>
    /// <returns>What the program printed.</returns>
    public static string Render(string template, bool isHtml = false)
    {
        using var folder = new TemporaryFolder();
        var (file, data) = (folder.Combine(isHtml ? "t.sbn-html" : "t.sbn"), folder.Combine("data.json"));
        File.WriteAllText(file, template);
        File.WriteAllText(data, "{}");
        var (exitCode, output) = Run("render", file, "--data", data);
        Assert.That(exitCode, Is.Zero.Or.EqualTo(3), output);
        return output;
    }

    /// <summary>Checks a workbook with these paragraphs of prose; the program must exit normally.</summary>
    /// <returns>The findings as JSON.</returns>
    public static string Check(params string[] paragraphs)
    {
        using var kind = new ToyKind();
        var (exitCode, output) = Run("check", kind.Workbook("a.xlsx", "Corner Shop", prose: paragraphs), "--templates",
            kind.Templates, "--format", "json");
        Assert.That(exitCode, Is.Zero.Or.EqualTo(1), output);
        return output;
    }

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        using var process = Process.Start(ToolProgram.WithStackLimit(StackKilobytes, [.. arguments, "--lang", "en"]))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(s_timeout))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The program does not end.");
        }

        Assert.That(error.Result, Does.Not.Contain("Unhandled exception").And.Not.Contains("   at "));
        return (process.ExitCode, output.Result + error.Result);
    }
}
