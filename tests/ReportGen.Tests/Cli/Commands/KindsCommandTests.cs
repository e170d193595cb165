using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class KindsCommandTests
{
    [Test]
    public void Every_template_of_every_edition_has_only_names_that_exist()
    {
        var kinds = RuleCatalog.LoadKinds(Path.Combine(RepositoryFiles.Root, "templates")).Value!;
        Assert.That(kinds.All.Count(), Is.GreaterThan(1));
        Assert.That(kinds.All.SelectMany(k => KindVerifier.VerifyTemplates(k)), Is.Empty);
    }

    [TestCase("{{ include 'part.sbn-mdd' }}", "(1,12)", "`part.sbn-mdd` to include was not found", "`part.sbn-md`")]
    [TestCase("a\n{{ Sales.Pears.Kilo }}", "(2,16)", "`Kilo` was not found", "`Kilos`")]
    [TestCase("{{ Sales.Paers.Kilos }}", "(1,10)", "`Paers` was not found", "`Pears`")]
    [TestCase("{{ Salse.Pears.Kilos }}", "(1,4)", "`Salse` was not found", "`Sales`")]
    [TestCase("{{ cover.Shpo }}", "(1,10)", "`Shpo` was not found", "`Shop`")]
    [TestCase("{{ if false; titel; end }}", "(1,14)", "`titel` was not found", "`title`")]
    [TestCase("{{ for $s in sections; $s.headng; end }}", "(1,27)", "`headng` was not found", "`heading`")]
    [TestCase("{{ for t in tables; for p in t.parts; p.rwos; end; end }}", "(1,41)", "`rwos` was not found", "`rows`")]
    [TestCase("{{ title | string.upcaes }}", "(1,19)", "`upcaes` was not found", "`upcase`")]
    [TestCase("{{ title | upcase }}", "(1,12)", "`upcase` was not found", "")]
    [TestCase("{{ $total = 1; $totla }}", "(1,16)", "`$totla` was not found", "`$total`")]
    [TestCase("{{ stylesheet 'sheet.cs' }}", "(1,15)", "`sheet.cs` to include was not found", "`sheet.css`")]
    [TestCase("{{ include 'part.sbn-md' Sales.Pears }}", "part.sbn-md(1,29)", "`Stones` was not found", "")]
    public void A_name_that_does_not_exist_is_found_without_a_workbook(
        string template, string place, string message, string suggestion)
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("part.sbn-md", "{{ if 1 == 2; for $a in [$1.Stones]; $a; end; end }}");
        kind.WriteTemplate("sheet.css", "p { }");
        const string use = "{{ if false; include 'part.sbn-md' { Stones: 1 }; end }}";
        var isUsed = template.StartsWith("{{ include 'part.sbn-md'", StringComparison.Ordinal);
        kind.WriteTemplate("report.sbn-md", isUsed ? template : use + template);
        var prefix = isUsed || place.StartsWith("(2", StringComparison.Ordinal) ? 0 : use.Length;
        var run = kind.Run("kinds");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(Moved(place, prefix)).And.Contain(message));
        if (suggestion.Length > 0) Assert.That(run.Error, Does.Contain($"Did you mean {suggestion}?"));
        Assert.That(run.Error.Split("error template.error").Length - 1, Is.EqualTo(1), run.Error);
    }

    [TestCase("{{ func f(a, b); ret a.x + b.y; end; f { x: 1 } { y: 2 } }}")]
    [TestCase("{{ with cover; Shop; anything; end }}")]
    [TestCase("{{ settings.anything; previous?.anything; $x = { a: 1 }; $x.b; $x.a.c }}")]
    [TestCase("{{ for x in 1..3; for.index; while false; while.index; end; end; this; empty }}")]
    [TestCase("{{ capture c; 'x'; end; c; sections | array.first | object.keys; wrap f2; 'x'; end; func f2; $$; end }}")]
    [TestCase("{{ name = 'a'; name2 = Sales[name]; name2.b; Sales['Pears'].Kilos; include (name + '.sbn-mdx') }}")]
    [TestCase("{{ import { own: 1 }; own; other }}")]
    public void What_cannot_be_known_without_running_is_not_reported(string template)
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("report.sbn-md", template);
        Assert.That(kind.Run("kinds"), Has.Property("ExitCode").Zero.And.Property("Error").Empty);
    }

    [Test]
    public void A_template_that_nothing_includes_and_the_review_page_are_verified_too()
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("unused.sbn-html", "<p>{{ titel }}</p>");
        kind.WriteTemplate("review.sbn-html", "<p>{{ titel }}{{ for l in lines; l.messag; end }}</p>");
        var run = kind.Run("kinds");
        Assert.That(run.Error, Does.Contain("unused.sbn-html(1,7)").And.Contain("review.sbn-html(1,7)").And
            .Contain("review.sbn-html(1,36)"));
    }

    private static string Moved(string place, int by)
    {
        if (by == 0) return place;
        var column = int.Parse(place.Split(',')[1].TrimEnd(')'), System.Globalization.CultureInfo.InvariantCulture);
        return $"(1,{column + by})";
    }
}
