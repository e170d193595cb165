using ReportGen.Bindings;
using ReportGen.Documents;
using ReportGen.Documents.Views;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;
using Scriban.Runtime;

namespace ReportGen.Tests.Documents;

/// <summary>The guides for template authors have every variable of a report's template.</summary>
public sealed class TemplateVariablesTests
{
    [TestCase("template-guide.md")]
    [TestCase("template-guide.zh-CN.md")]
    public void The_guide_has_every_variable(string guide)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", guide));
        Assert.That(Variables().Where(v => !text.Contains($"`{v}`") && !text.Contains($"`{v} ")), Is.Empty);
    }

    [Test]
    public void All_views_are_reached() =>
        Assert.That(Variables(), Is.SupersetOf(
            new[] { "portal", "heading", "line_html", "type_size", "columns", "keep", "is_side" }));

    // Of the document, and of what is in it: the first of each list that is not empty.
    private static HashSet<string> Variables()
    {
        var (report, _) = ExampleFiles.Report(ExampleFiles.Publishable().First());
        var scope = new DocumentScope(ProseBinder.Bind(report).Value!, new IncludedFiles(Rendered.Templates.Folders),
            RenderOptions.Published);
        var found = new HashSet<string>();
        Collect(scope, found);
        return found;
    }

    private static void Collect(object? value, HashSet<string> found)
    {
        if (value is ScriptArray list)
        {
            foreach (var item in list.Take(3)) Collect(item, found);
        }
        else if (value is LazyScope or ReadOnlyScope and not SettingsView)
        {
            var view = (IScriptObject)value;
            foreach (var member in view.GetMembers())
            {
                found.Add(member);
                if (view.TryGetValue(null!, default, member, out var inner)) Collect(inner, found);
            }
        }
    }
}
