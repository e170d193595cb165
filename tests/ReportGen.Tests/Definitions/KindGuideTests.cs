using System.Text.RegularExpressions;
using ReportGen.Definitions;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Definitions;

/// <summary>The examples in the guide for authors of kinds work.</summary>
public sealed class KindGuideTests
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs/kinds.md"));

    private static readonly string[] s_examples =
        [.. Regex.Matches(s_guide, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value)];

    private string _root = "";

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("reportgen-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, true);

    [Test]
    public void The_example_kind_is_complete()
    {
        Assert.That(Load(s_examples[0]).Id, Is.EqualTo("guide"));
    }

    [Test]
    public void The_table_has_the_layout_shown()
    {
        var tables = s_examples.Single(
            e => e.StartsWith("tables:", StringComparison.Ordinal) && e.Contains("办理情况", StringComparison.Ordinal));
        var kind = Load(s_examples[0][..s_examples[0].IndexOf("tables:\n  - id", StringComparison.Ordinal)]
            .Replace("tables: [loans]", "tables: [t3]", StringComparison.Ordinal) + tables);

        Assert.That(GridText.Of(kind.Table("t3")!.Form).Split('\n')[..4], Is.EqualTo(new[]
        {
            "head 0[3×2] 办理情况 | 3[3×1] 申请人情况",
            "head 3 自然人 | 4 商业企业 | 5 总计",
            "body 0[3×1] 一、本年新收数量 | 3 r1×P | 4 r1×B | 5 r1×T",
            "body 0[1×4] 三、办理结果 | 1[2×1] （一）予以公开 | 3 a×P | 4 a×B | 5 a×T",
        }));
    }

    private KindDefinition Load(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "guide", "1")).FullName;
        File.WriteAllText(Path.Combine(folder, "kind.yaml"), text);
        File.WriteAllText(Path.Combine(folder, "report.sbn-html"), "");
        File.WriteAllText(Path.Combine(folder, "report.sbn-md"), "");
        var outcome = RuleCatalog.LoadKinds(_root);
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location} {d.Message.English}"), Is.Empty);
        return outcome.Value!.All.Single();
    }
}
