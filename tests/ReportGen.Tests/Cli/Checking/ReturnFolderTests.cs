using ReportGen.Cli.Checking;
using ReportGen.Diagnostics;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Cli.Checking;

/// <summary>Where returned workbooks are written, and which files they never replace.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReturnFolderTests
{
    private static readonly OpenedWorkbook s_none = new WorkbookOpener().Open("%PDF-1.7"u8.ToArray(), "a.xlsx");

    private static byte[] Marked(string message) =>
        WorkbookMarker.Mark(s_none, [new Diagnostic { Id = "x", Severity = Severity.Error, Message = new(message, message) }]);

    [Test]
    public void An_unchanged_return_is_replaced()
    {
        using var folder = new TemporaryFolder();
        var returns = new ReturnFolder(folder.Combine("out"), ["a.xlsx"], new OutputNames(["a.xlsx"]));
        var first = returns.Write("a.xlsx", Marked("one"));
        var second = returns.Write("a.xlsx", Marked("two"));
        Assert.That(second, Is.EqualTo(first).And.EqualTo(folder.Combine("out", "a-退回单.xlsx")));
        Assert.That(File.ReadAllBytes(second), Is.EqualTo(Marked("two")));
    }

    [Test]
    public void A_changed_return_is_kept()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a-退回单.xlsx"), "the clerk's corrections");
        var returns = new ReturnFolder(folder.Path, ["a.xlsx"], new OutputNames(["a.xlsx"]));
        Assert.That(returns.Write("a.xlsx", Marked("one")), Is.EqualTo(folder.Combine("a-退回单 (2).xlsx")));
        Assert.That(File.ReadAllText(folder.Combine("a-退回单.xlsx")), Is.EqualTo("the clerk's corrections"));
    }

    [Test]
    public void A_submitted_workbook_is_never_replaced_by_its_return()
    {
        using var folder = new TemporaryFolder();
        var submitted = folder.Combine("a-退回单.xlsx");
        File.WriteAllBytes(submitted, Marked("earlier"));
        var returns = new ReturnFolder(folder.Path, [submitted], new OutputNames([submitted]));
        Assert.That(returns.Write(submitted, Marked("one")), Is.EqualTo(folder.Combine("a-退回单 (2).xlsx")));
        Assert.That(File.ReadAllBytes(submitted), Is.EqualTo(Marked("earlier")));
    }
}
