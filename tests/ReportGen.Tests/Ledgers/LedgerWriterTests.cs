using System.Text.Json;
using AngleSharp.Html.Parser;
using NJsonSchema;
using ReportGen.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Publishing;
using ReportGen.Tests.Architecture;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Ledgers;

public sealed class LedgerWriterTests
{
    private static readonly Roster s_expected = new(
    [
        new RosterEntry("甲镇人民政府", "乡镇街道", ["甲镇"]), new RosterEntry("乙局", "政府部门", []), new RosterEntry("丙局", "政府部门", []),
        new RosterEntry("戊局", "政府部门", []),
    ]);

    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task The_page_shows_the_state_of_every_body()
    {
        var page = await PageAsync(Sample("page"), s_expected);
        Assert.That(page.QuerySelectorAll("section").Select(s => s.QuerySelector("h2")!.Id),
            Is.EqualTo(new[] { "groups", "failed", "returned", "missing", "published", "unlisted" }));
        Assert.That(Row(page, "乙局").TextContent, Does.Contain("1 个错误，2 个警告").And.Contain("报送 2 次").And.Contain("仍在发布"));
        Assert.That(page.QuerySelector(".names")!.TextContent, Does.Contain("丙局"));
        Assert.That(Row(page, "丁<i>局").TextContent, Does.Contain("名单外"));
        Assert.That(page.QuerySelector(".figure")!.TextContent,
            Is.EqualTo("应报 4 家：已发布 1，已退回 1，处理失败 1，未报送 1。另有名单外 1 家。"));
    }

    [Test]
    public async Task Only_existing_files_are_linked()
    {
        var folder = Sample("links");
        var links = (await PageAsync(folder, s_expected)).QuerySelectorAll(".links a")
            .Select(a => a.GetAttribute("href")!).ToList();
        Assert.That(links, Has.Count.EqualTo(4));
        Assert.That(links.Select(l => folder.FullPath(Uri.UnescapeDataString(l))), Has.All.Exist);
        Assert.That(links, Has.Some.Contains("100%25%20%E5%B1%80"), "a percent sign and a space in a name");
    }

    [Test]
    public async Task The_chart_has_a_text_alternative_and_a_part_for_each_state()
    {
        var picture = (await PageAsync(Sample("picture"), s_expected)).QuerySelector("figure svg")!;
        Assert.That(picture.QuerySelector("desc")!.TextContent, Is.EqualTo("已发布 1 家，已退回 1 家，处理失败 1 家，未报送 1 家。"));
        var widths = picture.Children.Where(c => c.LocalName == "rect")
            .Select(r => double.Parse(r.GetAttribute("width")!)).ToList();
        Assert.That(widths, Has.Count.EqualTo(4));
        Assert.That(widths.Sum(), Is.EqualTo(998).Within(0.1));
        Assert.That(widths[0], Is.EqualTo(widths[1]).Within(0.1));
    }

    [Test]
    public async Task Text_from_workbooks_is_escaped_on_the_page()
    {
        var page = await PageAsync(Sample("hostile"), s_expected);
        Assert.That(page.QuerySelectorAll("i, iframe"), Is.Empty);
        Assert.That(page.QuerySelectorAll("script").Single().TextContent, Does.Not.Contain("alert(1)"));
        Assert.That(page.Body!.TextContent, Does.Contain("丁<i>局").And.Contain("<script>alert(1)</script>"));
    }

    [Test]
    public async Task The_data_matches_the_documented_schema()
    {
        var folder = Sample("data");
        await LedgerWriter.WriteAsync(folder, s_expected, Style(Language.Chinese));
        var text = File.ReadAllText(folder.FullPath("ledger.json"));
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas/ledger.schema.json"));
        Assert.That(schema.Validate(text).Select(e => $"{e.Path} {e.Kind}"), Is.Empty);
        Assert.That(schema.Validate(text.Replace("\"returned\"", "\"lost\"")), Is.Not.Empty);
        var counts = JsonDocument.Parse(text).RootElement.GetProperty("counts");
        Assert.That(counts.EnumerateObject().Select(c => $"{c.Name}={c.Value}"), Is.EqualTo(new[]
        {
            "expected=4", "received=3", "missing=1", "failed=1", "returned=1", "published=1", "unexpected=1",
        }));
    }

    [Test]
    public async Task The_workbook_lists_every_body_and_every_submission()
    {
        var folder = Sample("workbook");
        await LedgerWriter.WriteAsync(folder, s_expected, Style(Language.Chinese));
        var workbook = new WorkbookOpener().Open(folder.FullPath("ledger.xlsx")).Workbook!;
        Assert.That(workbook.Sheets.Select(s => s.Name), Is.EqualTo(new[] { "台账", "历次报送" }));
        Assert.That(workbook.Sheets.Select(s => s.Cells.Max(c => c.Address.Row)), Is.EqualTo(new[] { 6, 6 }));
        Assert.That(workbook.Sheets[0].Cells.Where(c => c.Address.Row == 3).Select(c => c.Text),
            Does.Contain("乙局").And.Contain("已退回"));
    }

