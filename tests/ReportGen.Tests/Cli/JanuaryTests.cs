using System.Collections.Immutable;
using System.Text.Json;
using ReportGen.Definitions;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Cli;

/// <summary>
/// January in a district of 60 bodies, with every way to hand in a workbook that a coordinator has seen: on the drop folder, in a
/// batch and added up.
/// </summary>
public sealed class JanuaryTests
{
    private static readonly KindDefinition s_form = Forms.Form2021;
    private const string Problems =
        "一是主动公开的内容还不够细，部分栏目更新不够及时；二是政策解读的形式不多，群众不易看懂。2026年将逐月核对公开栏目，增加图文解读，并组织一次业务培训。";

    private static readonly DateTime s_sent = new(2026, 1, 12, 8, 0, 0, DateTimeKind.Utc);

    private TemporaryFolder _folder = null!;

    private string Output => At("已发");

    [SetUp]
    public void WriteRoster()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(At("报送"));
        File.WriteAllLines(At("名单.csv"), Enumerable.Range(1, 60).Select(n => $"{n},{Name(n)},{(n > 40 ? "乡镇" : "部门")}")
            .Prepend("序号,单位,类别"));
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Every_body_is_in_one_state_from_the_first_file_to_the_total()
    {
        SendFirst();
        Assert.That(Watch().ExitCode, Is.EqualTo(1));
        Assert.That(Counts(), Is.EqualTo("expected=60 received=54 missing=6 failed=2 returned=8 published=44 unexpected=1"));
        Assert.That(Files(), Is.EquivalentTo(new[] { "54.pdf", "53.docx" }));

        Correct();
        Assert.That(Watch().ExitCode, Is.Zero);
        Assert.That(Counts(), Is.EqualTo("expected=60 received=55 missing=5 failed=0 returned=0 published=55 unexpected=1"));

        var batch = CliRun.Of("build", At("报送"), "-o", Output, "--formats", "html");
        Assert.That(batch.Error, Does.Contain("as before"));
        Assert.That(Counts(), Is.EqualTo("expected=60 received=55 missing=5 failed=0 returned=0 published=55 unexpected=1"));

        var total = CliRun.Of("total", At("报送"), Output, "--agency", "某区人民政府", "--year", "2025", "--roster", At("名单.csv"), "-o",
            At("汇总.xlsx"));
        Assert.That(total.Error, Does.Contain("55 counted").And.Contain("5 missing"));
    }

    private static string Name(int number) => $"第{number}单位";

    private string At(params string[] names) => _folder.Combine(names);

    private CliRun Watch() => CliRun.Of("watch", At("报送"), "-o", Output, "--formats", "html", "--roster", At("名单.csv"), "--year",
        "2025", "--once");

    private void SendFirst()
    {
        for (var n = 1; n <= 40; n++) Send($"{n:00}.xlsx", Name(n));
        for (var n = 41; n <= 45; n++) Send($"{n}.xlsx", Name(n), isFaulty: true);
        for (var n = 46; n <= 48; n++) Send($"{n}.xlsx", Name(n), year: 2024);
        foreach (var n in new[] { 49, 50 })
        {
            Send($"{n}.xlsx", Name(n));
            Send($"{n}（终稿）.xlsx", Name(n), postcode: "010021", sent: s_sent.AddDays(1));
        }
        File.WriteAllText(At("报送", Name(51) + ".et"), "WPS");
        File.WriteAllText(At("报送", Name(52) + ".ods"), "LibreOffice");
        File.WriteAllText(At("报送", "53.docx"), "Word");
        File.WriteAllText(At("报送", "54.pdf"), "PDF");
        Send("新建 XLSX 工作表 (2).xlsx", Name(55));
        Send("下级/年报最终版.xlsx", Name(56));
        Send("外单位.xlsx", "外地单位");
    }

    private void Correct()
    {
        for (var n = 41; n <= 45; n++)
        {
            var returned = Directory.GetFiles(Path.Combine(Output, Name(n)), "*-退回单.xlsx").Single();
            File.WriteAllBytes(returned, Workbook(Name(n)));
        }
        for (var n = 46; n <= 48; n++) Send($"{n}.xlsx", Name(n));
        foreach (var other in new[] { Name(51) + ".et", Name(52) + ".ods" })
        {
            File.Delete(At("报送", other));
            Send(Path.ChangeExtension(other, ".xlsx"), Path.GetFileNameWithoutExtension(other));
        }
        Send("57.xlsx", Name(57));
    }

    private void Send(
        string file, string body, int year = 2025, bool isFaulty = false, string postcode = "010020", DateTime? sent = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At("报送", file))!);
        File.WriteAllBytes(At("报送", file), Workbook(body, year, isFaulty, postcode));
        File.SetLastWriteTimeUtc(At("报送", file), sent ?? s_sent);
    }

    private static byte[] Workbook(string body, int year = 2025, bool isFaulty = false, string postcode = "010020")
    {
        var values = Forms.Zeros(s_form, year);
        var figures = values.Figures;
        return StandardWorkbookWriter.Write(s_form, values with
        {
            Prose = ImmutableDictionary<string, ImmutableArray<BlockValue>>.Empty
                .Add("problems", [new BlockValue("body", Problems)]),
            Fields = values.Fields.SetItem("agency", body).SetItem("postcode", postcode),
            Figures = isFaulty
                ? figures.Remove(figures.Keys.OrderBy(k => k.ToString(), StringComparer.Ordinal).First())
                : figures,
        });
    }

    private string Counts()
    {
        using var ledger = Ledger();
        return string.Join(' ',
            ledger.RootElement.GetProperty("counts").EnumerateObject().Select(c => $"{c.Name}={c.Value}"));
    }

    private List<string> Files()
    {
        using var ledger = Ledger();
        return [.. ledger.RootElement.GetProperty("files").EnumerateArray()
            .Select(f => Path.GetFileName(f.GetProperty("file").GetString()!))];
    }

    private JsonDocument Ledger() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, "ledger.json")));
}
