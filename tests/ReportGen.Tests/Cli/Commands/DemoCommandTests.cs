using ReportGen.Printing;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class DemoCommandTests
{
    [Test]
    [Category("Slow")]
    public void The_demo_makes_the_report_of_an_example_and_says_where_it_is()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        using var folder = new TemporaryFolder();
        var run = CliRun.Of("demo", "-o", folder.Combine("sample"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var files = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(files.Select(Path.GetExtension), Is.EquivalentTo(new[] { ".pdf", ".html", ".md" }));
        Assert.That(files, Has.All.Matches<string>(File.Exists));
        Assert.That(run.Error, Does.EndWith($"The report is in {folder.Combine("sample")}\n"));
    }
}
