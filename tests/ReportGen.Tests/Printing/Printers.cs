using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Tests.Printing;

/// <summary>Helpers of the printing tests.</summary>
internal static class Printers
{
    /// <summary>The folder of this working copy.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>The bundled fonts of this working copy; null if they were not created.</summary>
    public static string? Fonts { get; } = Root is null
        ? null
        : FontConfiguration.FindFolder(Path.Combine(Root, "artifacts", "fonts"));

    public static ChromiumPrinter Create(Func<ChromiumPrinterOptions, ChromiumPrinterOptions>? change = null)
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        var options = new ChromiumPrinterOptions { FontFolder = Fonts };
        return new ChromiumPrinter(change is null ? options : change(options));
    }

    public static FinishedDocument Document(string body, string title = "政府信息公开工作年度报告", string style = "") => new(
        $$"""
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>{{title}}</title>
        <style>
        @page{size:A4;margin:37mm 26mm 35mm 28mm}
        html{font:16pt/1.8 "ReportGen FangSong","ReportGen Rare Serif",serif;font-synthesis:none}
        h1,h2,th{font-family:"ReportGen Hei","ReportGen Rare Sans",sans-serif;font-weight:400}
        {{style}}
        </style></head><body>{{body}}</body></html>
        """,
        title);

    public static void RequireFonts()
    {
        if (Fonts is null) Assert.Inconclusive("The fonts were not made: run ./build.sh fonts");
    }

    private static string? FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReportGen.sln"))) folder = folder.Parent;
        return folder?.FullName;
    }
}
