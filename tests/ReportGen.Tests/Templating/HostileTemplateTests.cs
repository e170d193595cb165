using System.Diagnostics;
using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>
/// Texts written to break the program. Each must give an error with a place, or text; none may end the process.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class HostileTemplateTests
{
    private const int Many = 60_000;

    [TestCase("(")]
    [TestCase("[")]
    [TestCase("{a:")]
    [TestCase("!")]
    [TestCase("-")]
    [TestCase("- ")]
    [TestCase("@")]
    [TestCase("^")]
    [TestCase("x[")]
    [TestCase("f(")]
    [TestCase("f (")]
    [TestCase("do;")]
    [TestCase("if 1;")]
    [TestCase("for i in 1..2;")]
    [TestCase("case 1; when 1;")]
    [TestCase("1 ? ")]
    [TestCase("1 ? 1 : ")]
    [TestCase("$\"{")]
    [TestCase("func f;")]
    [TestCase("capture x;")]
    [TestCase("with x;")]
    [TestCase("wrap f;")]
    [TestCase("while 1;")]
    [TestCase("[x[(")]
    public void Deep_nesting_is_an_error(string opener)
    {
        var text = "{{ " + string.Concat(Enumerable.Repeat(opener, Many / opener.Length)) + " }}";
        Assert.That(ReportTemplate.Parse(text).HasErrors);
    }

    [TestCase("{{ x = 1", "+1", " }}")]
    [TestCase("{{ x = 1", "*1", " }}")]
    [TestCase("{{ x = 1", " == 1", " }}")]
    [TestCase("{{ x = true", " && true", " }}")]
    [TestCase("{{ x = null", " ?? null", " }}")]
    [TestCase("{{ x = 1", "\n| math.abs + 1", " }}")]
    [TestCase("{{ x = 'a'", " | string.size", " }}")]
    [TestCase("{{ x = {}; x", ".x", " }}")]
    [TestCase("{{ x = []; x", "[0]", " }}")]
    [TestCase("{{ x = []; x", "()", " }}")]
    [TestCase("{{ if false", ";else if false;", ";end }}")]
    [TestCase("{{ case 1", "; when 2;", ";end }}")]
    [TestCase("{{ object.size ", "1 ", " }}")]
    [TestCase("{{ x = 1", "\n", " }}")]
    [TestCase("{{ x = 1", ";;", " }}")]
    [TestCase("{{ 1 }", "}{{ 1 }", "}")]
    [TestCase("{{ x = [1", ",1", "] }}")]
    [TestCase("{{ $\"", "{1}", "\" }}")]
    [TestCase("{{ 1", "0", " }}")]
    [TestCase("{{ 1.", "0", " }}")]
    [TestCase("{{ 0x", "f", " }}")]
    [TestCase("{{ x", "x", " = 1 }}")]
    [TestCase("{", "%", "{")]
    [TestCase("{{ # ", "#", " }}")]
    [TestCase("{{ ", "} ", " }}")]
    [TestCase("{{ ", "end ", " }}")]
    [TestCase("{{ ", "else\n", " }}")]
    [TestCase("{{ ", "\u0000", " }}", TestName = "character zero")]
    [TestCase("{{ ", "\ud800", " }}", TestName = "half a surrogate pair")]
    [TestCase("{{ ", "'", " }}")]
    [TestCase("", "{{", "")]
    [TestCase("", "}}", "")]
    [TestCase("{%{", "{%{", "")]
    [TestCase("", "<", "")]
    [TestCase("<a href=\"", "'", "\">")]
    public void A_long_chain_gives_text_or_an_error(string start, string link, string end)
    {
        var text = start + string.Concat(Enumerable.Repeat(link, Many)) + end;
        var plain = Rendering.Relaxed(text);
        var html = Rendering.AsHtml(text);
        Assert.That(plain.Errors.Length, Is.LessThanOrEqualTo(60));
        Assert.That(html.Errors.Length, Is.LessThanOrEqualTo(60));
    }

    [TestCase("{{ while true; end }}", "iteration limit")]
    [TestCase("{{ for a in 1..900; for b in 1..900; for c in 1..900; end; end; end }}", "iteration limit")]
    [TestCase("{{ x = 1..2000000000 }}", "LoopLimit")]
    [TestCase("{{ x = 'abc' * 2000000000 }}", "LimitToString")]
    [TestCase("{{ x = 2000000000 * 'abc' }}", "LimitToString")]
    [TestCase("{{ x = 'a'; for i in 1..500; x = x + x; end }}", "LimitToString")]
    [TestCase("{{ x = 'a'; for i in 1..500; x += x; end }}", "LimitToString")]
    [TestCase("{{ x = 'a'; for i in 1..500; x = $'{x}{x}'; end }}", "LimitToString")]
    [TestCase("{{ x = 'a'; for i in 1..500; capture x; x; x; end; end }}", "LimitToString")]
    [TestCase("{{ x = [1]; for i in 1..500; x = x + x; end }}", "items")]
    [TestCase("{{ x = [1]; x[2000000000] = 1 }}", "out of bounds")]
    [TestCase("{{ x = [1] * 2000000000 }}", "items")]
    [TestCase("{{ x = 7; for i in 1..500; x = x * x; end }}", "too large")]
    [TestCase("{{ x = 1 << 2000000000 }}", "too large")]
    [TestCase("{{ func f; f; end; f }}", "recursive depth")]
    [TestCase("{{ func f; ret $0 + (f $0); end; f 1 }}", "recursive depth")]
    [TestCase("{{ f(x) = x + f(x); f 1 }}", "recursive depth")]
    [TestCase("{{ func f; [1] | array.each @f; end; f }}", "recursive depth")]
    [TestCase("{{ x = do; x; end; x }}", "recursive depth")]
    [TestCase("{{ func f; wrap f; $$; end; end; f }}", "recursive depth")]
    [TestCase("{{ func f; object.eval 'f'; end; f }}", "recursive depth")]
    [TestCase("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | regex.match '^(a+)+$' }}", "did not finish")]
    [TestCase("{{ date.parse '2024-01-01' | date.to_string ('%c' * 100000) }}", "LimitToString")]
    [TestCase("{{ date.format = '%c' * 100000; date.parse '2024-01-01' }}", "LimitToString")]
    [TestCase("{{ 1 | math.format 'N999999999' }}", "cannot use the format")]
    [TestCase("{{ 'a' | string.pad_left 1000000000 }}", "LimitToString")]
    [TestCase("{{ [1] | array.insert_at 1000000000 1 }}", "iteration limit")]
    [TestCase("{{ 1..1000000000000000000 }}", "LoopLimit")]
    [TestCase("{{ 1.5..3 }}", "not implemented")]
    [TestCase("{{ x = {}; x.x = x; x | object.to_json }}", "cycle")]
    public void Growth_is_limited(string text, string reason)
    {
        var rendering = Rendering.Strict(text, null, context =>
        {
            context.StepLimit = 5_000_000;
            context.TimeLimit = TimeSpan.FromMinutes(10);
        });
        Assert.That(rendering.Reasons, Does.Contain(reason));
        Assert.That(rendering.Places, Does.StartWith("1,"));
    }

    [Test]
    public void Output_has_a_limit()
    {
        var rendering = Rendering.Strict(
            "{{ x = 'a' * 1000; for i in 1..1000; x; end }}", null, context => context.OutputLimit = 10_000);
        Assert.That(rendering.Reasons, Does.Contain("output exceeds"));
        Assert.That(rendering.Output, Is.Empty);
    }

    [Test]
    public void A_cancelled_rendering_gives_an_error()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var rendering = Rendering.Strict(
            "{{ for a in 1..900; for b in 1..900; end; end }}", null, context => context.CancellationToken = source.Token);
        Assert.That(rendering.Reasons, Does.Contain("cancelled"));
    }

    [Test]
    public void Time_has_a_limit()
    {
        var rendering = Rendering.Strict(
            "{{ for a in 1..900; for b in 1..900; end; end }}", null, context => context.TimeLimit = TimeSpan.Zero);
        Assert.That(rendering.Reasons, Does.Contain("time limit"));
    }

    [Test]
    public void Data_that_contains_itself_prints_within_bounds()
    {
        var model = new ScriptObject();
        model["self"] = model;
        var array = new ScriptArray();
        array.Add(array);
        array.Add(array);
        model["both"] = array;
        var rendering = Rendering.Strict("{{ self }}{{ both == [both, both] }}{{ x = [both]; x | array.size }}", model);
        Assert.That(rendering.Output + rendering.Reasons, Does.EndWith("1").Or.Contain("reference loops"));
    }

    [Test]
    public void Data_that_contains_itself_twice_is_printed_within_bounds()
    {
        var array = new ScriptArray();
        array.Add(array);
        array.Add(array);
        var rendering = Rendering.Strict("{{ both }}", new ScriptObject { ["both"] = array });
        Assert.That(rendering.Output.Length, Is.LessThan((1 << 20) + 10));
    }

    [Test]
    public void Arrays_that_contain_each_other_compare_within_bounds()
    {
        var (left, right) = (new ScriptArray(), new ScriptArray());
        left.Add(right);
        left.Add(right);
        right.Add(left);
        right.Add(left);
        var model = new ScriptObject { ["left"] = left, ["right"] = right };
        var rendering = Rendering.Strict("{{ left == right }}", model);
        Assert.That(rendering.Output + rendering.Reasons, Is.Not.Empty);
    }

    [Test]
    public void Members_of_host_objects_are_inaccessible()
    {
        var model = new ScriptObject { ["process"] = Process.GetCurrentProcess(), ["type"] = typeof(string) };
        Assert.That(Rendering.Strict("{{ process.id }}", model).Reasons, Does.Contain("was not found"));
        Assert.That(Rendering.Strict("{{ type.assembly }}", model).Reasons, Does.Contain("was not found"));
        Assert.That(Rendering.Strict("{{ for x in process; end }}", model).Reasons, Does.Contain("iterator"));
        Assert.That(Rendering.Relaxed("{{ process.kill }}", model).Output, Is.Empty);
    }

    [TestCase("{{ func f(x); ret (((((((f (x + (1 * (2)))))))))); end; f 1 }}")]
    [TestCase("{{ func f; object.eval_template '{{ f }}'; end; f }}")]
    [TestCase("{{ func f; object.eval 'f'; end; f }}")]
    [TestCase("{{ func f; [1] | array.each @f; end; f }}")]
    [TestCase("{{ func f; [1] | array.sort | array.filter @f; end; f }}")]
    [TestCase("{{ func f; capture z; f; end; end; f }}")]
    [TestCase("{{ func f; wrap f; $$; end; end; f }}")]
    [TestCase("{{ func f; for i in 1..2; with {a: f}; end; end; end; f }}")]
    [TestCase("{{ func f; $'{f}'; end; f }}")]
    public void A_small_stack_suffices(string text)
    {
        foreach (var kilobytes in new[] { 192, 256, 1024 })
        {
            Rendering? rendering = null;
            var thread = new Thread(() => rendering = Rendering.Relaxed(text), kilobytes * 1024);
            thread.Start();
            thread.Join();
            Assert.That(rendering!.Reasons,
                Does.Contain("recursive depth").Or.Contain("recursion limit").Or.Contain("stack overflow"));
        }
    }

    [TestCase("(", ")")]
    [TestCase("[", "]")]
    [TestCase("{a:", "}")]
    [TestCase("$\"{", "}\"")]
    [TestCase("do;", ";end")]
    [TestCase("!", "")]
    public void Nesting_up_to_the_limit_fits_on_a_default_stack(string open, string close)
    {
        var text = "{{ x = " + string.Concat(Enumerable.Repeat(open, 60)) + "1"
            + string.Concat(Enumerable.Repeat(close, 60)) + " }}";
        Rendering? rendering = null;
        var thread = new Thread(() => rendering = Rendering.Strict(text), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.That(rendering!.Reasons, Is.Empty);
    }

    [Test]
    public void Memory_has_a_limit()
    {
        var rendering = Rendering.Strict(
            "{{ x = {}; for i in 1..900; for j in 1..900; x[$'k{i},{j}'] = 'abc' | string.upcase; end; end }}", null,
            context => context.AllocationLimit = 4 << 20);
        Assert.That(rendering.Reasons, Does.Contain("memory limit"));
    }

    [Test]
    public void Values_that_contain_each_other_many_times_compare_within_the_limits()
    {
        static object Doubled()
        {
            object value = 1;
            for (var i = 0; i < 60; i++) value = new ScriptArray { value, value };
            return value;
        }

        var rendering = Rendering.Strict(
            "{{ a == b }}", new ScriptObject { ["a"] = Doubled(), ["b"] = Doubled() }, context => context.StepLimit = 100_000);
        Assert.That(rendering.Reasons, Does.Contain("too deeply nested"));
    }

    [TestCase("{{ x = [1, 2]; x | array.each do; x[x.size] = 1; end }}", "modified")]
    [TestCase("{{ x = {a: 1}; x | array.each do; x[$0.key + 'b'] = 1; ret 1; end }}", "modified")]
    [TestCase("{{ x = [1, 2]; for y in x; x[x.size] = y; end; x }}", "modified")]
    public void A_list_that_changes_during_iteration_is_an_error(string text, string expected)
    {
        var rendering = Rendering.Relaxed(text);
        Assert.That(rendering.Output + rendering.Reasons, Does.Contain(expected));
    }

    [TestCase("{{ x | array.sort | array.reverse | array.uniq | array.join ',' | string.size }}", "288889")]
    [TestCase("{{ x | object.to_json | object.from_json | array.size }}", "50000")]
    [TestCase("{{ y = {}; for i in x; y[$'k{i}'] = i; end; y | object.size }}", "50000")]
    [TestCase("{{ 'a,b' * 50000 | string.split ',' | array.map 'size' | array.size }}", "50001")]
    public void Long_lists_are_valid(string text, string output)
    {
        var list = new ScriptArray(Enumerable.Range(0, 50_000));
        var rendering = Rendering.Strict(text, new ScriptObject { ["x"] = list }, context => context.LoopLimit = 100_000);
        Assert.That(rendering.Output + rendering.Reasons, Is.EqualTo(output));
    }

    [Test]
    public void Ten_megabytes_of_code_are_rejected_quickly()
    {
        var text = "{{ " + new string('+', 10 << 20) + " }}";
        Assert.That(ReportTemplate.Parse(text).Errors.Select(m => m.Reason.English), Has.Some.Contain("depth limit"));
    }

    [Test]
    public void Ten_megabytes_of_text_render()
    {
        var text = new string('<', 10 << 20);
        Assert.That(Rendering.Strict(text).Output, Has.Length.EqualTo(10 << 20));
        Assert.That(Rendering.AsHtml(text).Output, Has.Length.EqualTo(10 << 20));
    }
}
