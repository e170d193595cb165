using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using ReportGen.Cli.Doctoring;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen doctor</c>: what this machine has, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var command = new CliCommand("doctor", terminal.Say("检查这台机器缺少什么（浏览器、字体），并说明怎样补上", "say what this machine lacks (browser, fonts) and how to get it"))
        {
            Examples = ["reportgen doctor"],
        };
        command.Run((result, cancellation) => RunAsync(TemplatesFolder.Of(result, terminal), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        var catalog = KindCatalog.Load(templates);
        var fonts = KnownFonts.Find();
        Line(terminal, terminal.Say("程序", "program"), $"{ProgramVersion.Name} {ProgramVersion.Number}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        Line(terminal, terminal.Say("模板", "templates"), $"{templates} ({string.Join(", ", catalog.Value?.Kinds ?? [])})");
        Line(terminal, terminal.Say("字体", "fonts"), fonts.Folder is null ? "-" : $"{fonts.Folder} ({string.Join(", ", fonts.Families.Order(StringComparer.Ordinal))})");
        var browser = BrowserLocator.Find();
        Line(terminal, terminal.Say("浏览器", "browser"), browser is null ? "-" : $"{browser} ({BrowserLocator.Version(browser) ?? "?"})");
        var printed = await TryPrintAsync(cancellation).ConfigureAwait(false);
        Line(terminal, terminal.Say("试打印", "test page"), printed.Value is { } pdf ? $"PDF, {pdf.Pdf.Length / 1024} KB" : "-");

        ImmutableArray<Diagnostic> findings = [.. catalog.Diagnostics, .. FontFindings(catalog.Value, fonts), .. printed.Diagnostics];
        terminal.Output.WriteLine();
        new FindingsText(terminal, terminal.Output, terminal.OutputPalette).Write(findings);
        if (findings.IsEmpty) terminal.Output.WriteLine(terminal.OutputPalette.Good(terminal.Say("什么都不缺。", "Nothing is missing.")));
        return ExitCodes.For(findings);
    }

    private static IEnumerable<Diagnostic> FontFindings(KindCatalog? catalog, KnownFonts fonts)
    {
        if (fonts.Folder is null) yield return DoctorMessages.NoFonts();
        if (fonts.Families.IsEmpty) yield break;
        foreach (var kind in catalog?.All ?? [])
            foreach (var list in FontNeeds.In(kind.Folder).Concat(FontNeeds.In(SharedFolder(kind))).DistinctBy(l => l[0]))
                if (!fonts.Families.Contains(list[0]))
                    yield return DoctorMessages.FontMissing($"{kind.Id}/{kind.Edition}", list[0], list.FirstOrDefault(fonts.Families.Contains));
    }

    private static string SharedFolder(KindDefinition kind) => Path.Combine(kind.Folder, "..", "..", "_shared");

    private static async Task<Outcome<PrintedDocument>> TryPrintAsync(CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter();
        const string page = """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>试打印</title>
            <style>@page { size: A4 } body { font-family: "ReportGen Song", serif; font-synthesis: none }</style></head>
            <body><h1 style="font-weight: 400">试打印</h1><p>一二三四五，Test 12345。</p></body></html>
            """;
        return await printer.PrintAsync(new FinishedDocument(page, "试打印"), cancellation).ConfigureAwait(false);
    }

    private static void Line(UserTerminal terminal, string name, string value) =>
        terminal.Output.WriteLine($"{DisplayText.PadTo(name, 11)}{DisplayText.Clean(value)}");
}
