using ReportGen.Templating;
using ReportGen.Tests.Templating.Functions;

namespace ReportGen.Tests.Cli.Templates;

/// <summary>No template crashes or hangs the program, whatever it nests, chains, repeats or lets grow.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HostileTemplateProcessTests
{
    private const string All = "Starts the program some hundred times.";

    private static readonly int[] s_sizes = [2_400, 4_400, 8_000, 100_000, 1_000_000];

    private static readonly string[] s_sample =
        ["braces", "members", "sum", "else if", "pipes", "interpolated", "braces run", "digits"];

    private static readonly string[] s_lists = ["[1, 2, 3]", "[o, o, o]"];

    private static readonly string[] s_arguments = ["", " 0", " 3", " []", " 'o'", " @is_item", " @same"];

    private static readonly string[] s_growth =
    [
        "while true; end", "for a in 1..900; for b in 1..900; for c in 1..900; end; end; end",
        "x = 1..2000000000; x | array.size",
        "x = 'abc' * 2000000000", "x = 'a'; for i in 1..500; x += x; end", "x = 'a'; for i in 1..500; x = $'{x}{x}'; end",
        "x = 'a'; for i in 1..500; capture x; x; x; end; end", "x = [1]; for i in 1..500; x = x + x; end", "x = [1] * 2000000000",
        "x = [1]; for i in 1..60; x = [x, x]; end; x", "x = [1]; for i in 1..60; x = [x, x]; end; x == [x]",
        "x = {}; x.x = x; x", "x = {}; x.x = x; x | object.to_json", "x = []; x[2000000000] = 1",
        "[1] | array.insert_at 1000000000 1",
        "x = 7; for i in 1..500; x = x * x; end", "1 << 2000000000", "'a' | string.pad_left 1000000000",
        "1 | math.format 'N999999999'",
        "date.parse '2024-01-01' | date.to_string ('%c' * 100000)", "'a,' * 500000 | string.split ','",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | regex.match '^(a+)+$'", "('<a' * 400000) | html.strip",
        "func f; f; end; f", "f(x) = x + f(x); f 1", "func f; [1] | array.each @f; end; f", "func f; object.eval 'f'; end; f",
        "func f; object.eval_template '{{ f }}'; end; f", "func f; wrap f; $$; end; end; f", "func f; $'{f}'; end; f",
        "func f; capture z; f; end; end; f", "func f; for i in 1..2; with {a: f}; end; end; end; f",
        "func f; ret 1 | f | f; end; f",
        "include 't.sbn'", "include_join ['t.sbn', 't.sbn'] ','",
    ];

    private static IEnumerable<Nesting> Sample => Nesting.All.Where(n => s_sample.Contains(n.Name));

    /// <summary>Calls of every function that makes a list from a list.</summary>
    private static readonly Lazy<string[]> s_chains = new(() =>
        [.. from name in BuiltinNames.All()
            from list in s_lists
            from argument in s_arguments
            let chain = Chain(list, $"{name}{argument}", 2)
            where Rendering(chain) == "3"
            select chain]);

    [TestCaseSource(nameof(Sample))]
    public void Nesting_does_not_crash_the_program(Nesting nesting) => HostileRun.Render(nesting.OfLength(8_000));

    [TestCaseSource(typeof(Nesting), nameof(Nesting.All)), Explicit(All)]
    public void No_depth_of_nesting_crashes_the_program(Nesting nesting)
    {
        foreach (var size in s_sizes)
        {
            HostileRun.Render(nesting.OfLength(size));
            HostileRun.Render(nesting.OfLength(size), isHtml: true);
        }
    }

    [Test]
    public void Lazy_lists_do_not_crash_the_program()
    {
        foreach (var name in new[] { "offset", "limit", "concat", "map", "each", "filter", "compact", "reverse" })
            Assert.That(s_chains.Value, Has.Some.Contains($"| array.{name}"));
        Assert.That(HostileRun.Render(string.Concat(s_chains.Value.Select(c => Longer(c, 8_000)))), Does.Not.Contain("error"));
    }

    [Test, Explicit(All)]
    public void No_chain_of_lazy_lists_crashes_the_program()
    {
        foreach (var chain in s_chains.Value) HostileRun.Render(Longer(chain, 90_000));
    }

    [Test]
    public void Growth_and_recursion_do_not_crash_the_program([Range(0, 34, 7)] int which) =>
        HostileRun.Render("{{ " + s_growth[which] + " }}");

    [TestCaseSource(nameof(s_growth)), Explicit(All)]
    public void No_growth_or_recursion_crashes_the_program(string code)
    {
        HostileRun.Render("{{ " + code + " }}");
        HostileRun.Render("{{ " + code + " }}", isHtml: true);
    }

    private static string Chain(string list, string call, int times) =>
        $"{{{{ is_item(x) = true; same(x) = x; o = {{}}; o.o = o; x = {list}; for i in 1..{times}; x = x | {call}; end; x | "
            + $"array.size }}}}";

    private static string Longer(string chain, int times) => chain.Replace("1..2;", $"1..{times};", StringComparison.Ordinal);

    private static string Rendering(string text) =>
        ReportTemplate.Parse(text).TryRender(new RenderContext(), out var output).IsEmpty ? output : "";
}
