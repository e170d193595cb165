using ReportGen.Cli;
using ReportGen.Diagnostics;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Cli;

[Parallelizable(ParallelScope.All)]
public sealed class ExitCodesTests
{
    [TestCase("", 0)]
    [TestCase("T3-02", 1)]
    [TestCase("file.truncated", 1)]
    [TestCase("kind.unknown-kind", 2)]
    [TestCase("kind.duplicate", 3)]
    [TestCase("checks.bad-pattern", 3)]
    [TestCase("template.unknown-name", 3)]
    [TestCase("printing.crashed", 4)]
    [TestCase("printing.no-browser", 6)]
    [TestCase("T3-02 template.unknown-name", 3)]
    [TestCase("printing.no-browser printing.crashed N-01", 6)]
    public void The_most_severe_cause_decides(string ids, int expected)
    {
        var findings = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Finding(id, Severity.Error));
        Assert.That(ExitCodes.For(findings), Is.EqualTo(expected));
    }

    [Test]
    public void Warnings_do_not_change_the_exit_code() =>
        Assert.That(ExitCodes.For([Finding("T3-02", Severity.Warning)]), Is.EqualTo(ExitCodes.Ok));

    [Test]
    public void The_documentation_lists_every_code()
    {
        var documented = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "docs/cli.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsDigit(line[2]))
            .Select(line => int.Parse(line.Split('|')[1]));
        var defined = typeof(ExitCodes).GetFields().Where(f => f.IsLiteral).Select(f => (int)f.GetRawConstantValue()!);
        Assert.That(documented, Is.EqualTo(defined.Order()));
    }

    private static Diagnostic Finding(string id, Severity severity) =>
        new() { Id = id, Severity = severity, Message = LocalizedText.Same("x") };
}
