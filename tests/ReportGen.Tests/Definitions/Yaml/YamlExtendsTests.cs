using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Definitions.Yaml;

public sealed class YamlExtendsTests
{
    private readonly List<Diagnostic> _findings = [];
    private readonly List<string> _files = [];
    private string _root = "";

    [SetUp]
    public void MakeFolder()
    {
        _root = Directory.CreateTempSubdirectory("reportgen-").FullName;
        _findings.Clear();
        _files.Clear();
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, true);

    [Test]
    public void A_key_replaces_that_of_the_base_and_others_stay()
    {
        Write("base.yaml", "title: Old\nlevels: [1, 2]\nfolder: x\n");
        var map = Read("extends: base.yaml\ntitle: New\nlevels: [3]\nextra: y\n")!;

        Assert.Multiple(() =>
        {
            Assert.That(map.Entries.Select(e => e.Key.Value), Is.EqualTo(new[] { "title", "levels", "folder", "extra" }));
            Assert.That(map.Text("title"), Is.EqualTo("New"));
            Assert.That(map.Texts("levels"), Is.EqualTo(new[] { "3" }));
            Assert.That(_files.Select(Path.GetFileName), Is.EqualTo(new[] { "main.yaml", "base.yaml" }));
        });
    }

    [Test]
    public void Lists_with_ids_are_merged_entry_by_entry()
    {
        Write("base.yaml", "rules:\n  - { id: a, text: 1 }\n  - { id: b, text: 2 }\n  - { id: c, text: 3 }\n");
        var map = Read(
            "extends: base.yaml\nrules:\n  - { id: d, text: 4 }\n  - { id: b, text: 5 }\n  - { id: a, omit: true }\n")!;

        Assert.That(map.Maps("rules").Select(r => r.Text("id") + r.Text("text")), Is.EqualTo(new[] { "b5", "c3", "d4" }));
    }

    [Test]
    public void An_error_in_the_base_is_reported_in_its_own_file()
    {
        Write("base.yaml", "title: Old\ncolour: red\n");
        var map = Read("extends: base.yaml\n")!;
        map.Text("title");
        map.Done();

        Assert.That(_findings.Select(f => $"{f.Location?.FileName}{f.Location?.ToString()?[f.Location.File.Length..]}"),
            Is.EqualTo(new[] { "base.yaml(2,1)" }));
    }

    [TestCase("none.yaml", "yaml.no-such-file")]
    [TestCase("main.yaml", "yaml.extends-in-circle")]
    [TestCase("../outside.yaml", "yaml.outside-root")]
    [TestCase("/etc/passwd", "yaml.outside-root")]
    [TestCase("circle.yaml", "yaml.extends-in-circle")]
    public void An_unusable_base_is_a_finding(string reference, string id)
    {
        Write("circle.yaml", "extends: main.yaml\n");

        Assert.That(Read($"extends: {reference}\n"), Is.Null);
        Assert.That(_findings.Select(f => f.Id), Is.EqualTo(new[] { id }));
    }

    private YamlMap? Read(string text)
    {
        Write("main.yaml", text);
        return YamlExtends.ReadFile(Path.Combine(_root, "main.yaml"), _root, _findings, _files);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);
}
