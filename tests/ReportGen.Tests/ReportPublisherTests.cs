using System.Security.Cryptography;
using ReportGen.Publishing;
using ReportGen.Rules;
using ReportGen.Tests.Cli;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests;

[Parallelizable(ParallelScope.All)]
public sealed class ReportPublisherTests
{
    [Test]
    public async Task A_workbook_with_errors_is_returned_marked_until_it_is_corrected()
    {
        using var kind = new ToyKind();
        var returned = await Build(kind, kind.Workbook("a.xlsx", "A", apples: null));
        Assert.That((returned.State, returned.Body, returned.Reason!.Id),
            Is.EqualTo((BuildState.Returned, "A", "workbook.empty-cell")));
        var marked = new WorkbookOpener().Open(returned.Outputs[0]).Workbook!;
        Assert.That(marked.Sheets[0].Name, Is.EqualTo("问题清单"));

        var built = await Build(kind, kind.Workbook("a.xlsx", "A"));

        Assert.That(built.State, Is.EqualTo(BuildState.Built));
        Assert.That(Files(kind), Is.EquivalentTo(new[] { "A/Report of A.html", "A/Report of A.md" }));
        Assert.That(States(kind), Is.EqualTo(new[] { PublicationState.Returned, PublicationState.Published }));
    }

    [TestCase("2025", "A/Report of A 2025")]
    [TestCase("20255", "A/draft")]
    [TestCase("1999", "A/draft")]
    public async Task A_refused_year_is_not_used_in_the_names_of_returned_files(string year, string stem)
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("kind.yaml", ToyKind.Definition("shop")
            .Replace("\"Report of {shop}\"", "\"Report of {shop} {year}\"\nyear-field: year\nyears: { from: 2020 }")
            .Replace("kept: true }", "kept: true }, { id: year, name: Year, type: year }"));
        File.WriteAllBytes(kind["draft.xlsx"], StandardWorkbookWriter.Write(
            RuleCatalog.LoadKinds(kind.Templates).Value!.Find("shop", null)!,
            new WorkbookValues { Fields = WorkbookValues.None.Fields.Add("shop", "A").Add("year", year) }));

        var returned = await Build(kind, kind["draft.xlsx"]);

