using System.Text.Json;
using NJsonSchema;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Cli.Building;

[Parallelizable(ParallelScope.All)]
public sealed class BatchEventsTests
{
    [Test]
    public async Task Each_line_is_an_event_of_the_documented_schema()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["c.xlsx"], "<html></html>");
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A\n\u2028B"), kind.Workbook("b.xlsx", "B", apples: null),
            kind["c.xlsx"],
            "-o", kind["out"], "--formats", "md", "--format", "json", "--jobs", "1");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((5, "")));
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas/build-events.schema.json"));
        var lines = run.Output.Split(['\n', '\u2028'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines) Assert.That(schema.Validate(line).Select(e => $"{e.Path} {e.Kind}: {line}"), Is.Empty);

        var events = lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.That(events[0].GetProperty("total").GetInt32(), Is.EqualTo(3));
        var states = events.Where(e => Name(e) == "report")
            .ToDictionary(e => Path.GetFileName(e.GetProperty("workbook").GetString()!), e => e.GetProperty("state").GetString());
        Assert.That(states,
            Is.EquivalentTo(new Dictionary<string, string>
                { ["a.xlsx"] = "built", ["b.xlsx"] = "returned", ["c.xlsx"] = "failed" }));
        var last = events[^1];
        Assert.That((Name(last), last.GetProperty("built").GetInt32(), last.GetProperty("interrupted").GetBoolean()),
            Is.EqualTo(("finished", 1, false)));
        Assert.That(events.Where(e => Name(e) == "stage").Select(e => e.GetProperty("stage").GetString()).Distinct(),
            Is.EquivalentTo(new[] { "starting", "reading", "checking", "rendering" }));
    }

    [TestCase("""{"event":"other"}""")]
    [TestCase("""{"event":"report","workbook":"a.xlsx","state":"lost"}""")]
    [TestCase("""{"event":"finished","total":3}""")]
    public async Task The_schema_refuses_invalid_events(string line)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas/build-events.schema.json"));
        Assert.That(schema.Validate(line), Is.Not.Empty);
    }

    private static string Name(JsonElement e) => e.GetProperty("event").GetString()!;
}
