using System.CommandLine;
using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Rules;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen kinds</c>: lists the kinds of report and verifies their definitions and templates.</summary>
internal static class KindsCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var command = new CliCommand("kinds",
            terminal.Localize("列出报告种类及其版本，并检查其定义和模板",
                "list the kinds of report with their editions, and verify their definitions and templates"))
        {
            Examples = ["reportgen kinds",
                terminal.Localize("reportgen kinds --templates 我的模板", "reportgen kinds --templates my-templates")],
        };
        command.SetAction(result => Run(TemplatesFolder.Of(result, terminal), terminal));
        return command;
    }

    private static int Run(string folder, UserTerminal terminal)
    {
        var catalog = RuleCatalog.LoadKinds(folder);
        foreach (var id in catalog.Value?.Kinds ?? []) Write(id, [.. catalog.Value!.Editions(id)], terminal);
        var templates = (catalog.Value?.All ?? []).SelectMany(k => KindVerifier.VerifyTemplates(k));
        // A shared file is found by every edition that uses it.
        return terminal.Report([.. catalog.Diagnostics.Concat(templates).DistinctBy(d => (d.Id, d.Location, d.Message))]);
    }

    private static void Write(string id, IReadOnlyList<KindDefinition> editions, UserTerminal terminal)
    {
        var title = editions.Count > 0 ? editions[^1].Title.In(terminal.Language) : "";
        terminal.Output.WriteLine($"{terminal.OutputPalette.Strong(id)}  {DisplayText.Clean(title)}".TrimEnd());
        foreach (var edition in editions)
            terminal.Output.WriteLine($"  {edition.Edition,-8}{Years(edition.Years.From, edition.Years.To, terminal)}");
    }

    private static string Years(int? from, int? to, UserTerminal terminal) => (from, to) switch
    {
        (null, null) => terminal.Localize("各年度", "any year"),
        (null, { } last) => terminal.Localize($"{last} 年度及以前", $"up to {last}"),
        ({ } first, null) => terminal.Localize($"{first} 年度起", $"from {first}"),
        ({ } first, { } last) => terminal.Localize($"{first}—{last} 年度", $"{first} to {last}"),
    };
}
