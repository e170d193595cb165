using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Definitions;

/// <summary>A second kind of report, which needs only data.</summary>
public sealed class ToyKindTests
{
    private static KindDefinition Toy()
    {
        var outcome = RuleCatalog.LoadKinds(Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Kinds"));
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location} {d.Message.English}"), Is.Empty);
        return outcome.Value!.Find("library-statistics", null)!;
    }

    [Test]
    public void A_kind_without_years_applies_to_every_year()
    {
        var kind = Toy();

        Assert.That(kind.YearField, Is.Null);
        Assert.That(kind.IsFor(1999), Is.True);
    }

    [Test]
    public void Sheets_have_their_declared_types()
    {
        Assert.That(Toy().Sheets.Select(s => (s.Name, s.GetType())), Is.EqualTo(new[]
        {
            ("Front", typeof(CoverSheet)), ("Story", typeof(ProseSheet)), ("Figures", typeof(TableSheet)),
            ("Help", typeof(NotesSheet)),
        }));
    }

    [Test]
    public void Sums_take_ranges_and_lists()
    {
        var loans = Toy().Table("loans")!.Form;

        Assert.That(loans.Rows.Single(r => r.Id == "all").SumOf, Is.EqualTo(new[] { "books", "papers", "discs" }));
        Assert.That(loans.Parts[0].Columns[2].SumOf, Is.EqualTo(new[] { "adults", "children" }));
        Assert.That(loans.Groups.Single().SumOf, Is.EqualTo(new[] { "books", "papers" }));
    }

    [Test]
    public void A_line_may_have_its_own_number_format()
    {
        var money = Toy().Table("money")!.Form;
        var (row, columns) = (money.Parts[0].Rows[0], money.Parts[0].Columns);

        Assert.That(money.NumberAt(row, columns[0]), Is.EqualTo(new NumberFormat(2, false, "EUR")));
        Assert.That(money.NumberAt(row, columns[2]), Is.EqualTo(new NumberFormat(1, true, "%")));
    }

    [Test]
    public void Widths_are_equal_by_default()
    {
        Assert.That(Toy().Table("loans")!.Form.Widths, Is.EqualTo(new[] { 1, 1, 1, 1, 1 }));
    }
}
