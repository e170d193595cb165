using System.Net;
using System.Net.Http.Headers;
using ReportGen.Tests.Cli.Watching;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>The responses of the preview server, and which requests it refuses.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PreviewServerTests
{
    [TestCase("127.0.0.1:{0}", HttpStatusCode.OK)]
    [TestCase("localhost:{0}", HttpStatusCode.OK)]
    [TestCase("evil.example:{0}", HttpStatusCode.MisdirectedRequest)]
    [TestCase("127.0.0.1", HttpStatusCode.MisdirectedRequest)]
    [TestCase("127.0.0.1:1", HttpStatusCode.MisdirectedRequest)]
    [TestCase("localhost.evil.example:{0}", HttpStatusCode.MisdirectedRequest)]
    public async Task Only_requests_to_loopback_names_are_accepted(string host, HttpStatusCode status)
    {
        using var kind = new ToyKind();
        await using var run = await StartAsync(kind);
        foreach (var path in new[] { "/", "/events", "/fonts.css", "/page/app.js" })
        {
            Assert.That(await StatusAsync(run, path, r => r.Headers.Host = string.Format(null, host, run.Port)),
                Is.EqualTo(status), path);
        }
    }

    [TestCase("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [TestCase("Origin", "null", HttpStatusCode.Forbidden)]
    [TestCase("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [TestCase("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    public async Task Requests_of_other_sites_are_refused(string header, string value, HttpStatusCode status)
    {
        using var kind = new ToyKind();
        await using var run = await StartAsync(kind);
        Assert.That(await StatusAsync(run, "/page/app.js", r => r.Headers.Add(header, value)), Is.EqualTo(status));
    }

    [Test]
    public async Task Another_site_may_link_to_the_page_but_not_use_its_resources()
    {
        using var kind = new ToyKind();
        await using var run = await StartAsync(kind);
        static void Navigate(HttpRequestMessage request)
        {
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
            request.Headers.Add("Sec-Fetch-Dest", "document");
        }
        Assert.That(await StatusAsync(run, "/", Navigate), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(run, "/events", Navigate), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("/../secret.txt")]
    [TestCase("/%2e%2e/secret.txt")]
    [TestCase("/page/..%2f..%2fsecret.txt")]
    [TestCase("/page/%2e%2e%5csecret.txt")]
    [TestCase("/fonts/..%2fsecret.txt")]
    [TestCase("/fonts/fonts.json")]
    [TestCase("/fonts/%2fetc%2fpasswd")]
    [TestCase("/reports/..%2fsecret.txt")]
    [TestCase("/reports/a.xlsx")]
    [TestCase("/reports//etc/passwd")]
    [TestCase("//etc/passwd")]
    [TestCase("/frame/../../secret.txt")]
    public async Task No_path_leads_out_of_the_listed_files(string path)
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["secret.txt"], "secret");
        await using var run = await StartAsync(kind);
        using var request = new HttpRequestMessage(HttpMethod.Get,
            new Uri($"http://127.0.0.1:{run.Port}{path}",
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        using var answer = await run.Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_symbolic_link_does_not_show_a_workbook_outside_the_folder()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "Inside");
        var outside = kind.Workbook("out/b.xlsx", "Outside");
        File.CreateSymbolicLink(kind["in", "b.xlsx"], outside);
        Directory.CreateSymbolicLink(kind["in", "more"], kind["out"]);
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        await run.UntilAsync("a.xlsx", s => s.LastGood is not null);
        Assert.That(run.Session.Reports.Select(r => r.File.Name), Is.EqualTo(new[] { "a.xlsx" }));
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("OPTIONS")]
    public async Task Only_read_methods_are_allowed(string method)
    {
        using var kind = new ToyKind();
        await using var run = await StartAsync(kind);
        Assert.That(await StatusAsync(run, "/", r => r.Method = new HttpMethod(method)),
            Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [TestCase("/", "script-src 'self'")]
    [TestCase("/frame", "sandbox allow-same-origin")]
    [TestCase("/nothing", "default-src 'none'")]
    public async Task Every_response_has_a_content_security_policy(string path, string policy)
    {
        using var kind = new ToyKind();
        await using var run = await StartAsync(kind);
        using var answer = await run.Client.GetAsync(path);
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain(policy).And.Contain("default-src 'none'"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
    }

    [Test]
    public async Task If_a_port_is_in_use_the_next_one_is_used()
    {
        using var kind = new ToyKind();
        await using var first = await StartAsync(kind);
        await using var second = await PreviewRun.StartAsync(kind["in"], kind.Templates, first.Port);
        Assert.That(second.Port, Is.GreaterThan(first.Port));
    }

    [TestCase("html", "text/html", "Report of A.html", 3)]
    [TestCase("md", "text/markdown", "Report of A.md", 3)]
    [TestCase("returned", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Report of A-returned.xlsx", 3)]
    [TestCase("html", "text/html", "Report of A-draft.html", null)]
    public async Task Downloads_are_identical_to_published_files(string form, string type, string name, int? apples)
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A", apples);
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        var state = await run.UntilAsync("a.xlsx", s => s.LastGood is not null);
        using var answer = await run.Client.GetAsync($"/reports/{state.File.Id}/{form}?lang=en");
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
        Assert.That(answer.Content.Headers.ContentDisposition,
            Is.EqualTo(new ContentDispositionHeaderValue("attachment") { FileName = $"\"{name}\"", FileNameStar = name }));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("data-cell"));
    }

    [TestCase("zh", 3, "Report of A-审核表.pdf", "可以发布")]
    [TestCase("en", null, "Report of A-review.pdf", "Returned for correction")]
    public async Task The_review_page_is_printed_with_and_without_findings(string language, int? apples, string name, string text)
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A", apples);
        await using var printer = new BlockingPrinter();
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates, printer: printer);
        var state = await run.UntilAsync("a.xlsx", s => s.LastGood is not null);
        using var answer = await run.Client.GetAsync($"/reports/{state.File.Id}/review?lang={language}");
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType),
            Is.EqualTo((HttpStatusCode.OK, "application/pdf")));
        Assert.That(answer.Content.Headers.ContentDisposition?.FileNameStar, Is.EqualTo(name));
        Assert.That(printer.Documents.Single().Html, Does.Contain(text).And.Contain("a.xlsx"));
    }

    [TestCase("pdf")]
    [TestCase("review")]
    public async Task A_pdf_that_cannot_be_printed_says_why(string form)
    {
        using var kind = new ToyKind();
        await using var run = await StartAsync(kind);
        var state = await run.UntilAsync("a.xlsx", s => s.LastGood is not null);
        using var answer = await run.Client.GetAsync($"/reports/{state.File.Id}/{form}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("no printer in this test"));
    }

    private static async Task<PreviewRun> StartAsync(ToyKind kind)
    {
        kind.Workbook("in/a.xlsx", "A");
        return await PreviewRun.StartAsync(kind["in"], kind.Templates);
    }

    private static async Task<HttpStatusCode> StatusAsync(PreviewRun run, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change(request);
        using var answer = await run.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
