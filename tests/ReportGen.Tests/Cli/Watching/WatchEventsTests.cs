using System.Text.Json;
using NJsonSchema;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Watching;
using ReportGen.Diagnostics;
using ReportGen.Tests.Architecture;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>The events of the watcher as text and as JSON.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WatchEventsTests
{
    private static readonly Diagnostic s_error = WatchMessages.NoInbox("x") with { Message = new("合计\n不等", "The sum\ndiffers") };

    private static readonly WatchEvent[] s_all =
    [
        new WatchStarted("收件", "发布"),
        new WorkbookWaits("甲\u001b[2J.xlsx", WatchMessages.Locked("甲.xlsx", "~$甲.xlsx")),
        new WorkbookDone("甲.xlsx", new BuildResult("甲.xlsx", BuildState.Built, [WatchMessages.InboxLost("x", "y")],
            ["发布/甲/年报.pdf", "发布/甲/年报.html", "发布/甲/年报.md"]) { Body = "甲" }),
        new WorkbookDone("乙.xlsx",
            new BuildResult("乙.xlsx", BuildState.Returned, [s_error], ["发布/乙/年报-退回单.xlsx", "发布/乙/年报-审核表.html"])),
        new WorkbookDone("丙.xlsx", new BuildResult("丙.xlsx", BuildState.Failed, [s_error], [])),
        new WorkbookDone("丁.xlsx", new BuildResult("丁.xlsx", BuildState.Unchanged, [WatchMessages.NoWorkbook("丁")], [])),
        new WatchNotice(WatchMessages.TemplatesBroken("templates", 1), [s_error]),
        new WatchStopping(2),
        new WatchStopped(),
    ];

    [TestCase(Language.Chinese, "watch-events.zh")]
    [TestCase(Language.English, "watch-events.en")]
    public void Every_event_is_a_line_of_text(Language language, string name)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var events = new WatchText(new UserTerminal(text, text, language), new FixedTime(DateTimeOffset.UnixEpoch));
        foreach (var happened in s_all) events.Write(happened);
        Approved.Matches(text.ToString(), name);
    }

    [Test]
    public async Task Every_event_is_a_line_of_json()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas/watch-events.schema.json"));
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = new UserTerminal(output, TextWriter.Null, Language.English);
        var events = new WatchJson(terminal, new FixedTime(DateTimeOffset.UnixEpoch));
        foreach (var happened in s_all) events.Write(happened);
        var texts = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var text in texts) Assert.That(schema.Validate(text).Select(e => $"{e.Path} {e.Kind}: {text}"), Is.Empty);
        var lines = texts.Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.That(lines.Select(l => l.GetProperty("event").GetString()),
            Is.EqualTo(new[] { "started", "waiting", "report", "report", "report", "report", "notice", "stopping", "stopped" }));
        Assert.That(lines[2..6].Select(l => l.GetProperty("state").GetString()),
            Is.EqualTo(new[] { "built", "returned", "failed", "unchanged" }));
        Assert.That(lines[2].GetProperty("outputs").GetArrayLength(), Is.EqualTo(3));
        Assert.That(lines[3].GetProperty("findings")[0].GetProperty("message").GetProperty("zh").GetString(),
            Is.EqualTo("合计\n不等"));
        Assert.That(lines.Select(l => l.GetProperty("time").GetDateTimeOffset()), Is.All.EqualTo(DateTimeOffset.UnixEpoch));
    }

    [TestCase("""{"event":"other","time":"2026-01-01T00:00:00Z"}""")]
    [TestCase("""{"event":"report","time":"2026-01-01T00:00:00Z","workbook":"a.xlsx","state":"lost"}""")]
    [TestCase("""{"event":"stopping","time":"2026-01-01T00:00:00Z"}""")]
    public async Task The_schema_refuses_invalid_events(string line)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas/watch-events.schema.json"));
        Assert.That(schema.Validate(line), Is.Not.Empty);
    }
}
