using ReportGen.Cli.Inputs;
using ReportGen.Cli.Watching;

namespace ReportGen.Tests.Cli.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class InboxNamesTests
{
    [TestCase("年报.xlsx")]
    [TestCase("王家沟 2025 年 (终稿).XLSX")]
    [TestCase("report.xlsm")]
    [TestCase("old.xls")]
    [TestCase("wps.et")]
    [TestCase("A1B2C3D4.xlsx")]
    [TestCase("~年报.xlsx")]
    public void A_workbook_is_recognized(string name) =>
        Assert.That((InboxNames.IsWorkbook(name), InboxNames.IsTemporary(name)), Is.EqualTo((true, false)));

    [TestCase("~$年报.xlsx")]
    [TestCase(".~年报.xlsx")]
    [TestCase(".~lock.年报.xlsx#")]
    [TestCase("年报.xlsx.tmp")]
    [TestCase("3F2A.tmp")]
    [TestCase("~WRL0001.tmp")]
    [TestCase("~WRL0001.xlsx")]
    [TestCase("年报.xlsx.part")]
    [TestCase("年报.xlsx.crdownload")]
    [TestCase("年报.xlsx.osl-tmp")]
    [TestCase("1A2B3C4D")]
    [TestCase(".年报.xlsx.Xy12")]
    [TestCase("desktop.ini")]
    [TestCase("Thumbs.db")]
    public void Temporary_files_are_ignored(string name) =>
        Assert.That((InboxNames.IsWorkbook(name), InboxNames.IsTemporary(name)), Is.EqualTo((false, true)));

    [TestCase("年报.pdf")]
    [TestCase("说明.docx")]
    [TestCase("1A2B3C4D5")]
    [TestCase("NOTEHEX1")]
    public void Other_files_are_neither(string name) =>
        Assert.That((InboxNames.IsWorkbook(name), InboxNames.IsTemporary(name)), Is.EqualTo((false, false)));

    [Test]
    public void The_locks_of_three_office_programs_are_known()
    {
        Assert.That(WorkbookFiles.LocksOf("a.xlsx"), Is.EqualTo(new[] { "~$a.xlsx", ".~a.xlsx", ".~lock.a.xlsx#" }));
        Assert.That(WorkbookFiles.LocksOf("a.xlsx").All(InboxNames.IsLock));
    }
}
