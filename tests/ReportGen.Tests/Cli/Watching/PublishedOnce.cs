using System.Security.Cryptography;
using ReportGen.Publishing;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>The invariant after every fault: each content was published exactly once, completely, and nothing is lost.</summary>
internal static class PublishedOnce
{
    public static JournalEntry[] Journal(ToyKind kind) => [.. Publishing(kind).Entries];

    /// <summary>Asserts that each workbook in the inbox was published once and that its files exist.</summary>
    public static void Holds(ToyKind kind)
    {
        var contents = Directory.EnumerateFiles(kind["in"], "*.xlsx", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).StartsWith('~') && !Path.GetFileName(f).StartsWith('.'))
            .Select(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))).Distinct().Order();
        var journal = Journal(kind);
        Assert.That(journal.Select(e => e.State), Is.All.EqualTo(PublicationState.Published));
        Assert.That(journal.Select(e => e.Sha256).Order(), Is.EqualTo(contents), "each content once");
        var outputs = journal.SelectMany(e => e.Outputs).ToArray();
        Assert.That(outputs, Is.Unique);
        foreach (var file in outputs.Where(o => o.EndsWith(".html", StringComparison.Ordinal)))
            Assert.That(File.ReadAllText(kind["out", file]).TrimEnd(), Does.EndWith("</html>"), file);
        Assert.That(Published(kind), Is.EquivalentTo(outputs), "nothing else stands there");
        var staging = kind["out", ".reportgen", "staging"];
        var unfinished = Directory.Exists(staging) ? Directory.EnumerateFiles(staging, "plan", SearchOption.AllDirectories) : [];
        Assert.That(unfinished, Is.Empty);
    }

    /// <summary>Returns the files in the bodies' folders.</summary>
    public static IEnumerable<string> Published(ToyKind kind) =>
        Directory.EnumerateFiles(kind["out"], "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(kind["out"], f).Replace('\\', '/'))
            .Where(f => f.Contains('/') && !f.StartsWith('.'));

    private static Journal Publishing(ToyKind kind) => ReportGen.Publishing.Journal.Open(OutputFolder.Open(kind["out"]));
}
