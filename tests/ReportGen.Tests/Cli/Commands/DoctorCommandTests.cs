using ReportGen.Cli.Commands;
using ReportGen.Printing;
using ReportGen.Tests.Printing;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class DoctorCommandTests
{
    [Test]
    public void The_doctor_prints_a_test_page()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        using var kind = new ToyKind();
        Assert.That(kind.Run("doctor").Output, Does.Match(@"(?m)^templates  .*\(shop\)$").And.Match("(?m)^test page  PDF, "));
    }

    [Test]
    public void With_browser_and_fonts_nothing_is_missing()
    {
        Printers.RequireFonts();
        var run = CliRun.Of("doctor", "--templates", Path.Combine(Printers.Root!, "templates"));
        Assert.That(run.Output, Does.Match("(?m)^           ReportGen FangSong$").And.EndsWith("Nothing is missing.\n"));
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public void A_font_that_a_template_needs_and_the_machine_lacks_is_named()
    {
        Printers.RequireFonts();
        using var kind = new ToyKind();
        kind.WriteTemplate("look.css", """
            body { font-family: "No Such Font", "Nor This", serif } p { font-family: "Nor That", "ReportGen Kai", serif }
            nav { font-family: system-ui, "Of A Screen", sans-serif }
            """);
        Assert.That(kind.Run("doctor").Output, Does
            .Contain("the templates of “shop/main” need").And.Contain("are installed: No Such Font\n").And
            .Contain("           No Such Font → -\n")
            .And.Contain("           Nor That → ReportGen Kai\n").And.Not.Contain("Of A Screen"));
    }

    [Test]
    public void Font_lists_are_found_in_all_files()
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("look.css", """
            :root { --body: "One", "Two", serif; } code { font: 10pt "Three", monospace } q { quotes: "«" "»"; }
            """);
        Assert.That(FontNeeds.In(Path.Combine(kind.Templates, "shop")).Select(l => string.Join('|', l)),
            Is.EqualTo(new[] { "One|Two", "Three" }));
    }
}
