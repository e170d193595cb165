using ReportGen.Definitions;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Definitions;

public sealed class KindCatalogTests
{
    private const string Kind = "annual-disclosure";
    private static readonly Lazy<KindCatalog> s_catalog = new(() =>
    {
        var outcome = RuleCatalog.LoadKinds(Path.Combine(RepositoryFiles.Root, "templates"));
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location} {d.Message}"), Is.Empty);
        return outcome.Value!;
    });

    [TestCase(2018, null)]
    [TestCase(2019, "2019")]
    [TestCase(2020, "2019")]
    [TestCase(2021, "2021")]
    [TestCase(2035, "2021")]
    [TestCase(null, "2021")]
    public void The_year_determines_the_edition(int? year, string? edition)
    {
        Assert.That(s_catalog.Value.Find(Kind, year)?.Edition, Is.EqualTo(edition));
    }
}
