using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;
using ReportGen.Tests.Workbooks;

namespace ReportGen.Tests.Rules.Text.Reading;

/// <summary>Errors in a vocabulary are reported when the kind is loaded.</summary>
public sealed class VocabularyTests
{
    private const string Sound = """
        heads: [{ id: thing, words: [事] }]
        acts: [{ id: done, of: [thing], words: [办] }]
        statements: [{ id: all, name: x, of: [thing], may: [done], figure: t3.r1.T }]
        """;

    [TestCase("", "")]
    [TestCase("of: [thing], words: [办] }]→of: [other], words: [办] }]", "checks.unknown-id")]
    [TestCase("may: [done]→may: [gone]", "checks.unknown-id")]
    [TestCase("of: [thing], may→of: [done], may", "checks.no-head")]
    [TestCase("t3.r1.T→t3.r9.T", "checks.unknown-figure")]
    [TestCase("words: [办]→words: [办, 办]", "checks.word-twice")]
    [TestCase("id: done→id: thing", "checks.word-twice checks.unknown-id")]
    [TestCase("words: [事] }]→word: [事] }]", "yaml.missing-key yaml.unknown-key")]
    public void An_error_is_reported(string change, string expected)
    {
        var text = change.Split('→') is [var old, var now] ? Sound.Replace(old, now, StringComparison.Ordinal) : Sound;
        var findings = new List<Diagnostic>();

        var read = Vocabulary.Read(YamlReader.Read("vocabulary.yaml", text, findings)!, Forms.Form2021);

        Assert.That(string.Join(' ', findings.Select(f => f.Id).Distinct()), Is.EqualTo(expected));
        Assert.That(read.Statements.Keys, Is.EqualTo(new[] { "all" }));
    }

    [TestCase("words: [办]→words: [办, 办]", "“办” has two meanings in the vocabulary.")]
    [TestCase("id: done→id: thing", "The id “thing” occurs twice.")]
    public void A_repeated_word_and_a_repeated_id_have_different_messages(string change, string expected)
    {
        var text = change.Split('→') is [var old, var now] ? Sound.Replace(old, now, StringComparison.Ordinal) : "";
        var findings = new List<Diagnostic>();

        Vocabulary.Read(YamlReader.Read("vocabulary.yaml", text, findings)!, Forms.Form2021);

        Assert.That(findings.Where(f => f.Id == "checks.word-twice").Select(f => f.Message.English),
            Is.EqualTo(new[] { expected }));
    }

    [TestCase("新收政府信息公开申请5件", "新收")]
    [TestCase("政府信息公开申请5件", "政府信息公开申请")]
    [TestCase("某事", "某")]
    [TestCase("餐饮", null)]
    public void The_longest_word_is_found(string text, string? expected)
    {
        Assert.That(Forms.Rules("2021").Vocabulary.Lexicon.Find(text, 0)?.Text, Is.EqualTo(expected));
    }
}
