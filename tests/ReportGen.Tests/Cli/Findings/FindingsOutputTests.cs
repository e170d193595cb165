using NJsonSchema;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Cli.Findings;

[Parallelizable(ParallelScope.All)]
public sealed class FindingsOutputTests
{
    [TestCase(FindingsFormat.Text, Language.Chinese, "findings.zh")]
    [TestCase(FindingsFormat.Text, Language.English, "findings.en")]
    [TestCase(FindingsFormat.Json, Language.English, "findings.json")]
    [TestCase(FindingsFormat.Sarif, Language.Chinese, "findings.sarif")]
    public void Findings_are_written_as_approved(FindingsFormat format, Language language, string name) =>
        Approved.Matches(Written(format, language, SampleFindings.Log), name);

    [Test]
    public void Without_findings_the_output_is_one_line() =>
        Assert.That(Written(FindingsFormat.Text, Language.English, new FindingsLog([new("a.xlsx", [])])),
            Is.EqualTo("1 file checked, no findings.\n"));

    [TestCase(Language.Chinese, "另见：a.xlsx › T!A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12 等 20 个单元格\n")]
    [TestCase(Language.English, "See also: a.xlsx › T!A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12 and 8 more\n")]
    public void Of_many_related_cells_the_first_are_listed(Language language, string line)
    {
        var finding = new Diagnostic
        {
            Id = "X-01", Severity = Severity.Error, Message = LocalizedText.Same("Empty."),
            Related = [.. Enumerable.Range(1, 20)
                .Select(row => new CellLocation { File = "a.xlsx", Sheet = "T", Address = new(row, 1) })],
        };
        Assert.That(Written(FindingsFormat.Text, language, new FindingsLog([new("a.xlsx", [finding])])), Does.Contain(line));
    }

    [TestCase(FindingsFormat.Json, "findings.schema.json")]
    [TestCase(FindingsFormat.Sarif, "sarif.schema.json")]
    public async Task The_output_matches_its_schema(FindingsFormat format, string schemaFile)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas", schemaFile));
        Assert.That(schema.Validate(Written(format, Language.English, SampleFindings.Log)), Is.Empty);
        Assert.That(schema.Validate(Written(format, Language.English, new FindingsLog([]))), Is.Empty);
    }

    [TestCase(FindingsFormat.Json, "findings.schema.json", "\"severity\": \"error\"", "\"severity\": \"fatal\"")]
    [TestCase(FindingsFormat.Json, "findings.schema.json", "\"publishable\"", "\"publishible\"")]
    [TestCase(FindingsFormat.Sarif, "sarif.schema.json", "\"level\": \"note\"", "\"level\": \"hint\"")]
    [TestCase(FindingsFormat.Sarif, "sarif.schema.json", "\"ruleIndex\": 0", "\"ruleIndex\": \"0\"")]
    [TestCase(FindingsFormat.Json, "findings.schema.json", "\"status\": \"new\"", "\"status\": \"newer\"")]
    [TestCase(FindingsFormat.Json, "findings.schema.json", "\"reason\"", "\"why\"")]
    [TestCase(FindingsFormat.Sarif, "sarif.schema.json", "\"baselineState\": \"absent\"", "\"baselineState\": \"gone\"")]
    [TestCase(FindingsFormat.Sarif, "sarif.schema.json", "\"charOffset\": 6", "\"charOffset\": -6")]
    public async Task A_schema_refuses_invalid_output(FindingsFormat format, string schemaFile, string right, string wrong)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas", schemaFile));
        var written = Written(format, Language.English, SampleFindings.Log);
        Assert.That(written, Does.Contain(right));
        Assert.That(schema.Validate(written.Replace(right, wrong, StringComparison.Ordinal)), Is.Not.Empty);
    }

    private static string Written(FindingsFormat format, Language language, FindingsLog log)
    {
        using var output = new StringWriter { NewLine = "\n" };
        FindingsOutput.Write(format, log, new UserTerminal(output, TextWriter.Null, language), output, new Palette(false));
        return output.ToString();
    }
}