    [Test]
    public async Task Blanks_that_count_as_0_are_on_the_page_in_the_workbook_and_in_the_data()
    {
        var folder = Sample("blanks");
        Journal.Open(folder).Append(new JournalEntry
        {
            Time = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero), Workbook = "乙.xlsx", Sha256 = "9", Key = "k",
            State = PublicationState.Published, Body = "乙局", BlanksAsZero = 166,
        });
        Assert.That(Row(await PageAsync(folder, s_expected), "乙局").TextContent, Does.Contain("166 个空格按 0 计"));
        var sheets = new WorkbookOpener().Open(folder.FullPath("ledger.xlsx")).Workbook!.Sheets;
        Assert.That(sheets.Select(s => s.Cells.Count(c => c.Text == "166")), Is.All.EqualTo(1));
        var text = File.ReadAllText(folder.FullPath("ledger.json"));
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RepositoryFiles.Root, "docs/schemas/ledger.schema.json"));
        Assert.That(schema.Validate(text), Is.Empty);
        Assert.That(text, Does.Contain("\"blanksAsZero\": 166"));
    }

    [Test]
    public async Task Unchanged_files_are_not_rewritten()
    {
        var folder = Sample("same");
        await LedgerWriter.WriteAsync(folder, s_expected, Style(Language.Chinese));
        var written = File.GetLastWriteTimeUtc(folder.FullPath("index.html"));
        await LedgerWriter.WriteAsync(folder, s_expected, Style(Language.Chinese));
        Assert.That(File.GetLastWriteTimeUtc(folder.FullPath("index.html")), Is.EqualTo(written));
    }

    [Test]
    public async Task Without_a_roster_no_body_is_missing_and_the_page_can_be_english()
    {
        var folder = Sample("english");
        Assert.That(await LedgerWriter.WriteAsync(folder, (Roster?)null, Style(Language.English)), Is.Empty);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(folder.FullPath("index.html")));
        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
        Assert.That(page.QuerySelector(".figure")!.TextContent, Does.Contain("Received 4 in all").And.Not.Contain("missing"));
        Assert.That(page.QuerySelectorAll("#groups, #missing"), Is.Empty);
    }

    [Test]
    public async Task Chinese_text_on_an_English_page_is_marked()
    {
        var folder = Sample("marked");
        await LedgerWriter.WriteAsync(folder, s_expected, Style(Language.English));
        var html = File.ReadAllText(folder.FullPath("index.html"));
        Assert.That(html, Does.Contain("<span lang=\"zh-CN\">丙局</span>"));
        Assert.That(Web.UnmarkedChinese.In(html), Is.Empty);
    }

    [Test]
    public async Task An_empty_folder_gives_a_page() =>
        Assert.That((await PageAsync(OutputFolder.Open(_folder.Combine("empty")), s_expected)).QuerySelector(".names")!.Children,
            Has.Length.EqualTo(4));

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(OutputFolder folder, Roster roster)
    {
        Assert.That((await LedgerWriter.WriteAsync(folder, roster, Style(Language.Chinese))).Select(d => d.Message.English),
            Is.Empty);
        return new HtmlParser().ParseDocument(File.ReadAllText(folder.FullPath("index.html")));
    }

    private static AngleSharp.Dom.IElement Row(AngleSharp.Html.Dom.IHtmlDocument page, string body) =>
        page.QuerySelectorAll(".bodies tbody tr").Single(r => r.QuerySelector("th")!.FirstChild!.TextContent.Trim() == body);

    private static LedgerStyle Style(Language language) =>
        new(Path.Combine(RepositoryFiles.Root, "templates"), language, TimeZoneInfo.Utc);

    private OutputFolder Sample(string name)
    {
        var folder = OutputFolder.Open(_folder.Combine(name));
        var journal = Journal.Open(folder);
        Add("甲.xlsx", "1", PublicationState.Published, "甲镇", "甲镇/100% 局#1.pdf");
        Add("乙.xlsx", "2", PublicationState.Published, "乙局", "乙局/乙.pdf");
        Add("乙.xlsx", "3", PublicationState.Returned, "乙局", "乙局/乙-退回单.xlsx");
        Add("丁.xlsx", "4", PublicationState.Published, "丁<i>局", "丁/丁.html");
        Add("送审/戊局（终稿）.xlsx", "5", PublicationState.Failed, null, null);
        return folder;

        void Add(string workbook, string digest, PublicationState state, string? body, string? output)
        {
            if (output is not null) folder.Publish([new OutputFile(output, "x"u8.ToArray())]);
            journal.Append(new JournalEntry
            {
                Time = DateTimeOffset.UnixEpoch, Workbook = workbook, Sha256 = digest, Key = digest, State = state, Body = body,
                Outputs = output is null ? [] : [output], Errors = state == PublicationState.Returned ? 1 : 0,
                Warnings = state == PublicationState.Returned ? 2 : 0,
                Reason = state == PublicationState.Failed ? "<script>alert(1)</script>" : null,
            });
        }
    }
}
