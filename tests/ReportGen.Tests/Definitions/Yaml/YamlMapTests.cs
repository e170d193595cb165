using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Definitions.Yaml;

public sealed class YamlMapTests
{
    private readonly List<Diagnostic> _findings = [];

    [SetUp]
    public void ClearFindings() => _findings.Clear();

    [Test]
    public void Getters_return_the_values()
    {
        var map = Read("text: a\nnumber: 12\namount: 1.5\nflag: true\none: x\nmany: [x, y]\nboth: { zh: 中, en: E }\nnothing:\n");

        Assert.Multiple(() =>
        {
            Assert.That(map.Text("text"), Is.EqualTo("a"));
            Assert.That(map.Integer("number"), Is.EqualTo(12));
            Assert.That(map.Decimal("amount"), Is.EqualTo(1.5m));
            Assert.That(map.Flag("flag"), Is.True);
            Assert.That(map.Texts("one"), Is.EqualTo(new[] { "x" }));
            Assert.That(map.Texts("many"), Is.EqualTo(new[] { "x", "y" }));
            Assert.That(map.Localized("both"), Is.EqualTo(new LocalizedText("中", "E")));
            Assert.That(map.OptionalText("nothing"), Is.Null);
            Assert.That(_findings, Is.Empty);
        });
    }

    [TestCase("text", 1, 1, "缺少必需的键“text”。", "The key “text” is missing.")]
    [TestCase("number", 1, 9, "“number”应当是整数，这里是“1.5”。", "“number” must be a whole number, not “1.5”.")]
    [TestCase("bounded", 2, 10, "“bounded”应当是整数，这里是“99”。", "“bounded” must be a whole number, not “99”.")]
    [TestCase("amount", 3, 9, "“amount”应当是数字，这里是“x”。", "“amount” must be a number, not “x”.")]
    [TestCase("flag", 4, 7, "“flag”只能是 true 或 false，这里是“yes”。", "“flag” must be true or false, not “yes”.")]
    [TestCase("word", 5, 7, "“word”没有“dwon”这个选项。", "“word” cannot be “dwon”.")]
    [TestCase("single", 6, 9, "“single”处应当是一项文字或数字。", "“single” must be a single text or number.")]
    [TestCase("map", 7, 6, "“map”处应当是若干“键: 值”。", "“map” must be keys with values.")]
    public void Getters_report_errors_at_their_location(string key, int line, int column, string chinese, string english)
    {
        var map = Read("number: 1.5\nbounded: 99\namount: x\nflag: yes\nword: dwon\nsingle: [1]\nmap: 1\n");
        Get(map, key);

        Assert.That(_findings, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(_findings[0].Location, Is.EqualTo(new TextLocation { File = "kind.yaml", Line = line, Column = column }));
            Assert.That(_findings[0].Message, Is.EqualTo(new LocalizedText(chinese, english)));
        });
    }

    [Test]
    public void An_unknown_word_is_reported_with_the_nearest_one()
    {
        Get(Read("word: dwon\n"), "word");

        Assert.That(_findings[0].Remedy, Is.EqualTo(new LocalizedText("是否应为“down”？", "Did you mean “down”?")));
    }

    private static object? Get(YamlMap map, string key) => key switch
    {
        "text" => map.Text(key),
        "number" => map.Integer(key),
        "bounded" => map.Integer(key, 0, 10),
        "amount" => map.Decimal(key),
        "flag" => map.Flag(key),
        "word" => map.Choice(key, new Dictionary<string, int> { ["down"] = 1, ["across"] = 2 }, 1),
        "single" => map.Scalar(key),
        _ => map.Map(key),
    };

    private YamlMap Read(string text) => YamlReader.Read("kind.yaml", text, _findings)!;
}
