using System.Collections.Immutable;
using ReportGen.Printing;

namespace ReportGen.Tests.Printing;

public sealed class PrintingEnvironmentTests
{
    private static readonly FontNeed s_body = new("shop/main", ["ReportGen FangSong", "仿宋"]);

    [Test]
    public async Task Bundled_fonts_are_found_and_a_missing_one_is_reported()
    {
        Printers.RequireFonts();
        var unknown = new FontNeed("shop/main", ["ReportGen NoSuchFont", "篆书"]);
        var environment = await PrintingEnvironment.InspectAsync(new() { FontFolder = Printers.Fonts }, [s_body, unknown]);

        Assert.Multiple(() =>
        {
            Assert.That(environment.BrowserVersion, Does.Contain("Chrom"));
            Assert.That(environment.Fonts.Select(f => f.Used), Is.EqualTo(new[] { "ReportGen FangSong", null }));
            Assert.That(environment.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "printing.font-missing" }));
            Assert.That(environment.Diagnostics[0].Message.Chinese,
                Does.Contain("shop/main").And.Contain("ReportGen NoSuchFont"));
        });
    }

    [Test]
    public async Task The_fallback_font_of_the_browser_counts_as_installed()
    {
        Printers.RequireFonts();
        using var few = new TemporaryFolder();
        foreach (var face in new[] { "song.ttf", "latin.ttf" }) File.Copy(Path.Combine(Printers.Fonts!, face), few.Combine(face));
        var environment = await PrintingEnvironment.InspectAsync(
            new() { FontFolder = few.Path }, 
            [
                new("a", ["ReportGen Latin", "ReportGen Song"]), new("b", ["ReportGen Latin"]),
                new("c", ["ReportGen Latin", "ReportGen Hei", "ReportGen Song"]),
                new("d", ["ReportGen Latin", "ReportGen Kai"]), new("e", ["ReportGen Kai"]),
            ]);
        Assert.That(environment.Fonts.Select(f => $"{f.Wanted} → {f.Used}"), Is.EqualTo(new[]
        {
            "ReportGen Song → ReportGen Song", "ReportGen Latin → ReportGen Latin", "ReportGen Hei → ReportGen Song",
            "ReportGen Kai → ", "ReportGen Kai → ",
        }));
    }

    [Test]
    public async Task Without_a_browser_the_remedy_says_how_to_install_one()
    {
        var environment = await PrintingEnvironment.InspectAsync(
            new() { BrowserPath = "/nowhere/chromium", FontFolder = Printers.Fonts }, [s_body]);

        Assert.That(environment.Browser, Is.Null);
        Assert.That(environment.Diagnostics.Single(d => d.Id == "printing.no-browser").Remedy, Is.Not.Null);
    }
}
