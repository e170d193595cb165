using System.CommandLine;
using System.Runtime.InteropServices;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Documents;
using ReportGen.Printing;
using ReportGen.Rules;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen doctor</c>: checks the browser, the fonts and the templates of this machine.</summary>
internal static class DoctorCommand
{
    public static Command Create(UserTerminal terminal) => new CliCommand(
        "doctor",
        terminal.Localize("检查这台机器缺少什么（浏览器、字体），并说明怎样补上", "check what this machine lacks (browser, fonts) and how to install it"))
    {
        Examples = ["reportgen doctor"],
    }.Run((result, cancellation) => RunAsync(TemplatesFolder.Of(result, terminal), terminal, cancellation));

    private static async Task<int> RunAsync(string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        var catalog = RuleCatalog.LoadKinds(templates);
        var needs = catalog.Value is { } kinds ? FontNeeds.Of(kinds) : [];
        var machine = await PrintingEnvironment.InspectAsync(new ChromiumPrinterOptions(), needs, cancellation)
            .ConfigureAwait(false);
        WriteLine(terminal, terminal.Localize("程序", "program"),
            $"{ProgramVersion.Name} {ProgramVersion.Number}, {RuntimeInformation.FrameworkDescription}, "
                + RuntimeInformation.RuntimeIdentifier);
        WriteLine(terminal, terminal.Localize("模板", "templates"),
            $"{templates} ({string.Join(", ", catalog.Value?.Kinds ?? [])})");
        WriteLine(terminal, terminal.Localize("浏览器", "browser"),
            machine.Browser is null ? "-" : $"{machine.Browser} ({machine.BrowserVersion ?? "?"})");
        if (machine.Browser is null)
        {
            WriteLine(terminal, "", terminal.Localize("PATH 和这些地方都没有：", "neither on PATH nor in these places:"));
            foreach (var place in BrowserLocator.Places()) WriteLine(terminal, "", place);
        }

        WriteLine(terminal, terminal.Localize("字体", "fonts"), machine.FontFolder ?? "-");
        foreach (var font in machine.Fonts.Select(FontLine).Distinct()) WriteLine(terminal, "", font);
        var printed = machine.Browser is null ? new(null, []) : await TryPrintAsync(cancellation).ConfigureAwait(false);
        WriteLine(terminal, terminal.Localize("试打印", "test page"),
            printed.Value is { } pdf ? $"PDF, {pdf.Pdf.Length / 1024} KB" : "-");

        ImmutableArray<Diagnostic> findings = [.. catalog.Diagnostics, .. machine.Diagnostics,
            .. printed.Diagnostics.Where(d => machine.Diagnostics.All(m => m.Id != d.Id))];
        terminal.Output.WriteLine();
        new FindingsText(terminal, terminal.Output, terminal.OutputPalette).Write(findings);
        if (findings.IsEmpty)
            terminal.Output.WriteLine(terminal.OutputPalette.Good(terminal.Localize("什么都不缺。", "Nothing is missing.")));
        return ExitCodes.For(findings);
    }

    private static string FontLine(FontMatch font) =>
        font.Used == font.Wanted ? font.Wanted : $"{font.Wanted} → {font.Used ?? "-"}";

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

    private static void WriteLine(UserTerminal terminal, string name, string value) =>
        terminal.Output.WriteLine($"{DisplayText.PadTo(name, 11)}{DisplayText.Clean(value)}");
}
