using ReportGen.Tests.Cli;
using ReportGen.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>One workbook of each type that the program writes, created by its commands.</summary>
internal static class WrittenWorkbooks
{
    public const string Blank = "blank.xlsx";
    public const string Returned = "甲局-退回单.xlsx";
    public const string Total = "total.xlsx";
    public const string Ledger = "ledger.xlsx";

    /// <summary>The name of a body that would be a formula if not stored as text.</summary>
    public const string HostileBody = "=1+1局";

    public static readonly string[] Names = [Blank, Returned, Total, Ledger];

    /// <summary>Writes all workbooks into a folder.</summary>
    public static void WriteTo(string folder)
    {
        using var bodies = new TemporaryFolder();
        var body = Body(bodies, "甲局", 1);
        Body(bodies, HostileBody, 2);
        Run(0, "new", "annual-disclosure", "--agency", "示例区民政局", "--year", "2025", "-o", Path.Combine(folder, Blank));
        Run(1, "check", body, "--return", folder);
        Run(0, "total", bodies.Path, "--agency", "示例区人民政府", "--year", "2025", "-o", Path.Combine(folder, Total));
        using var published = new TemporaryFolder();
        Run(1, "build", bodies.Path, "-o", published.Path, "--formats", "md");
        File.Copy(published.Combine(Ledger), Path.Combine(folder, Ledger));
    }

    /// <summary>A figure of a body in <see cref="Total"/>.</summary>
    public static decimal Figure(int seed, int index) => seed * (index + 1);

    // The figures contradict one another, so the workbook is returned, but can be added up.
    private static string Body(TemporaryFolder folder, string name, int seed)
    {
        var zeros = Forms.Zeros(Forms.Form2021);
        var file = folder.Combine(seed == 1 ? "甲局.xlsx" : "乙.xlsx");
        File.WriteAllBytes(file, StandardWorkbookWriter.Write(Forms.Form2021, zeros with
        {
            Fields = zeros.Fields.SetItem("agency", name),
            Figures = Forms.Figures(Forms.Form2021, i => Figure(seed, i)),
        }));
        return file;
    }

    private static void Run(int exitCode, params string[] arguments)
    {
        var run = CliRun.In(ReportGen.Diagnostics.Language.Chinese, arguments);
        Assert.That(run.ExitCode, Is.EqualTo(exitCode), $"{string.Join(' ', arguments)}\n{run.Output}{run.Error}");
    }
}
