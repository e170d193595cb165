using ReportGen.Cli;

namespace ReportGen.Tests.Cli;

[Parallelizable(ParallelScope.All)]
public sealed class SystemLibraryTests
{
    [TestCase("ICU")]
    [TestCase("OpenSSL", "libicuuc.so.63")]
    [TestCase(null, "libicuuc.so.63", "libssl.so.1.1")]
    [TestCase(null, "libicuuc.so.76", "libssl.so.3")]
    public void The_first_library_that_no_folder_has_is_named(string? missing, params string[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in files) File.WriteAllText(folder.Combine(file), "");
        Assert.That(SystemLibrary.FindMissing([folder.Path], _ => false)?.Name, Is.EqualTo(missing));
    }

    [Test]
    public void A_library_that_is_elsewhere_counts_if_it_loads() =>
        Assert.That(SystemLibrary.FindMissing([], file => file is "libicuuc.so.70" or "libssl.so.3"), Is.Null);

    [Test]
    public void This_machine_has_both() => Assert.That(SystemLibrary.FindMissing(), Is.Null);
}
