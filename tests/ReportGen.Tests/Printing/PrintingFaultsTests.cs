using System.Runtime.Versioning;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Printing;

public sealed class PrintingFaultsTests
{
    private static readonly string s_endless = string.Concat(Enumerable.Repeat("<table><tr><td>", 60))
        + string.Concat(Enumerable.Repeat("<p>没有尽头</p>", 400_000));

    [Test]
    public async Task A_hang_ends_at_the_deadline_and_affects_no_other_document()
    {
        await using var printer = Printers.Create(o => o with { Deadline = TimeSpan.FromSeconds(10) });
        await printer.WarmUpAsync();
        var hanging = printer.PrintAsync(Printers.Document(s_endless));
        var fine = await printer.PrintAsync(Printers.Document("<p>正文</p>"));
        var outcome = await hanging;

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Value, Is.Null);
            Assert.That(outcome.Diagnostics.Single().Id, Is.EqualTo("printing.deadline"));
            Assert.That(fine.Value!.Attempts, Is.EqualTo(1));
        });
        Assert.That((await printer.PrintAsync(Printers.Document("<p>再来</p>"))).Value, Is.Not.Null);
    }

    [Test]
    public async Task A_crash_of_the_page_is_noticed_long_before_the_deadline()
    {
        await using var printer = Printers.Create(o => o with { Deadline = TimeSpan.FromMinutes(10) });
        await printer.WarmUpAsync();
        var printing = printer.PrintAsync(Printers.Document(s_endless));
        var first = ProcessFamily.BusyRenderer(printer.BrowserProcessId!.Value);
        ProcessFamily.Kill(first);
        var next = await printer.PrintAsync(Printers.Document("<p>正文</p>"));

        Assert.That(next.Value, Is.Not.Null);
        // The first report is on its second attempt, in a new renderer; wait for that one, but not for ten minutes.
        ProcessFamily.Kill(ProcessFamily.BusyRenderer(printer.BrowserProcessId!.Value, first));
        var outcome = await printing.WaitAsync(TimeSpan.FromMinutes(3));
        Assert.That(outcome.Diagnostics.Single().Id, Is.EqualTo("printing.crashed"));
    }

    [Test]
    public async Task Prints_during_the_warm_up_use_its_pages()
    {
        await using var printer = Printers.Create(o => o with { Pages = 2 });
        var warmUps = new[] { printer.WarmUpAsync(), printer.WarmUpAsync() };
        await Task.WhenAll(
            [.. warmUps, printer.PrintAsync(Printers.Document("<p>一</p>")), printer.PrintAsync(Printers.Document("<p>二</p>"))]);

        Assert.That(ProcessFamily.Of(printer.BrowserProcessId!.Value).Count(ProcessFamily.IsRenderer), Is.LessThanOrEqualTo(2));
    }

    [Test]
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    public async Task A_browser_that_opens_no_page_is_replaced_at_the_deadline()
    {
        await using var printer = Printers.Create(
            o => o with { Pages = 1, PrintsPerPage = 1, Deadline = TimeSpan.FromSeconds(10) });
        await printer.PrintAsync(Printers.Document("<p>正文</p>"));
        var stopped = printer.BrowserProcessId!.Value;
        ProcessFamily.Suspend(stopped);
        var outcome = await printer.PrintAsync(Printers.Document("<p>正文</p>"));

        Assert.That(outcome.Value?.Attempts, Is.EqualTo(2));
        Assert.That(printer.BrowserProcessId, Is.Not.EqualTo(stopped));
        Assert.That(() => ProcessFamily.IsAlive(stopped), Is.False.After(60).Seconds.PollEvery(50));
    }

    [Test]
    public async Task The_first_document_of_every_new_page_is_printed_completely()
    {
        await using var printer = Printers.Create(o => o with { PrintsPerPage = 1 });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            printer.PrintAsync(Printers.Document("<p style='break-after:page'>一</p><p style='break-after:page'>二</p><p>三</p>"))));

        Assert.That(outcomes.Select(o => (o.Value?.Pages, o.Value?.Attempts)), Is.All.EqualTo((3, 1)));
    }

    [Test]
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    public async Task A_program_that_never_answers_is_killed_and_reported()
    {
        using var folder = new TemporaryFolder();
        var browser = folder.Combine("chromium-headless-shell");
        File.WriteAllText(browser, $"#!/bin/sh\necho $$ > {folder.Combine("id")}\nexec sleep 600\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var printer = Printers.Create(o => o with { BrowserPath = browser, StartDeadline = TimeSpan.FromSeconds(2) });
        var outcome = await printer.PrintAsync(Printers.Document("<p>字</p>"));

        Assert.That(outcome.Diagnostics.Single().Id, Is.EqualTo("printing.browser-not-started"));
        var id = int.Parse(File.ReadAllText(folder.Combine("id")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(() => ProcessFamily.IsAlive(id), Is.False.After(60).Seconds.PollEvery(50));
    }

    [Test]
    public async Task A_missing_browser_is_a_finding_with_its_remedy()
    {
        await using var printer = Printers.Create(o => o with { BrowserPath = "/nowhere/chromium" });
        await printer.WarmUpAsync();
        var outcome = await printer.PrintAsync(Printers.Document("<p>正文</p>"));

        Assert.That(outcome.Value, Is.Null);
        Assert.That(outcome.Diagnostics.Single(), Has.Property(nameof(Diagnostic.Id)).EqualTo("printing.no-browser")
            .And.Property(nameof(Diagnostic.Remedy)).Not.Null);
    }

    [Test]
    public async Task A_program_that_is_not_a_browser_is_a_finding()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Uses /bin/true");
        await using var printer = Printers.Create(o => o with { BrowserPath = "/bin/true" });
        var outcome = await printer.PrintAsync(Printers.Document("<p>正文</p>"));

        Assert.That(outcome.Diagnostics.Single().Id, Is.EqualTo("printing.browser-not-started"));
    }

    [TestCase("No usable sandbox! Install it.", "chromium-sandbox")]
    [TestCase("Something else.", "REPORTGEN_BROWSER")]
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    public async Task The_error_message_of_a_browser_that_ends_at_once_is_reported(string complaint, string remedy)
    {
        using var folder = new TemporaryFolder();
        var browser = folder.Combine("chromium-headless-shell");
        File.WriteAllText(browser,
            $"#!/bin/sh\necho '[1:WARNING:a.cc:1] Nothing.' >&2\necho '[1:ERROR:b.cc:1] {complaint}' >&2\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var printer = Printers.Create(o => o with { BrowserPath = browser });
        var outcome = await printer.PrintAsync(Printers.Document("<p>字</p>"));
        var finding = outcome.Diagnostics.Single();
        Assert.That((finding.Id, finding.Message.English),
            Is.EqualTo(("printing.browser-not-started", $"The browser cannot be started: {browser}: {complaint}")));
        Assert.That(finding.Remedy!.English, Does.Contain(remedy));
    }

    [Test]
    public async Task No_process_is_left_behind()
    {
        var printer = Printers.Create();
        await printer.PrintAsync(Printers.Document("<p>正文</p>"));
        var browser = printer.BrowserProcessId!.Value;
        var all = ProcessFamily.Of(browser);
        await printer.DisposeAsync();

        Assert.That(() => all.Where(ProcessFamily.IsAlive), Is.Empty.After(60).Seconds.PollEvery(50));
    }
}
