using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>Values with sources, and values of the host program.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ValueTests
{
    [TestCase("{{ total }}", "<data B7>1234</data>")]
    [TestCase("{{ total == 1234 }}", "true")]
    [TestCase("{{ list[0] }}", "<data C1>5</data>")]
    [TestCase("{{ for x in list }}{{ x }},{{ end }}", "<data C1>5</data>,6,")]
    [TestCase("{{ list }}", "[5, 6]")]
    [TestCase("{{ x = total; x }}", "<data B7>1234</data>")]
    [TestCase("{{ total ?? 0 }}", "<data B7>1234</data>")]
    [TestCase("{{ true ? total : 0 }}", "<data B7>1234</data>")]
    [TestCase("{{ total | math.format '0.0' }}", "<data B7>1234.0</data>")]
    [TestCase("{{ list | array.first }}", "<data C1>5</data>")]
    [TestCase("{{ total + 1 }}", "<data B7>1235</data>")]
    [TestCase("{{ -total }}", "<data B7>-1234</data>")]
    [TestCase("{{ total + other }}", "<data B7,B8>1240</data>")]
    [TestCase("{{ total + other - total + other }}", "<data B7,B8>12</data>")]
    [TestCase("{{ x = total; x += other; x += 1; x }}", "<data B7,B8>1241</data>")]
    [TestCase("{{ (total + other) / 2 | math.round | figure.group }}", "<data B7,B8>620</data>")]
    [TestCase("{{ $'共{total}件' }}", "<data B7>共1234件</data>")]
    [TestCase("{{ '共' + total + '件' }}", "<data B7>共1234件</data>")]
    [TestCase("{{ total | string.append '件' }}", "<data B7>1234件</data>")]
    [TestCase("{{ figure.change total other }}", "<data B7,B8>同比增长20466.67%</data>")]
    [TestCase("{{ figure.sum list }}", "<data C1>11</data>")]
    [TestCase("{{ list | array.join '、' }}", "<data C1>5、6</data>")]
    [TestCase("{{ total > other }}", "true")]
    [TestCase("{{ capture x; total; end; x }}", "<data B7>1234</data>")]
    [TestCase("{{ func twice(x); ret x * 2; end; twice total }}", "<data B7>2468</data>")]
    [TestCase("<p title=\"{{ total }}\"></p>", "<p title=\"1234\"></p>")]
    [TestCase("<title>{{ total }}</title>", "<title>1234</title>")]
    [TestCase("{{ text }}", "<data D1>&lt;b&gt;</data>")]
    [TestCase("{{ none ?? 'empty' }}", "empty")]
    [TestCase("{{ if none }}yes{{ else }}no{{ end }}", "no")]
    public void A_figure_has_its_source(string text, string output)
    {
        var rendering = Rendering.AsHtml(text, Model(), context =>
            context.SourceWriter = (source, escaped) => $"<data {Names(source)}>{escaped}</data>");
        Assert.That(rendering.Reasons, Is.Empty);
        Assert.That(rendering.Output, Is.EqualTo(output));
    }

    private static string Names(object source) =>
        source is JoinedSources joined ? string.Join(',', joined.Parts) : (string)source;

    [Test]
    public void Very_many_sources_are_limited()
    {
        var list = new ScriptArray(Enumerable.Range(0, 50_000).Select(i => new SourcedValue(1, i)));
        object? told = null;
        var rendering = Rendering.AsHtml("{{ figure.sum list }}", new ScriptObject { ["list"] = list }, context =>
            context.SourceWriter = (source, escaped) => { told = source; return escaped; });
        Assert.That(rendering.Output, Is.EqualTo("50000"));
        Assert.That(((JoinedSources)told!).Parts, Has.Count.EqualTo(1000));
    }

    [Test]
    public void Without_a_writer_a_figure_is_plain()
    {
        Assert.That(Rendering.AsHtml("{{ total }}", Model()).Output, Is.EqualTo("1234"));
        Assert.That(Rendering.Strict("{{ total }}", Model()).Output, Is.EqualTo("1234"));
    }

    [Test]
    public void Dictionaries_and_lists_of_the_host_are_visible()
    {
        var model = new ScriptObject
        {
            ["map"] = new Dictionary<string, int> { ["a"] = 1 },
            ["list"] = new[] { 1, 2 },
            ["date"] = new DateTime(2024, 2, 3),
            ["span"] = TimeSpan.FromMinutes(90),
        };
        var rendering = Rendering.Strict(
            "{{ map.a }}{{ map['a'] }} {{ list[1] }}{{ list.size }} {{ this.date.year }} {{ span.total_hours }}", model);
        Assert.That(rendering.Output + rendering.Reasons, Is.EqualTo("11 22 2024 1.5"));
    }

    [Test]
    public void Data_of_the_host_cannot_be_changed_where_it_is_read_only()
    {
        var model = new ScriptObject { ["list"] = new ScriptArray { 1 }, ["fixed"] = 1 };
        ((ScriptArray)model["list"]!).IsReadOnly = true;
        model.IsReadOnly = true;
        Assert.That(Rendering.Strict("{{ list[0] = 2 }}", model).Errors, Is.Not.Empty);
        Assert.That(Rendering.Strict("{{ fixed = 2 }}", model).Errors, Is.Not.Empty);
        Assert.That(model["fixed"], Is.EqualTo(1));
    }

    [Test]
    public void One_template_renders_on_many_threads_concurrently()
    {
        var template = ReportTemplate.Parse("{{ func f(x); ret x * n; end; for i in 1..50; f i; ' '; end }}");
        var outputs = new string[16];
        Parallel.For(0, outputs.Length, n =>
        {
            var context = new RenderContext();
            context.PushGlobal(new ScriptObject { ["n"] = n });
            template.TryRender(context, out outputs[n]);
        });
        for (var n = 0; n < outputs.Length; n++)
            Assert.That(outputs[n], Is.EqualTo(string.Concat(Enumerable.Range(1, 50).Select(i => $"{i * n} "))));
    }

    [Test]
    public void Changes_of_built_in_libraries_do_not_affect_other_renderings()
    {
        Assert.That(Rendering.Strict("{{ math = 5; math }}").Output, Is.EqualTo("5"));
        Assert.That(Rendering.Strict("{{ string.upcase = 'x' }}").Errors, Is.Not.Empty);
        Assert.That(Rendering.Strict("{{ 'a' | string.upcase }}{{ -1 | math.abs }}").Output, Is.EqualTo("A1"));
    }

    private static ScriptObject Model() => new()
    {
        ["total"] = new SourcedValue(1234, "B7"),
        ["other"] = new SourcedValue(6, "B8"),
        ["text"] = new SourcedValue("<b>", "D1"),
        ["none"] = new SourcedValue(null, "E1"),
        ["list"] = new ScriptArray { new SourcedValue(5, "C1"), 6 },
    };
}
