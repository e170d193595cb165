using System.Diagnostics;
using ReportGen.Documents;
using ReportGen.Printing.Pdf;

namespace ReportGen.Tests.Printing;

[TestFixture(false)]
[TestFixture(true)]
public sealed class ChromiumPrinterTests(bool webSocket)
{
    private ReportGen.Printing.ChromiumPrinter _printer = null!;

    [OneTimeSetUp]
    public void StartPrinter() => _printer = Printers.Create(o => o with { UseWebSocket = webSocket });

    [OneTimeTearDown]
    public async Task EndPrinter() => await _printer.DisposeAsync();

    [Test]
    public async Task Prints_Chinese_text_tagged_with_title_language_and_outline()
    {
        var outcome = await _printer.PrintAsync(Printers.Document("<h1>年度报告</h1><h2>一、总体情况</h2><p>主动公开信息３２条。</p>"));

        Assert.That(outcome.Diagnostics.Select(d => d.Message.English), Is.Empty);
        var catalog = PdfFile.Read(outcome.Value!.Pdf).Catalog;
        Assert.Multiple(() =>
        {
            Assert.That(catalog.Has("Lang") && catalog.Has("MarkInfo") && catalog.Has("Outlines"), Is.True);
            Assert.That(outcome.Value.Pages, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Two_prints_of_one_document_are_the_same_bytes()
    {
        var document = Printers.Document("<table><tr><th>列<th>数<tr><td>一<td>1</table><h1>二</h1><p>正文。</p>");
        var first = await _printer.PrintAsync(document);
        await _printer.PrintAsync(Printers.Document("<table><tr><th>别的<tr><td>内容</table>"));
        var second = await _printer.PrintAsync(document);

        Assert.That(second.Value!.Pdf, Is.EqualTo(first.Value!.Pdf));
    }

    [Test]
    public async Task Documents_printed_concurrently_keep_their_own_content()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 12).Select(n =>
            _printer.PrintAsync(
                Printers.Document(string.Concat(Enumerable.Repeat("<p style='break-after:page'>页</p>", n)) + "<p>末</p>"))));

        Assert.That(outcomes.Select(o => o.Value!.Pages), Is.EqualTo(Enumerable.Range(2, 12)));
    }

    [TestCase("<img src='http://127.0.0.1:9/a.png'>", "http://127.0.0.1:9/a.png")]
    [TestCase("<iframe src='https://example.gov.cn/x'></iframe>", "https://example.gov.cn/x")]
    [TestCase("<div style='background:url(http://127.0.0.1:9/b.png)'>字</div>", "http://127.0.0.1:9/b.png")]
    [TestCase("<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/d'>", "http://127.0.0.1:9/d")]
    [TestCase("<link rel=stylesheet href='http://127.0.0.1:9/c.css'><p>字</p>", "http://127.0.0.1:9/c.css")]
    public async Task Nothing_is_fetched_and_the_address_is_reported(string body, string address)
    {
        var outcome = await _printer.PrintAsync(Printers.Document($"<p>正文</p>{body}"));

        Assert.That(PdfFile.Read(outcome.Value!.Pdf).Catalog.Has("StructTreeRoot"), Is.True, "the document itself is printed");
        Assert.That(outcome.Diagnostics.Select(d => d.Message.English), Has.Some.Contains(address));
    }

    [Test]
    public async Task No_file_of_the_machine_is_printed()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("<p style='break-after:page'>秘密</p>", 5)));
        try
        {
            var outcome = await _printer.PrintAsync(Printers.Document(
                $"<iframe src='file://{file}' height=9000></iframe><img src='file://{file}'><object "
                    + $"data='file://{file}'></object>"));
            var empty = await _printer.PrintAsync(Printers.Document("<iframe height=9000></iframe><img><object></object>"));

            Assert.That(FontNames(outcome.Value!.Pdf), Is.EqualTo(FontNames(empty.Value!.Pdf)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task No_script_runs()
    {
        var outcome = await _printer.PrintAsync(Printers.Document(
            "<script>document.body.innerHTML='<p style=\"break-after:page\">一</p><p>二</p>'</script><p onclick=x()>正文</p>"
            + "<img src='data:image/png;base64,x' onerror='document.body.remove()'>"));

        Assert.That(outcome.Value!.Pages, Is.EqualTo(1));
    }

    [Test]
    public async Task An_embedded_picture_is_printed()
    {
        const string pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        var outcome = await _printer.PrintAsync(
            Printers.Document($"<p>图<img width=50 height=50 alt=点 src='data:image/png;base64,{pixel}'>"));

        Assert.That(outcome.Diagnostics, Is.Empty);
        Assert.That(System.Text.Encoding.Latin1.GetString(outcome.Value!.Pdf), Does.Contain("/Subtype /Image"));
    }

    [Test]
    public async Task A_killed_browser_costs_one_retry()
    {
        var report = Printers.Document(string.Concat(Enumerable.Repeat("<p>政府信息公开工作年度报告</p>", 2_000)));
        await _printer.WarmUpAsync();
        var killed = _printer.BrowserProcessId!.Value;
        var printing = _printer.PrintAsync(report);
        Process.GetProcessById(killed).Kill();

        var outcome = await printing;

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Value!.Attempts, Is.EqualTo(2));
            Assert.That(outcome.Diagnostics.Select(d => d.Id), Does.Contain("printing.retried"));
            Assert.That(_printer.BrowserProcessId, Is.Not.EqualTo(killed));
        });
    }

    [Test]
    public void A_cancelled_print_ends_and_the_next_one_works()
    {
        using var cancellation = new CancellationTokenSource();
        var printing = _printer.PrintAsync(
            Printers.Document(string.Concat(Enumerable.Repeat("<p>很长</p>", 100_000))), cancellation.Token);
        cancellation.Cancel();

        Assert.That(async () => await printing, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => (await _printer.PrintAsync(Printers.Document("<p>好</p>"))).Value, Is.Not.Null);
    }

    private static string[] FontNames(byte[] pdf) =>
        System.Text.RegularExpressions.Regex.Matches(System.Text.Encoding.Latin1.GetString(pdf), "/FontName /(\\S+)")
            .Select(m => m.Groups[1].Value).ToArray();
}
