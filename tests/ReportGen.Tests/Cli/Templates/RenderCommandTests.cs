using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Templates;

public sealed class RenderCommandTests
{
    [Test]
    public void An_error_is_shown_with_its_line_a_mark_and_a_hint()
    {
        Assert.That(Errors("one\n  {{ 报告（1） }}", Language.Chinese), Is.EqualTo(
            "(2,8): error: 语句到此应当结束，却遇到 （。\n    {{ 报告（1） }}\n           ^^\n  提示：代码里请用半角标点。\n"));
        Assert.That(Errors("{{ 'a' | string.sise }}", Language.English), Does.EndWith("hint: Did you mean `size`?\n"));
    }

    [Test]
    public void Control_characters_are_not_shown()
    {
        var shown = Errors("\u001b[2J\u202e{{ 1 + }}{{ '\u0007' \u0007 }}", Language.English);
        Assert.That(shown, Does.Contain("error"));
        Assert.That(shown.Where(c => (char.IsControl(c) && c != '\n') || c == '\u202e'), Is.Empty);
    }

    /// <summary>Returns the text on standard error, without the template's path.</summary>
    private static string Errors(string template, Language language)
    {
        using var folder = new TemporaryFolder();
        var (file, data) = (folder.Combine("t.sbn"), folder.Combine("data.json"));
        File.WriteAllText(file, template);
        File.WriteAllText(data, "{}");
        var run = CliRun.In(language, "render", file, "--data", data);
        Assert.That(run.ExitCode, Is.EqualTo(3));
        return run.Error.Replace(file, "", StringComparison.Ordinal);
    }
}