        Assert.That(returned.State, Is.EqualTo(BuildState.Returned));
        Assert.That(Files(kind), Is.EquivalentTo(new[] { $"{stem}-退回单.xlsx", $"{stem}-审核表.html" }));
        Assert.That(returned.Year, Is.EqualTo(stem.EndsWith("2025", StringComparison.Ordinal) ? 2025 : (int?)null));
    }

    [Test]
    public async Task A_published_report_stays_until_another_report_replaces_it()
    {
        using var kind = new ToyKind();
        await Build(kind, kind.Workbook("a.xlsx", "A"));
        var before = File.ReadAllText(kind["out", "A", "Report of A.md"]);
        await Build(kind, kind.Workbook("a.xlsx", "A", apples: null));
        Assert.That(Files(kind),
            Is.EquivalentTo(
                new[] { "A/Report of A.html", "A/Report of A.md", "A/Report of A-退回单.xlsx", "A/Report of A-审核表.html" }));
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Is.EqualTo(before));
        await Build(kind, kind.Workbook("a.xlsx", "A", apples: 8));
        Assert.That(Files(kind), Is.EquivalentTo(new[] { "A/Report of A.html", "A/Report of A.md" }));
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Does.Contain("8"));
    }

    [Test]
    public async Task A_corrected_name_removes_the_old_files()
    {
        using var kind = new ToyKind();
        await Build(kind, kind.Workbook("a.xlsx", "Wrong"));
        await Build(kind, kind.Workbook("a.xlsx", "Right"));
        Assert.That(Files(kind), Is.EquivalentTo(new[] { "Right/Report of Right.html", "Right/Report of Right.md" }));
    }

    [Test]
    public async Task A_corrected_workbook_under_another_name_removes_the_returned_files()
    {
        using var kind = new ToyKind();
        await Build(kind, kind.Workbook("a.xlsx", "A", apples: null));
        await Build(kind, kind.Workbook("a (2).xlsx", "A"));
        Assert.That(Files(kind), Is.EquivalentTo(new[] { "A/Report of A.html", "A/Report of A.md" }));
    }

    [Test]
    public async Task A_repeated_return_is_reported_but_not_written_again()
    {
        using var kind = new ToyKind();
        var workbook = kind.Workbook("a.xlsx", "A", apples: null);
        var first = await Build(kind, workbook);
        var written = File.GetLastWriteTimeUtc(first.Outputs[0]);
        var second = await Build(kind, workbook);
        Assert.That((second.State, second.Findings.Length), Is.EqualTo((BuildState.Returned, first.Findings.Length)));
        Assert.That(File.GetLastWriteTimeUtc(first.Outputs[0]), Is.EqualTo(written));
        Assert.That(States(kind), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_file_that_is_not_a_workbook_fails_with_its_reason_in_the_journal()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["a.xlsx"], "<html></html>");
        for (var run = 0; run < 2; run++)
        {
            var result = await Build(kind, kind["a.xlsx"]);
            Assert.That((result.State, result.Outputs.Length), Is.EqualTo((BuildState.Failed, 0)));
        }

        var entry = Journal.Open(OutputFolder.Open(kind["out"])).Entries.Single();
        Assert.That((entry.State, entry.Workbook, entry.Body), Is.EqualTo((PublicationState.Failed, "../a.xlsx", (string?)null)));
        Assert.That(entry.Reason, Is.Not.Empty);
    }

    [Test]
    public async Task A_workbook_that_was_moved_aside_keeps_its_name_in_the_journal()
    {
        using var kind = new ToyKind();
        await Build(kind, kind.Workbook("aside/0001.xlsx", "A"), origin: kind["inbox", "a.xlsx"]);
        Assert.That(Journal.Open(OutputFolder.Open(kind["out"])).Entries.Single().Workbook, Is.EqualTo("../inbox/a.xlsx"));
    }

    [Test]
    public async Task Workbooks_of_one_body_published_in_parallel_leave_one_complete_set()
    {
        using var kind = new ToyKind();
        var pipeline = ReportPipeline.Load(kind.Templates, null!).Value!;
        var publisher = Publisher(kind, pipeline);
        var workbooks = Enumerable.Range(0, 8).Select(i => kind.Workbook($"{i}.xlsx", "A", apples: 100 + i)).ToArray();
        await Task.WhenAll(workbooks.Select(w => publisher.ProcessAsync(new WorkbookInput(w))));
        var figure = File.ReadAllText(kind["out", "A", "Report of A.md"]).Split('\n')[2];
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.html"]), Does.Contain($"<p>{figure}</p>"));
    }

    [Test]
    public async Task A_failure_of_a_file_that_is_being_saved_again_is_not_recorded()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["a.xlsx"], "PK\x03\x04 half written");
        var publisher = Publisher(kind, ReportPipeline.Load(kind.Templates, null!).Value!);
        var result = await publisher.ProcessAsync(new WorkbookInput(kind["a.xlsx"]) { Seen = DateTimeOffset.UnixEpoch });
        Assert.That(result.State, Is.EqualTo(BuildState.Failed));
        Assert.That(States(kind), Is.Empty);
        await publisher.ProcessAsync(new WorkbookInput(kind["a.xlsx"]) { Seen = File.GetLastWriteTimeUtc(kind["a.xlsx"]) });
        Assert.That(States(kind), Is.EqualTo(new[] { PublicationState.Failed }));
    }

    [Test]
    public async Task A_workbook_that_changes_during_the_build_is_recorded_as_it_was_read()
    {
        using var kind = new ToyKind();
        var workbook = kind.Workbook("a.xlsx", "A", apples: 41);
        var content = await File.ReadAllBytesAsync(workbook);
        var publisher = Publisher(kind, ReportPipeline.Load(kind.Templates, null!).Value!);
        await publisher.ProcessAsync(new WorkbookInput(workbook),
            new OnStage(PipelineStage.Checking, () => kind.Workbook("a.xlsx", "A", apples: 42)));
        var entry = Journal.Open(OutputFolder.Open(kind["out"])).Entries.Single();
        Assert.That(entry.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(content))));
        Assert.That(await File.ReadAllTextAsync(kind["out", "A", "Report of A.md"]), Does.Contain("41"));
        Assert.That((await publisher.ProcessAsync(new WorkbookInput(workbook))).State, Is.EqualTo(BuildState.Built));
    }

    [TestCase(3, PublicationState.Published)]
    [TestCase(null, PublicationState.Returned)]
    public async Task The_given_clock_dates_the_result(int? apples, PublicationState state)
    {
        using var kind = new ToyKind();
        var now = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
        var publisher = Publisher(kind, ReportPipeline.Load(kind.Templates, null!).Value!, new FixedTime(now));
        await publisher.ProcessAsync(new WorkbookInput(kind.Workbook("a.xlsx", "A", apples)));
        var entry = Journal.Open(OutputFolder.Open(kind["out"])).Entries.Single();
        Assert.That((entry.State, entry.Time), Is.EqualTo((state, now)));
    }

    [Test]
    public async Task A_report_that_takes_too_long_fails_with_its_reason()
    {
        using var kind = new ToyKind();
        using var go = new ManualResetEventSlim();
        var publisher = Publisher(kind, ReportPipeline.Load(kind.Templates, null!).Value!,
            deadline: TimeSpan.FromMilliseconds(100));
        var stuck = new OnStage(PipelineStage.Checking, () => go.Wait(TimeSpan.FromMinutes(5)));
        var result = await publisher.ProcessAsync(new WorkbookInput(kind.Workbook("a.xlsx", "A")), stuck);
        go.Set();
        Assert.That((result.State, result.Reason?.Id), Is.EqualTo((BuildState.Failed, "pipeline.deadline")));
        Assert.That(States(kind), Is.EqualTo(new[] { PublicationState.Failed }));
    }

    private sealed class OnStage(PipelineStage stage, Action action) : IProgress<PipelineStage>
    {
        public void Report(PipelineStage value)
        {
            if (value == stage) action();
        }
    }

    private static Task<BuildResult> Build(ToyKind kind, string workbook, string? origin = null) =>
        Publisher(kind, ReportPipeline.Load(kind.Templates, null!).Value!)
            .ProcessAsync(new WorkbookInput(workbook) { Origin = origin ?? workbook });

    private static ReportPublisher Publisher(
        ToyKind kind, ReportPipeline pipeline, TimeProvider? time = null, TimeSpan? deadline = null)
    {
        var folder = OutputFolder.Open(kind["out"]);
        var options = new PublishOptions(kind["out"], [OutputFormat.Html, OutputFormat.Markdown])
            { Deadline = deadline ?? TimeSpan.FromMinutes(1) };
        return new ReportPublisher(pipeline, folder, Journal.Open(folder), options, new BuildFingerprint(pipeline, options),
            time ?? TimeProvider.System);
    }

    private static IEnumerable<string> Files(ToyKind kind) =>
        Directory.GetFiles(kind["out"], "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(kind["out"], f).Replace('\\', '/')).Where(f => !f.StartsWith('.'));

    private static PublicationState[] States(ToyKind kind) =>
        [.. Journal.Open(OutputFolder.Open(kind["out"])).Entries.Select(e => e.State)];
}
