using ReportGen.Templating;
using ReportGen.Templating.Errors;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

[Parallelizable(ParallelScope.All)]
public sealed class IncludeTests
{
    [TestCase("{{ include 'args' 1 who: 'me' }}", "1-me")]
    [TestCase("{{ x = include 'args' 1 who: 'me'; x | string.size }}", "4")]
    [TestCase("{{ include 'ret' }}after", "beforeafter")]
    [TestCase("{{ include 'sets' }}{{ y }}", "7")]
    [TestCase("  {{ include 'lines' }}", "  a\n  b")]
    [TestCase("{{ include_join ['ret', 'ret'] ', ' '[' ']' }}", "[before, before]")]
    [TestCase("{{ include_join ['ret', 'ret'] 'tpl:comma' }}", "before,before")]
    [TestCase("{{ include_join [] ', ' '[' ']' }}", "[]")]
    [TestCase("{{ include_join ['empty'] ', ' '[' ']' }}", "[]")]
    [TestCase("{{ ['ret'] | array.each @include }}", "[\"before\"]")]
    public void An_include_prints_or_returns_a_value(string text, string output)
    {
        var rendering = Rendering.Strict(text, null, context => context.TemplateLoader = new Templates());
        Assert.That(rendering.Reasons, Is.Empty);
        Assert.That(rendering.Output, Is.EqualTo(output));
    }

    [TestCase("{{ include 'nowhere' }}", "t", "1,4", "`nowhere`")]
    [TestCase("{{ include }}", "t", "1,11", "arguments")]
    [TestCase("{{ include 'wrong' }}", "t", "1,4", "wrong(1,8)")]
    [TestCase("{{ include 'fails' }}", "fails", "2,4", "`nowhere`")]
    [TestCase("{{ include 'loop' }}", "loop", "1,4", "recursive depth")]
    public void An_error_has_its_template(string text, string file, string place, string reason)
    {
        var rendering = Rendering.Strict(text, null, context => context.TemplateLoader = new Templates());
        Assert.That(rendering.Errors.Single().Span.FileName, Is.EqualTo(file));
        Assert.That(rendering.Places, Is.EqualTo(place));
        Assert.That(rendering.Reasons, Does.Contain(reason));
        Assert.That(rendering.Errors.Single().Line, Is.Not.Empty);
    }

    [Test]
    public void HTML_of_an_include_is_not_escaped_again()
    {
        var rendering = Rendering.AsHtml(
            "{{ include 'html' '<' }}{{ include_join ['lines', 'lines'] '<hr>' }}{{ include_join ['lines', 'lines'] (html.raw "
                + "'<hr>') }}", null,
            context => context.TemplateLoader = new Templates());
        Assert.That(rendering.Output, Is.EqualTo("<b>&lt;</b>a\nb&lt;hr&gt;a\nba\nb<hr>a\nb"));
    }

    [Test]
    public void A_shared_cache_reads_a_template_once()
    {
        var templates = new Templates();
        var cache = new TemplateCache();
        for (var i = 0; i < 3; i++)
        {
            Rendering.Strict("{{ include 'ret' }}{{ include 'ret' }}", null, context =>
            {
                context.TemplateLoader = templates;
                context.Included = cache;
            });
        }

        Assert.That(templates.Loads, Is.EqualTo(1));
    }

    [Test]
    public void A_folder_provides_its_files_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var inner = Directory.CreateDirectory(Path.Combine(folder.Path, "inner", "parts")).Parent!.FullName;
        File.WriteAllText(Path.Combine(folder.Path, "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(inner, "main.txt"), "main");
        File.WriteAllText(Path.Combine(inner, "parts", "part.txt"), "part {{ include 'other.txt' }} {{ include 'main.txt' }}");
        File.WriteAllText(Path.Combine(inner, "parts", "other.txt"), "other");
        File.CreateSymbolicLink(Path.Combine(inner, "link.txt"), Path.Combine(folder.Path, "secret.txt"));
        Assert.That(FromFolder(inner, "parts/part.txt"), Is.EqualTo("part other main"));
        foreach (var name in new[] { "../secret.txt", "parts/../../secret.txt", "link.txt",
            Path.Combine(folder.Path, "secret.txt"), "", "parts", "a\0b" })
        {
            Assert.That(FromFolder(inner, name), Does.Contain("was not found"), name);
        }
    }

    private static string FromFolder(string folder, string name)
    {
        var rendering = Rendering.Strict(
            "{{ include name }}", new ScriptObject { ["name"] = name },
            context => context.TemplateLoader = new FolderTemplateLoader(folder));
        return rendering.Output + rendering.Reasons;
    }

    private sealed class Templates : ITemplateLoader
    {
        private readonly Dictionary<string, string> _texts = new()
        {
            ["args"] = "{{ $1 }}-{{ $.who }}",
            ["ret"] = "before{{ ret }}after",
            ["sets"] = "{{ y = 7 }}",
            ["lines"] = "a\nb",
            ["comma"] = ",",
            ["empty"] = "",
            ["wrong"] = "{{ 1 + }}",
            ["fails"] = "\n{{ nowhere }}",
            ["loop"] = "{{ include 'loop' }}",
            ["html"] = "<b>{{ $1 }}</b>",
        };

        public int Loads { get; private set; }

        public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            _texts.ContainsKey(templateName) ? templateName : null;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
        {
            Loads++;
            return _texts[templatePath];
        }

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            new(Load(context, callerSpan, templatePath));
    }
}
