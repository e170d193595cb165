using ReportGen.Cli.Checking;

namespace ReportGen.Tests.Cli.Checking;

[Parallelizable(ParallelScope.All)]
public sealed class OutputNamesTests
{
    [TestCase("报送/年报.xlsx", "年报")]
    [TestCase("年报-退回单.xlsx", "年报")]
    [TestCase("年报-退回单 (2).xlsx", "年报")]
    [TestCase("-退回单.xlsx", "-退回单")]
    [TestCase("年报-退回单说明.xlsx", "年报-退回单说明")]
    [TestCase("Report of A-returned.xlsx", "Report of A")]
    [TestCase("Report of A-returned (2).xlsx", "Report of A")]
    [TestCase("Books-returned-late.xlsx", "Books-returned-late")]
    [TestCase("a.b.xls", "a.b")]
    public void A_name_is_the_file_name_without_the_suffix_of_a_return(string file, string name) =>
        Assert.That(new OutputNames([file])[file], Is.EqualTo(name));

    [Test]
    public void Two_workbooks_never_have_the_same_name()
    {
        string[] files = ["a/年报.xlsx", "b/年报.xlsx", "c/年报.XLS", "d/年报 (2).xlsx", "e/B.xlsx", "f/b.xlsx"];
        var names = new OutputNames(files);
        Assert.That(files.Select(f => names[f]), Is.EqualTo(new[] { "年报", "年报 (2)", "年报 (3)", "年报 (2) (2)", "B", "b (2)" }));
    }
}
