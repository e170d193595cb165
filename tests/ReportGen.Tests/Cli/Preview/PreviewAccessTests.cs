using System.Net;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>Other users of the machine can connect to the preview, but see nothing of it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PreviewAccessTests
{
    [TestCase("/")]
    [TestCase("/frame")]
    [TestCase("/events")]
    [TestCase("/fonts.css")]
    [TestCase("/page/app.js")]
    [TestCase("/page/index.html")]
    [TestCase("/nothing")]
    [TestCase("/?key=")]
    [TestCase("/?key=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Without_the_cookie_nothing_is_answered(string path)
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "Secret body");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        using var stranger = run.NewClient();
        using var answer = await stranger.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Secret body").And.Not.Contain("a.xlsx"));
    }

    [Test]
    public async Task Without_the_cookie_no_report_can_be_downloaded()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        var state = await run.UntilAsync("a.xlsx", s => s.LastGood is not null);
        using var stranger = run.NewClient();
        foreach (var path in new[] { "", "/html", "/md", "/pdf", "/returned", "/review" })
        {
            using var answer = await stranger.GetAsync($"/reports/{state.File.Id}{path}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }
    }

    [Test]
    public async Task An_address_works_once()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        using var user = run.NewClient();
        using var stranger = run.NewClient();
        var address = run.Invitation;
        Assert.That(await StatusAsync(user, address), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(stranger, address), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await StatusAsync(stranger, "/page/app.js"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await StatusAsync(user, "/"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(user, "/page/app.js"), Is.EqualTo(HttpStatusCode.OK));
        // The admitted browser may open the used address again.
        Assert.That(await StatusAsync(user, address), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites_and_ends_with_the_browser()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        using var user = run.NewClient();
        using var answer = await user.GetAsync(new Uri(run.Invitation));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split("; ");
        Assert.That(cookie[0], Does.Match($"^reportgen-{run.Port}=[0-9a-f]{{64}}$"));
        Assert.That(cookie.Skip(1), Is.EquivalentTo(new[] { "path=/", "samesite=strict", "httponly" }));
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
    }

    [Test]
    public async Task A_cookie_is_worthless_for_another_run()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var first = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        await using var second = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        using var answer = await first.NewClient().GetAsync(new Uri(first.Invitation));
        var value = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=')[1];
        using var stranger = second.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page/app.js");
        request.Headers.Add("Cookie", $"reportgen-{second.Port}={value}");
        using var refused = await stranger.SendAsync(request);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_request_for_the_headers_does_not_use_the_address_up()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        using var user = run.NewClient();
        var address = run.Invitation;
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await user.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await StatusAsync(user, address), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_user_is_shown_a_new_address_only_after_the_last_one_was_used()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        await using var run = await PreviewRun.StartAsync(kind["in"], kind.Templates);
        var shown = new List<string> { run.Access.InviteUser() };
        run.Access.Asked += shown.Add;
        using var stranger = run.NewClient();
        // However often strangers ask, the terminal is not flooded.
        for (var i = 0; i < 3; i++) await StatusAsync(stranger, "/");
        Assert.That(shown, Has.Count.EqualTo(1));
        using var user = run.NewClient();
        await StatusAsync(user, shown[0]);
        for (var i = 0; i < 3; i++) await StatusAsync(stranger, "/");
        await StatusAsync(stranger, "/page/app.js");
        Assert.That(shown, Has.Count.EqualTo(2).And.Unique);
        using var other = run.NewClient();
        Assert.That(await StatusAsync(other, shown[1]), Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
