using System.Collections.Immutable;
using ReportGen.Bindings;
using ReportGen.Diagnostics;
using ReportGen.Rules;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Rules;

/// <summary>What follows from an error adds to it and is no finding of its own.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FindingCausesTests
{
    private const string Requests = "三、依申请公开";

    [TestCase($"{Requests}!D5=", "T3-04", 1, TestName = "an empty cell that a total needs")]
    [TestCase($"{Requests}!D5=3件", "T3-04", 1, TestName = "words in a cell that a total needs")]
    [TestCase($"{Requests}!B7=0", "T3-06", 1, TestName = "a row without its label")]
    [TestCase($"{Requests}!D3=0", "T3-06", 4, TestName = "a column without its heading")]
    [TestCase($"{Requests}!D5= {Requests}!D6=", "T3-04", 2, TestName = "an empty range")]
    public void A_reference_to_a_figure_that_was_not_read_adds_to_the_cause(string changes, string id, int references)
    {
        var findings = Check(changes);
        Assert.That(findings.Where(f => f.Severity == Severity.Error).Select(f => f.Id), Is.EqualTo(new[] { id }),
            Lines(findings));
        var cause = findings.Single(f => f.Severity == Severity.Error);
        Assert.That(cause.Message.Chinese, Does.EndWith($"正文有 {references} 处引用了这里的数字，改好这里就行。"));
        Assert.That(cause.Related.Count(r => r.Place == "一、总体情况!B2"), Is.EqualTo(references));
    }

    [Test]
    public void Without_an_error_of_its_own_the_reference_is_the_finding()
    {
        // Last year's table is optional: an empty cell of it is a warning, but the text cannot be printed.
        var findings = Check("", "上年数据!D21=", "去年新收{{ 上年.表三.本年新收.总计 }}件。");
        Assert.That(findings.Where(f => f.Severity == Severity.Error).Select(f => f.Id),
            Is.EqualTo(new[] { "prose.no-figure" }), Lines(findings));
    }

    [TestCase("12345@qq.com", "", "N-13 封面!B12")]
    [TestCase("13812345678@139.com", "", "N-13 封面!B12")]
    [TestCase("", "13812345678", "N-13 封面!B11")]
    public void A_mailbox_or_number_of_the_cover_is_reported_once(string mailbox, string phone, string expected)
    {
        var findings = Check("", "", "电话：{{ 封面.联系电话 }}；电子邮箱：{{ 封面.电子邮箱 }}。", mailbox, phone);
        Assert.That(findings.Where(f => f.Id == "N-13").Select(f => $"{f.Id} {f.Location!.Place}"),
            Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_mailbox_typed_in_the_text_is_reported_there_too()
    {
        var findings = Check("", "", "电子邮箱：67890@qq.com。", "12345@qq.com");
        Assert.That(findings.Where(f => f.Id == "N-13").Select(f => f.Location!.Place),
            Is.EqualTo(new[] { "封面!B12", "一、总体情况!B2" }));
    }

    private static ImmutableArray<Diagnostic> Check(
        string changes, string more = "", string? text = null, string mailbox = "", string phone = "")
    {
        var kind = Forms.Form2021;
        var zeros = Forms.Zeros(kind);
        text ??= "新收{{ 表三.本年新收.总计 }}件，结转{{ 表三.上年结转.总计 }}件，办结{{ 表三.总计.总计 }}件，转下年{{ 表三.结转下年度.总计 }}件。";
        var fields = zeros.Fields;
        if (mailbox.Length > 0) fields = fields.Add("email", mailbox);
        if (phone.Length > 0) fields = fields.Add("phone", phone);
        var bytes = StandardWorkbookWriter.Write(kind, zeros with
        {
            Fields = fields,
            Prose = ImmutableDictionary<string, ImmutableArray<BlockValue>>.Empty.Add("overview", [new BlockValue("body", text)]),
            Previous = more.Length > 0 ? zeros.Figures : zeros.Previous,
            Overrides = [.. $"{changes} {more}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Change)],
        });
        var read = Forms.Read(bytes);
        var bound = ProseBinder.Bind(read.Value!);
        var findings = ReportChecker.Check(
            read.Value!, Forms.Rules(kind.Edition), new CheckOptions { Bound = bound.Value },
            [.. read.Diagnostics, .. bound.Diagnostics]);
        // The rules over the structure of the text are not the subject.
        return [.. findings.Where(f => !f.Id.StartsWith("S-", StringComparison.Ordinal))];
    }

    private static CellValue Change(string change)
    {
        var (place, text) = (change.Split('=')[0], change.Split('=')[1]);
        return new CellValue(place.Split('!')[0], RawEdits.At(place.Split('!')[1]), null, text.Length == 0 ? null : text);
    }

    private static string Lines(ImmutableArray<Diagnostic> findings) =>
        string.Join('\n', findings.Select(f => $"{f.Severity} {f.Id} {f.Location?.Place} {f.Message.Chinese}"));
}
