using ReportGen.Cli.Terminal;

namespace ReportGen.Tests.Cli.Terminal;

[Parallelizable(ParallelScope.All)]
public sealed class PaletteTests
{
    [TestCase(false, null, "xterm", true)]
    [TestCase(true, null, "xterm", false)]
    [TestCase(false, "1", "xterm", false)]
    [TestCase(false, "", "xterm", true)]
    [TestCase(false, null, "dumb", false)]
    public void Colours_are_used_only_on_terminals_that_allow_them(bool isRedirected, string? noColor, string term, bool expected)
    {
        var palette = Palette.For(isRedirected, name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null });
        Assert.That(palette.Error("x"), Is.EqualTo(expected ? "\e[31;1mx\e[0m" : "x"));
    }
}
