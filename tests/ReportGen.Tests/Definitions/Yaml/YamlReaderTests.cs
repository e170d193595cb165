using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Definitions.Yaml;

public sealed class YamlReaderTests
{
    [TestCase("a: 1\na: 2\n", "kind.yaml(2,1)", "键“a”重复。", "The key “a” is used twice.")]
    [TestCase("a: [1, 2\nb: 3", "kind.yaml(1,6)", "此处不符合 YAML 格式", "This is not valid YAML")]
    [TestCase("a: 'x\n", "kind.yaml(1,4)", "此处不符合 YAML 格式", "This is not valid YAML")]
    [TestCase("a: \"\\q\"\n", "kind.yaml(1,4)", "此处不符合 YAML 格式", "This is not valid YAML")]
    [TestCase("a:\n\t- 1\n", "kind.yaml(2,1)", "缩进中有制表符", "There is a tab in the indentation")]
    [TestCase("", "kind.yaml(1,1)", "文件是空的。", "The file is empty.")]
    [TestCase("- 1\n", "kind.yaml(1,1)", "文件最外层应当是“键: 值”。", "The outermost level of the file must be keys with values.")]
    [TestCase("a: &x 1\n", "kind.yaml(1,4)", "不允许使用锚点（&）、引用（*）和类型标记（!）。",
        "Anchors (&), aliases (*) and tags (!) are not allowed.")]
    [TestCase("a: *x\n", "kind.yaml(1,4)", "不允许使用锚点（&）、引用（*）和类型标记（!）。", "Anchors (&), aliases (*) and tags (!) are not allowed.")]
    [TestCase("a: !!int 1\n", "kind.yaml(1,4)", "不允许使用锚点（&）、引用（*）和类型标记（!）。",
        "Anchors (&), aliases (*) and tags (!) are not allowed.")]
    [TestCase("a: 1\n---\nb: 2\n", "kind.yaml(2,1)", "一个文件只能有一份内容，此处又开始了一份。",
        "A file may contain only one document; a second one starts here.")]
    [TestCase("[1, 2]: 3\n", "kind.yaml(1,1)", "键应当是一个词。", "A key must be a single word.")]
    public void A_malformed_file_is_one_finding_at_its_location(string text, string place, string chinese, string english)
    {
        var findings = new List<Diagnostic>();
        YamlReader.Read("kind.yaml", text, findings);

        Assert.That(findings, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(findings[0].Location?.ToString(), Is.EqualTo(place));
            Assert.That(findings[0].Message.Chinese, Does.StartWith(chinese));
            Assert.That(findings[0].Message.English, Does.StartWith(english));
        });
    }

    [Test]
    public void Nesting_is_bounded()
    {
        var findings = new List<Diagnostic>();
        var map = YamlReader.Read("kind.yaml", "a: " + new string('[', 100_000), findings);

        Assert.That(map, Is.Null);
        Assert.That(findings.Select(f => f.Id), Is.EqualTo(new[] { "yaml.too-deep" }));
    }

    [Test]
    public void The_number_of_values_is_bounded()
    {
        var findings = new List<Diagnostic>();
        YamlReader.Read("kind.yaml", "a: [" + string.Join(',', Enumerable.Repeat("1", 20_001)) + "]", findings);

        Assert.That(findings.Select(f => f.Id), Is.EqualTo(new[] { "yaml.too-many" }));
    }

    [Test]
    public void Missing_large_and_badly_encoded_files_are_findings()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-").FullName;
        var (large, foreign) = (Path.Combine(folder, "large.yaml"), Path.Combine(folder, "foreign.yaml"));
        File.WriteAllText(large, "a: " + new string('x', 600_000));
        File.WriteAllBytes(foreign, [0x61, 0x3a, 0x20, 0xd6, 0xd0]);
        var findings = new List<Diagnostic>();

        foreach (var file in new[] { Path.Combine(folder, "none.yaml"), large, foreign })
            Assert.That(YamlReader.ReadFile(file, findings), Is.Null);
        Directory.Delete(folder, true);

        Assert.That(findings.Select(f => f.Id), Is.EqualTo(new[] { "yaml.unreadable", "yaml.too-large", "yaml.not-utf8" }));
    }

    [Test]
    public void A_finding_quotes_its_line_and_marks_the_text()
    {
        var findings = new List<Diagnostic>();
        var map = YamlReader.Read("kind.yaml", "title: x\ncolour: red\n", findings)!;
        map.Text("title");
        map.OptionalText("color");
        map.Done();

        Assert.That(findings, Has.Count.EqualTo(1));
        Assert.That(findings[0].Quotation, Is.EqualTo(new Quotation("colour: red", new TextSpan(0, 6))));
        Assert.That(findings[0].Remedy, Is.EqualTo(new LocalizedText("是否应为“color”？", "Did you mean “color”?")));
    }

    [TestCase("key: plain words\n", 6, 12)]
    [TestCase("key: 'quoted words'\n", 7, 14)]
    [TestCase("key: |\n  block words\n", 7, 6)]
    public void A_character_within_a_value_has_a_location(string text, int offset, int column)
    {
        var map = YamlReader.Read("kind.yaml", text, new List<Diagnostic>())!;

        Assert.That(map.Scalar("key")!.LocationAt(offset).Column, Is.EqualTo(column));
    }
}
