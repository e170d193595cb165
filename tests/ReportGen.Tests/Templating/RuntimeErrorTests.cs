using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>Errors while a template runs, each with its place and a hint.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RuntimeErrorTests
{
    [TestCase("{{ totel }}", "1,4", "Did you mean `total`?")]
    [TestCase("{{ 表三.本年新受 }}", "1,7", "Did you mean `本年新收`?")]
    [TestCase("{{ 表二.本年新收 }}", "1,4", "Did you mean `表三`?")]
    [TestCase("{{ 'a' | string.upcas }}", "1,17", "Did you mean `upcase`?")]
    [TestCase("{{ $x = 1; $xx }}", "1,12", "Did you mean `$x`?")]
    [TestCase("{{ 'a' | string.pad_left width: 1 lenght: 3 }}", "1,35", null)]
    [TestCase("{{ [1, 2][2] }}", "1,4", null)]
    [TestCase("{{ nothing.x }}", "1,12", null)]
    [TestCase("{{ nothing[0] }}", "1,4", null)]
    [TestCase("{{ total[0] }}", "1,4", null)]
    [TestCase("{{ [1][null] }}", "1,4", null)]
    [TestCase("{{ total 1 }}", "1,4", null)]
    [TestCase("{{ 1 | total }}", "1,8", null)]
    [TestCase("{{ string.append }}", "1,17", null)]
    [TestCase("{{ f(a) = a; f }}", "1,15", null)]
    [TestCase("{{ f(a) = a; f 1 2 }}", "1,18", null)]
    [TestCase("{{ for item in [1]; itme; end }}", "1,21", "Did you mean `item`?")]
    [TestCase("{{ 1 / 0 }}", "1,6", null)]
    [TestCase("{{ 1 // 0 }}", "1,6", null)]
    [TestCase("{{ 'a' | 5 }}", "1,10", null)]
    [TestCase("{{ {} + {} }}", "1,7", null)]
    [TestCase("{{ -'a' }}", "1,5", null)]
    [TestCase("{{ x = {}; x.y.z = 1 }}", "1,14", null)]
    [TestCase("{{ total.x = 1 }}", "1,10", null)]
    [TestCase("{{ x = 1; readonly x; x = 2 }}", "1,23", null)]
    [TestCase("{{ for x in 5; end }}", "1,13", null)]
    [TestCase("{{ import 5 }}", "1,11", null)]
    [TestCase("{{ with 5; end }}", "1,9", null)]
    [TestCase("{{ include 'x' }}", "1,4", null)]
    [TestCase("{{ 'a'..'b' }}", "1,7", null)]
    [TestCase("{{ 1\n\n\n   nowhere }}", "4,4", null)]
    public void An_error_has_its_place_and_hint(string text, string place, string? hint)
    {
        var rendering = Rendering.Strict(text, Model());
        Assert.That(rendering.Places, Is.EqualTo(place), rendering.Reasons);
        Assert.That(rendering.Output, Is.Empty);
        if (hint is not null) Assert.That(rendering.Errors[0].Reason.EnglishHint, Does.Contain(hint));
    }

    [TestCase("{{ title ?? 'none' }}", false)]
    [TestCase("{{ this?.title ?? 'none' }}", true)]
    [TestCase("{{ total?.title ?? 'none' }}", true)]
    [TestCase("{{ nothing?.title ?? 'none' }}", true)]
    [TestCase("{{ func f; $0 ?? 'none'; end; f }}", true)]
    [TestCase("{{ func f; $.who ?? 'none'; end; f }}", true)]
    public void Strict_names_allow_for_optional_values(string text, bool isFine)
    {
        var rendering = Rendering.Strict(text, Model());
        Assert.That(rendering.Errors.IsEmpty, Is.EqualTo(isFine), rendering.Reasons);
        Assert.That(Rendering.Relaxed(text, Model()).Output, Is.EqualTo("none"));
    }

    [Test]
    public void A_template_with_errors_does_not_render()
    {
        var template = ReportTemplate.Parse("before {{ 1 + }}");
        Assert.That(template.TryRender(new RenderContext(), out var output), Is.EqualTo(template.Errors));
        Assert.That(output, Is.Empty);
    }

    private static ScriptObject Model() => new()
    {
        ["total"] = 5,
        ["nothing"] = null,
        ["表三"] = new ScriptObject { ["本年新收"] = 1 },
    };
}
