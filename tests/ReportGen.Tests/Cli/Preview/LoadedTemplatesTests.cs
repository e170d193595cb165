using ReportGen.Cli.Preview;

namespace ReportGen.Tests.Cli.Preview;

public sealed class LoadedTemplatesTests
{
    [Test]
    public void Kinds_are_loaded_again_only_if_more_than_the_content_of_templates_changed()
    {
        using var kind = new ToyKind();
        var (template, definition) = (Path.Combine(kind.Templates, "shop", "main", "report.sbn-html"),
            Path.Combine(kind.Templates, "shop", "main", "kind.yaml"));
        kind.WriteTemplate("report.sbn-html", "<p>{{ title }}</p>");
        var first = LoadedTemplates.Load(kind.Templates, null!);

        kind.WriteTemplate("report.sbn-html", "<p>{{ body }}</p>");
        var changed = first.Reload(first.Changed([template]), null!);
        Assert.That(changed.Pipeline!.Catalog, Is.SameAs(first.Pipeline!.Catalog));
        Assert.That(changed.Changed([template, definition]), Is.Empty);
        Assert.That(changed.Pipeline, Is.Not.SameAs(first.Pipeline));

        File.AppendAllText(definition, "\nno-such-key: 1\n");
        var defined = changed.Reload(changed.Changed([definition]), null!);
        Assert.That(defined.Errors, Is.Not.Empty);

        File.Delete(template);
        Assert.That(changed.Reload([template], null!).Errors.Select(m => m.Id), Does.Contain("kind.no-template"));
    }
}
