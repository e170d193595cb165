using System.Diagnostics;
using System.Xml.Linq;
using ReportGen.Tests.Cli;

namespace ReportGen.Tests.Architecture;

/// <summary>The version is written once; everything else agrees with it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class VersionTests
{
    private static readonly string s_version =
        XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    [Test]
    public void The_program_states_it() => Assert.That(CliRun.Of("--version").Output, Is.EqualTo($"reportgen {s_version}\n"));

    [Test]
    public void The_changelog_begins_with_it() => Assert.That(
        File.ReadLines(Path.Combine(RepositoryFiles.Root, "CHANGELOG.md"))
            .First(line => line.StartsWith("## ", StringComparison.Ordinal)),
        Does.StartWith($"## [{s_version}] - "));

    [Test]
    public void A_tag_of_the_commit_names_it() =>
        Assert.That(Tags().Where(tag => tag.StartsWith('v')), Has.All.EqualTo($"v{s_version}"));

    [Test]
    public void No_other_file_of_the_build_repeats_it()
    {
        var found = new[] { "build.cake", "build.sh", "build.ps1" }.Select(name => Path.Combine(RepositoryFiles.Root, name))
            .Concat(RepositoryFiles.Under("packaging")).Concat(RepositoryFiles.Under("src", "*.csproj"))
            .Where(file => File.ReadAllText(file).Contains(s_version, StringComparison.Ordinal)).Select(RepositoryFiles.Relative);
        Assert.That(found, Is.Empty);
    }

    private static string[] Tags()
    {
        var start = new ProcessStartInfo("git", ["-C", RepositoryFiles.Root, "tag", "--points-at", "HEAD"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            return git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git on this machine: the sources are a download, without tags.
            return [];
        }
    }
}
