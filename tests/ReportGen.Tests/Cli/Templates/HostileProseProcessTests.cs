using System.Text.RegularExpressions;

namespace ReportGen.Tests.Cli.Templates;

/// <summary>No prose of a workbook crashes or hangs the program.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HostileProseProcessTests
{
    private static readonly string[] s_statements =
    [
        "for i in 1..9; end", "while true; end", "x = 1", "func f; end", "do; end", "capture x; end", "with x; end",
        "wrap x; end",
        "if true; end", "case 1; when 1; end", "import x", "ret 1", "1..900000", "1 << 2", "@math.abs", "++x", "$'{1}'",
        "{a: 1}", "this",
        "include 'x'", "object.eval '1'", "date.now", "math.random 1 2", "math.uuid",
    ];

    [Test]
    public void Deep_nesting_does_not_crash_the_program() => HostileRun.Check([.. Nesting.All.Select(n => n.OfLength(8_000))]);

    [Test]
    public void Nesting_below_the_limits_does_not_crash_the_program() =>
        HostileRun.Check([.. Nesting.All.Select(n => n.OfLength(440))]);

    [Test]
    public void Statements_and_functions_of_the_current_time_are_refused()
    {
        var output = HostileRun.Check([.. s_statements.Select(s => "Text {{ " + s + " }} text.")]);
        Assert.That(Regex.Count(output, "\"prose\\.(statement|expression|not-a-figure)\""),
            Is.GreaterThanOrEqualTo(s_statements.Length), output);
    }

    [TestCaseSource(typeof(Nesting), nameof(Nesting.All)), Explicit("Starts the program some hundred times.")]
    public void No_depth_of_nesting_crashes_the_program(Nesting nesting)
    {
        foreach (var size in new[] { 100, 450, 2_400, 8_000, 32_000 })
            HostileRun.Check(nesting.OfLength(size), string.Concat(Enumerable.Repeat(nesting.OfLength(100), size / 100)));
    }
}
