using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportGen.Tests.Architecture;

/// <summary>
/// The pages of the repository hold together: links lead somewhere, and a page in two languages says the same in both.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class DocumentationTests
{
    private static readonly MarkdownPipeline s_gitHub =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private static IEnumerable<string> Pages() =>
        RepositoryFiles.Texts().Where(f => f.EndsWith(".md", StringComparison.Ordinal)).Select(RepositoryFiles.Relative)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> TranslatedGuides() => ["docs/kinds", "docs/checks", "docs/template-guide"];

    [TestCaseSource(nameof(Pages))]
    public void Every_relative_link_and_anchor_of_a_page_resolves(string page)
    {
        var dead = Links(page).Where(link => !Resolves(page, link));

        Assert.That(dead, Is.Empty);
    }

    [Test]
    public void The_index_lists_every_page()
    {
        var listed = Links("docs/README.md").Select(link => Target("docs/README.md", link).File).ToHashSet();
        var missing = Pages().Where(p => Path.GetDirectoryName(p) == "docs" && p != "docs/README.md")
            .Where(p => !listed.Contains(Path.Combine(RepositoryFiles.Root, p)));

        Assert.That(missing, Is.Empty);
    }

    [TestCaseSource(nameof(TranslatedGuides))]
    [TestCase("README")]
    [TestCase("docs/first-kind")]
    public void A_page_in_two_languages_has_the_same_sections(string page)
    {
        static IEnumerable<int> Levels(string file) => Parse(file).Descendants<HeadingBlock>().Select(h => h.Level);

        Assert.That(Levels($"{page}.zh-CN.md"), Is.EqualTo(Levels($"{page}.md")));
    }

    [TestCaseSource(nameof(TranslatedGuides))]
    public void A_guide_in_two_languages_has_the_same_examples(string page)
    {
        // Blocks without a language show output and folders, with words for people.
        static IEnumerable<string> Examples(string file) =>
            Parse(file).Descendants<FencedCodeBlock>().Where(b => b.Info is { Length: > 0 })
            .Select(b => $"{b.Info} {b.Arguments}\n{b.Lines}");

        Assert.That(Examples($"{page}.md"), Is.Not.Empty);
        Assert.That(Examples($"{page}.zh-CN.md"), Is.EqualTo(Examples($"{page}.md")));
    }

    [TestCaseSource(nameof(TranslatedGuides))]
    public void A_guide_in_two_languages_names_the_same_keys_and_functions(string page)
    {
        static IEnumerable<string> Names(string file) =>
            Parse(file).Descendants<CodeInline>().Select(c => c.Content).Distinct().Order(StringComparer.Ordinal);

        Assert.That(Names($"{page}.zh-CN.md"), Is.EqualTo(Names($"{page}.md")));
    }

    private static bool Resolves(string page, string link)
    {
        var (file, anchor) = Target(page, link);
        return anchor.Length == 0
            ? Path.Exists(file)
            : File.Exists(file) && Parse(file).Descendants<HeadingBlock>().Any(h => h.TryGetAttributes()?.Id == anchor);
    }

    private static (string File, string Anchor) Target(string page, string link)
    {
        var parts = Uri.UnescapeDataString(link).Split('#', 2);
        var from = Path.Combine(RepositoryFiles.Root, page);
        var file = parts[0].Length == 0 ? from : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, parts[0]));
        return (file, parts.Length == 2 ? parts[1] : "");
    }

    private static IEnumerable<string> Links(string page) => Parse(page).Descendants<LinkInline>()
        .Select(l => l.Url ?? "")
        .Where(url => !url.Contains("://", StringComparison.Ordinal) && !url.StartsWith("mailto:", StringComparison.Ordinal));

    private static MarkdownDocument Parse(string page) =>
        Markdown.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, page)), s_gitHub);
}
