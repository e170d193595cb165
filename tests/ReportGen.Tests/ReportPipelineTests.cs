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
