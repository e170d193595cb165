using ReportGen.Diagnostics;
using ReportGen.Tests.Cli;

namespace ReportGen.Tests;

public sealed class ReportPipelineTests
{
    [Test]
    public void A_kind_with_errors_is_left_out_and_reported()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "sound/1/kind.yaml", Sound);
        Write(folder, "broken/1/kind.yaml", Sound.Replace("library, name", "libary, name", StringComparison.Ordinal));

        var outcome = ReportPipeline.Load(folder.Path, null!);

        Assert.That(outcome.Value!.Catalog.All.Select(k => k.Id), Is.EqualTo(new[] { "sound" }));
        Assert.That(outcome.Diagnostics, Is.Not.Empty);
    }

    [Test]
    public void Without_a_usable_kind_there_is_no_pipeline()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "broken/1/kind.yaml", "title: 1\n");

        var outcome = ReportPipeline.Load(folder.Path, null!);

        Assert.That(outcome.Value, Is.Null);
        Assert.That(outcome.Diagnostics, Is.Not.Empty);
    }

    // "arcade" comes before "shop" and "stall" after it; all three have the sheet Story.
    [TestCase("arcade")]
    [TestCase("shop")]
    [TestCase("stall")]
    public void A_workbook_that_fits_several_kinds_is_read_as_the_one_it_fits_best(string kind)
    {
        using var kinds = new ToyKind();
        kinds.AddKind("arcade");
        kinds.AddKind("stall");
        var read = ReportPipeline.Load(kinds.Templates, null!).Value!.Read(kinds.Workbook("a.xlsx", "A", kind: kind));
        Assert.That(read.Report!.Kind, Is.EqualTo(kind));
        Assert.That(read.Diagnostics, Is.Empty);
    }

    [Test]
    public void A_workbook_with_mistakes_of_its_own_is_still_read_as_the_kind_it_fits_best()
    {
        using var kinds = new ToyKind();
        kinds.AddKind("arcade");
        var read = ReportPipeline.Load(kinds.Templates, null!).Value!.Read(kinds.Workbook("a.xlsx", "A", apples: null));
        Assert.That(read.Report!.Kind, Is.EqualTo("shop"));
        Assert.That(read.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "workbook.empty-cell" }));
    }

    // A label in an old wording is a warning for each; a sheet that is missing is one error.
    [Test]
    public void Errors_decide_between_kinds_and_warnings_do_not()
    {
        using var kinds = new ToyKind();
        kinds.AddKind("arcade");
        var workbook = kinds.Workbook("a.xlsx", "A");
        kinds.WriteTemplate("kind.yaml", ToyKind.Definition("shop")
            .Replace("name: Apples", "name: Apples, label: Red apples", StringComparison.Ordinal)
            .Replace("columns: [{ id: kilos, name: Kilos }]", "columns: [{ id: kilos, name: Kilos, label: Weight }]",
                StringComparison.Ordinal)
            .Replace("title: What was sold", "title: What was sold\n    synonyms: { Red apples: [Apples], Weight: [Kilos] }",
                StringComparison.Ordinal));
        kinds.WriteTemplate("kind.yaml",
            ToyKind.Definition("shop").Replace("name: Story", "name: Tale", StringComparison.Ordinal), "arcade");

        var read = ReportPipeline.Load(kinds.Templates, null!).Value!.Read(workbook);

        Assert.That(read.Diagnostics.Select(d => d.Severity), Is.EqualTo(new[] { Severity.Warning, Severity.Warning }));
        Assert.That(read.Report!.Kind, Is.EqualTo("shop"));
    }

    [Test]
    public void Of_kinds_that_fit_equally_well_the_first_by_name_is_taken()
    {
        using var kinds = new ToyKind();
        kinds.AddKind("arcade");
        var workbook = kinds.Workbook("a.xlsx", "A");
        kinds.WriteTemplate("kind.yaml", ToyKind.Definition("shop"), "arcade");
        Assert.That(ReportPipeline.Load(kinds.Templates, null!).Value!.Read(workbook).Report!.Kind, Is.EqualTo("arcade"));
    }

    [Test]
    public void A_workbook_that_fits_no_kind_is_told_so_once()
    {
        using var kinds = new ToyKind();
        kinds.AddKind("arcade");
        kinds.AddKind("stall");
        var workbook = kinds.Workbook("a.xlsx", "A", kind: "stall");
        Directory.Delete(kinds["kinds", "stall"], recursive: true);
        foreach (var kind in new[] { "arcade", "shop" })
        {
            kinds.WriteTemplate("kind.yaml",
                ToyKind.Definition(kind).Replace("name: Story", "name: Tale", StringComparison.Ordinal), kind);
        }

        var read = ReportPipeline.Load(kinds.Templates, null!).Value!.Read(workbook);
        Assert.That((read.Report, read.Diagnostics.Single().Id), Is.EqualTo(((Model.Report?)null, "workbook.not-standard")));
    }

    private const string Sound = """
        title: Loans
        body-field: library
        title-pattern: "{library}"
        sheets: [{ id: front, name: Front, type: cover, fields: [{ id: library, name: Library, required: true }] }]
        """;

    private static void Write(TemporaryFolder folder, string file, string text)
    {
        var path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
