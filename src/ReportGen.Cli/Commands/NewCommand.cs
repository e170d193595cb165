using System.CommandLine;
using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Publishing;
using ReportGen.Rules;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen new</c>: writes the standard workbook of a kind, blank or filled in from last year's.</summary>
internal static class NewCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var settings = new NewSettings(terminal);
        var command = new CliCommand("new", terminal.Localize("新建一份空白的标准工作簿", "write a new standard workbook"), settings.All)
        {
            Examples = terminal.Localize(
                "reportgen new KIND --agency 某县教育局 --year 2025 -o 2025.xlsx|reportgen new KIND --year 2025 --previous 2024.xlsx "
                    + "-o 2025.xlsx",
                "reportgen new KIND --agency NAME --year 2025 -o 2025.xlsx|reportgen new KIND --year 2025 --previous 2024.xlsx "
                    + "-o 2025.xlsx").Split('|'),
        };
        command.SetAction(result => Run(settings.Read(result), TemplatesFolder.Of(result, terminal), terminal));
        return command;
    }

    private static int Run(NewArguments arguments, string templates, UserTerminal terminal)
    {
        var code = terminal.Report(Write(arguments, templates));
        if (code == ExitCodes.Ok) terminal.Output.WriteLine(DisplayText.Clean(arguments.Output.Path));
        return code;
    }

    private static ImmutableArray<Diagnostic> Write(NewArguments arguments, string templates)
    {
        var catalog = RuleCatalog.LoadKinds(templates);
        if (catalog.Value is not { } kinds) return catalog.Diagnostics;
        var values = arguments.Previous is { } previous
            ? FromPrevious(arguments, previous, kinds)
            : Start(arguments, kinds, arguments.Year);
        if (values.Value is not { } found)
            return [.. values.Diagnostics, .. kinds.Editions(arguments.Kind).IsEmpty ? catalog.Diagnostics : []];
        if (arguments.Output.IsTaken) return [CommandMessages.FileExists(arguments.Output.Path)];
        return AtomicFile.TryWrite(arguments.Output.Path, StandardWorkbookWriter.Write(found.Kind, found.Values)) is { } failure
            ? [failure] : values.Diagnostics;
    }

    private static Outcome<Filled> FromPrevious(NewArguments arguments, string path, KindCatalog kinds)
    {
        var opened = new WorkbookOpener().Open(path);
        if (opened.Workbook is not { } workbook) return new(null, opened.Diagnostics);
        if (kinds.Editions(arguments.Kind) is not { IsEmpty: false } editions) return Start(arguments, kinds, arguments.Year);
        var read = new ReportReader(editions).Read(workbook);
        if (read.Value is not { } report) return new(null, [CommandMessages.NoReport(path)]);
        var start = Start(arguments, kinds, arguments.Year ?? report.Year + 1);
        if (start.Value is not { } filled) return start;
        var known = WorkbookFilling.FromPrevious(filled.Kind, report);
        return new(filled with { Values = known with { Fields = known.Fields.SetItems(filled.Values.Fields) } },
            [.. Warnings(arguments, path, report, read.Diagnostics)]);
    }

    /// <summary>Returns warnings about data taken from last year's workbook.</summary>
    private static IEnumerable<Diagnostic> Warnings(
        NewArguments arguments, string path, Report report, ImmutableArray<Diagnostic> found)
    {
        if (arguments.Year is { } year && report.Year is { } last && last != year - 1)
            yield return CommandMessages.NotTheYearBefore(path, last, year);
        var missing = report.Tables.SelectMany(t => t.Cells).Count(c => c.Number is null && !c.IsTotal);
        var errors = found.Count(f => f.Severity == Severity.Error);
        if (errors > 0) yield return CommandMessages.PreviousHasErrors(path, errors, missing);
    }

    private static Outcome<Filled> Start(NewArguments arguments, KindCatalog kinds, int? year)
    {
        var chosen = kinds.Choose(arguments.Kind, year);
        if (chosen.Value is not { } kind) return new(null, chosen.Diagnostics);
        if (arguments.Year is not null && kind.YearField is null)
            return new(null, [CommandMessages.FieldMissing(arguments.Kind, "--year")]);
        var fields = ImmutableDictionary<string, string>.Empty;
        if (arguments.Agency is { } agency) fields = fields.SetItem(kind.BodyField, agency);
        if (year is { } y && kind.YearField is { } yearField) fields = fields.SetItem(yearField, $"{y}");
        return new(new Filled(kind, WorkbookValues.None with { Fields = fields }), []);
    }

    private sealed record Filled(KindDefinition Kind, WorkbookValues Values);
}
