using System.Collections.Immutable;
using ReportGen.Printing;

namespace ReportGen.Tests.Printing;

public sealed class PrintingEnvironmentTests
{
    private static readonly FontRole Body = new("body", "仿宋（正文）", 400, ["ReportGen FangSong"], ["仿宋"]);

    [Test]
    public async Task Bundled_fonts_are_found_and_a_missing_one_is_named()
    {
        Printers.RequireFonts();
        var unknown = new FontRole("seal", "篆书", 400, ["ReportGen NoSuchFont"], []);
        var environment = await PrintingEnvironment.InspectAsync(new() { FontFolder = Printers.Fonts }, [Body, unknown]);

        Assert.Multiple(() =>
        {
            Assert.That(environment.BrowserVersion, Does.Contain("Chrom"));
            Assert.That(environment.Fonts.Select(f => f.Family), Is.EqualTo(new[] { "ReportGen FangSong", null }));
            Assert.That(environment.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "printing.font-missing" }));
            Assert.That(environment.Diagnostics[0].Message.Chinese, Does.Contain("篆书"));
        });
    }

    [Test]
    public async Task Every_role_of_the_shared_list_is_served_by_its_first_family()
    {
        Printers.RequireFonts();
        var (roles, mistakes) = FontRole.Read(Path.Combine(Printers.Root!, "templates", "_shared", "fonts.yaml"));
        var environment = await PrintingEnvironment.InspectAsync(new() { FontFolder = Printers.Fonts }, roles);

        Assert.That(mistakes, Is.Empty);
        Assert.That(environment.Fonts.Select(f => f.Family), Is.EqualTo(roles.Select(r => r.Families[0])).And.Not.Empty);
    }

    [Test]
    public async Task A_machine_without_browser_is_told_how_to_get_one()
    {
        var environment = await PrintingEnvironment.InspectAsync(new() { BrowserPath = "/nowhere/chromium", FontFolder = Printers.Fonts }, [Body]);

        Assert.That(environment.Browser, Is.Null);
        Assert.That(environment.Diagnostics.Single(d => d.Id == "printing.no-browser").Remedy, Is.Not.Null);
    }

    [Test]
    public void A_broken_list_of_fonts_is_a_finding_with_its_place()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(file, "roles:\n  - role: [\n");
        try
        {
            var (roles, mistakes) = FontRole.Read(file);
            Assert.That(roles, Is.Empty);
            Assert.That(mistakes.Single().Id, Is.EqualTo("printing.font-list-malformed"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
