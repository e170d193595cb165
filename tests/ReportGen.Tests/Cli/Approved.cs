using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Cli;

/// <summary>
/// Compares a text with the approved file beside the test. After an intended change, run the tests with REPORTGEN_APPROVE=1 to
/// rewrite the files, and review the difference.
/// </summary>
internal static class Approved
{
    public static void Matches(string actual, string name)
    {
        var file = Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Cli/Expectations", name + ".txt");
        if (Environment.GetEnvironmentVariable("REPORTGEN_APPROVE") is "1") File.WriteAllText(file, actual);
        Assert.That(actual, Is.EqualTo(File.Exists(file) ? File.ReadAllText(file) : ""),
            $"differs from {Path.GetFileName(file)}");
    }
}
