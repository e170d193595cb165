using System.Text.Json;
using ReportGen.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>Checks each type of workbook that the program writes with other programs.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class InteropTests
{
    private readonly TemporaryFolder _folder = new();

    // Next to the other folder, because links to files are relative.
    private readonly TemporaryFolder _savedAgain = new();
    private Dictionary<string, WorkbookView> _written = [];
    private Task<Dictionary<string, WorkbookView>> _closedXml = null!;
    private Task<Dictionary<string, WorkbookView>> _libreOffice = null!;

    /// <summary>The programs that read the workbooks.</summary>
    public enum Peer
    {
        ClosedXml,
        LibreOffice,
    }

    private static IEnumerable<object[]> PeersAndWorkbooks() =>
        from peer in Enum.GetValues<Peer>() from name in WrittenWorkbooks.Names select new object[] { peer, name };

    [OneTimeSetUp]
    public void OpenWithAllPrograms()
    {
        WrittenWorkbooks.WriteTo(_folder.Path);
        var files = WrittenWorkbooks.Names.Select(n => _folder.Combine(n)).ToArray();
        _written = files.ToDictionary(f => Path.GetFileName(f)!, SdkView.Of);
        _closedXml = Task.Run(() => SeenByClosedXml(files));
        _libreOffice = LibreOffice.Path is null ? Task.FromResult(_written) : Task.Run(() => SeenByLibreOffice(files));
    }

    [OneTimeTearDown]
    public void RemoveFolder()
    {
        Task.WaitAll(_closedXml, _libreOffice);
        _folder.Dispose();
        _savedAgain.Dispose();
    }

    [TestCaseSource(nameof(PeersAndWorkbooks))]
    public void Nothing_is_lost_or_changed(Peer peer, string workbook)
    {
        var (there, seen) = (_written[workbook].Facts().ToHashSet(), View(peer, workbook).Facts().ToHashSet());
        Assert.That(there, Has.Count.GreaterThan(20));
        Assert.That(there.Except(seen).Order(StringComparer.Ordinal), Is.Empty, "lost");
        Assert.That(seen.Except(there).Order(StringComparer.Ordinal), Is.Empty, "not there");
    }

    [Test]
    public void Figures_are_validated_and_totals_and_labels_are_locked([Values] Peer peer)
    {
        var blank = View(peer, WrittenWorkbooks.Blank);
        var inputs = Forms.Figures(Forms.Form2021, i => i);
        var places = StandardWorkbookWriter.PlacesOf(Forms.Form2021);
        Assert.That(places, Has.Count.GreaterThan(inputs.Count));
        foreach (var (key, place) in places)
        {
            var (sheet, at) = (blank[place.Sheet], $"{place.Address}");
            var (cell, isInput) = (sheet[at], inputs.ContainsKey(key));
            Assert.That(cell.IsLocked, Is.EqualTo(!isInput), $"{place}");
            Assert.That(cell.Formula, isInput ? Is.Null : Does.StartWith("SUM("), $"{place}");
            var allowed = isInput ? $"{(key.Row == "fees" ? "Decimal" : "WholeNumber")} EqualOrGreaterThan 0" : null;
            Assert.That(sheet.RuleAt(at)?.Allowed, Is.EqualTo(allowed), $"{place}");
            Assert.That((sheet.IsProtected, sheet.MayFormatCells, sheet.MayInsertRows), Is.EqualTo((true, true, false)));
        }
    }

    [Test]
    public void A_cover_holds_known_values_and_input_cells_for_the_rest([Values] Peer peer)
    {
        var cover = View(peer, WrittenWorkbooks.Blank)["封面"];
        Assert.Multiple(() =>
        {
            Assert.That((cover["A3"].Text, cover["A3"].IsLocked), Is.EqualTo(("机关全称", true)));
            Assert.That((cover["B3"].Text, cover["B3"].IsLocked), Is.EqualTo(("示例区民政局", false)));
            Assert.That((cover["B4"].Number, cover["B4"].IsLocked), Is.EqualTo((2025d, false)));
            Assert.That(cover.RuleAt("B3")!.Prompt, Does.StartWith("必填。"));
            Assert.That(cover.RuleAt("B4")!.Allowed, Is.EqualTo("WholeNumber Between 1900 2099"));
            Assert.That(cover.RuleAt("B5")!.Allowed, Is.EqualTo("List 人民政府,政府部门,乡镇街道,其他"));
            Assert.That(cover.RuleAt("B7")!.Allowed, Is.EqualTo("Date Between 36526 73050"));
            Assert.That(cover.IsProtected, Is.True);
        });
    }

    [Test]
    public void A_prose_sheet_allows_more_rows_and_offers_the_levels([Values] Peer peer)
    {
        var text = View(peer, WrittenWorkbooks.Blank)["一、总体情况"];
        Assert.Multiple(() =>
        {
            Assert.That((text.IsProtected, text.MayInsertRows, text.MayDeleteRows), Is.EqualTo((true, true, true)));
            Assert.That(text.RuleAt("A2")!.Allowed, Is.EqualTo("List 引言,标题,小标题,正文,列表"));
            Assert.That(text.RuleAt("A100")!.Allowed, Is.EqualTo(text.RuleAt("A2")!.Allowed));
            Assert.That((text["A1"].Text, text["A1"].IsLocked, text["B2"].IsLocked), Is.EqualTo(("层级", true, false)));
        });
    }

    [Test]
    public void A_marked_workbook_shows_its_findings_and_keeps_the_form([Values] Peer peer)
    {
        var returned = View(peer, WrittenWorkbooks.Returned);
        var list = returned.Sheets[0];
        var marked = returned.Sheets.Skip(1).SelectMany(s => s.Marks.SelectMany(CellNames.Of).Select(at => s[at])).ToList();
        Assert.Multiple(() =>
        {
            Assert.That((list.Name, list["B3"].Text, list["C3"].Text), Is.EqualTo(("问题清单", "级别", "位置")));
            Assert.That(list.Cells.Where(c => c.At[0] == 'B').Select(c => c.Text), Has.Some.EqualTo("错误").And.Some.EqualTo("警告"));
            Assert.That(list.Cells.Select(c => c.Target).OfType<string>(), Has.Some.EqualTo("三、依申请公开!D5"));
            Assert.That(marked, Is.Not.Empty);
            Assert.That(marked.Select(c => c.Comment).OfType<string>(), Has.Some.Contains("T3-"));
            Assert.That(returned["三、依申请公开"].IsProtected, Is.True);
            Assert.That(returned["三、依申请公开"].RuleAt("D5")!.Allowed, Is.EqualTo("WholeNumber EqualOrGreaterThan 0"));
        });
    }

    [Test]
    public void A_total_holds_the_sums_their_formulas_and_their_sources([Values] Peer peer)
    {
        var total = View(peer, WrittenWorkbooks.Total);
        var places = StandardWorkbookWriter.PlacesOf(Forms.Form2021);
        var sums = Forms.Figures(Forms.Form2021, i => WrittenWorkbooks.Figure(1, i) + WrittenWorkbooks.Figure(2, i));
        foreach (var (key, sum) in sums)
            Assert.That(total[places[key].Sheet][$"{places[key].Address}"].Number, Is.EqualTo((double)sum), $"{places[key]}");
        var bodies = total["各单位数据"];
        var line = bodies.Cells.First(c => c.Formula?.StartsWith("SUM(F", StringComparison.Ordinal) == true).At[1..];
        Assert.Multiple(() =>
        {
            Assert.That(bodies.IsProtected, Is.False);
            Assert.That(bodies.Filter, Does.StartWith("A1:G"));
            Assert.That(new[] { bodies["F1"], bodies["G1"] }.Select(c => (c.Text, c.Formula)),
                Is.EquivalentTo(new[] { ("甲局", (string?)null), (WrittenWorkbooks.HostileBody, null) }));
            Assert.That(bodies[$"D{line}"].Number, Is.EqualTo(bodies[$"F{line}"].Number + bodies[$"G{line}"].Number));
            Assert.That(bodies[$"E{line}"].Number, Is.Zero);
            Assert.That(total["合计来源"].Cells.Select(c => c.Target).OfType<string>(), Has.Some.EqualTo("三、依申请公开!D5"));
        });
    }

    [Test]
    public void A_ledger_lists_bodies_and_submissions([Values] Peer peer)
    {
        var ledger = View(peer, WrittenWorkbooks.Ledger)["台账"];
        var bodies = new[] { 2, 3 }.Select(row => (ledger[$"B{row}"].Text, ledger[$"B{row}"].Formula, ledger[$"E{row}"].Text));
        Assert.That(ledger["B1"].Text, Is.EqualTo("单位"));
        Assert.That(bodies, Is.EquivalentTo(new[] { ("甲局", (string?)null, "已退回"), (WrittenWorkbooks.HostileBody, null, "已退回") }));
        Assert.That(ledger["J2"].Number, Is.GreaterThan(0), "errors");
        Assert.That(ledger.Filter, Is.EqualTo("A1:P3"));
        // Sorted and filtered by the coordinator.
        Assert.That(ledger.IsProtected, Is.False);
    }

    private WorkbookView View(Peer peer, string workbook)
    {
        if (peer == Peer.ClosedXml) return _closedXml.Result[workbook];
        if (LibreOffice.Path is null)
            Assert.Inconclusive("No LibreOffice on this machine: apt-get install libreoffice-calc-nogui");
        return _libreOffice.Result[workbook];
    }

    private static Dictionary<string, WorkbookView> SeenByClosedXml(string[] files)
    {
        var run = PeerProgram.OfProject("tests/ReportGen.ClosedXmlView", "closedxml-view", files);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var views = JsonSerializer.Deserialize<List<WorkbookView>>(run.Output)!;
        return files.Zip(views).ToDictionary(v => Path.GetFileName(v.First)!, v => v.Second);
    }

    private Dictionary<string, WorkbookView> SeenByLibreOffice(string[] files)
    {
        LibreOffice.SaveAgain(files, _savedAgain.Path);
        return files.Select(f => Path.GetFileName(f)!).ToDictionary(n => n, n => SdkView.Of(_savedAgain.Combine(n)));
    }
}
