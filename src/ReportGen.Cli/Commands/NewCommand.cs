using System.Collections.Immutable;
using System.CommandLine;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Publishing;
using ReportGen.Rules;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen new</c>: writes the standard workbook of a kind, blank or with what last year's knows.</summary>
internal static class NewCommand
{
    private sealed record Wishes(string Kind, string? Agency, int? Year, string Output, string? Previous, bool Force);

    public static Command Create(UserTerminal terminal)
    {
        var kind = new Argument<string>("kind") { HelpName = terminal.Say("种类", "kind"), Description = terminal.Say("报告种类，见 reportgen kinds", "kind of report, see reportgen kinds") };
        var agency = new Option<string?>("--agency") { HelpName = terminal.Say("名称", "name"), Description = terminal.Say("机关全称", "full name of the body") };
        var year = new Option<int?>("--year") { HelpName = terminal.Say("年度", "year"), Description = terminal.Say("报告年度；表格版本由它决定", "year of the report; it decides on the edition") }.Between(terminal, 1949, 2999);
        var previous = new Option<string?>("--previous") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("去年的工作簿：带入名称、联系方式、上年数据和结转数", "last year's workbook: name, contact, last year's figures and carry-over are taken from it") };
        var output = new Option<string>("--output", "-o") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("要写的 .xlsx 文件", "the .xlsx file to write"), Required = true };
        var force = new Option<bool>("--force") { Description = terminal.Say("文件已存在时覆盖它", "replace the file if it exists") };
        var command = new CliCommand("new", terminal.Say("新建一份空白的标准工作簿", "write a new standard workbook"))
        {
            Examples = terminal.Say(
                "reportgen new KIND --agency 某县教育局 --year 2025 -o 2025.xlsx|reportgen new KIND --year 2025 --previous 2024.xlsx -o 2025.xlsx",
                "reportgen new KIND --agency NAME --year 2025 -o 2025.xlsx|reportgen new KIND --year 2025 --previous 2024.xlsx -o 2025.xlsx").Split('|'),
        };
        command.Add(kind);
        foreach (var option in new Option[] { agency, year, output, previous, force }) command.Add(option);
        command.SetAction(result => Run(
            new(result.GetValue(kind)!, result.GetValue(agency), result.GetValue(year), result.GetValue(output)!, result.GetValue(previous), result.GetValue(force)),
            TemplatesFolder.Of(result, terminal), terminal));
        return command;
    }

    private static int Run(Wishes wishes, string templates, UserTerminal terminal)
    {
        var findings = Write(wishes, templates);
        new FindingsText(terminal, terminal.Error, terminal.ErrorPalette).Write(findings);
        var code = ExitCodes.For(findings);
        if (code == ExitCodes.Ok) terminal.Output.WriteLine(DisplayText.Clean(wishes.Output));
        return code;
    }

    private static ImmutableArray<Diagnostic> Write(Wishes wishes, string templates)
    {
        var catalog = RuleCatalog.LoadKinds(templates);
        if (catalog.Value is not { } kinds) return catalog.Diagnostics;
        var values = wishes.Previous is { } previous ? FromPrevious(wishes, previous, kinds) : Start(wishes, kinds, wishes.Year);
        if (values.Value is not { } found) return [.. values.Diagnostics, .. kinds.Kinds.Contains(wishes.Kind) ? [] : catalog.Diagnostics];
        if (File.Exists(wishes.Output) && !wishes.Force) return [CommandMessages.FileExists(wishes.Output)];
        try
        {
            WholeFile.Write(wishes.Output, StandardWorkbookWriter.Write(found.Kind, found.Values));
            return values.Diagnostics;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [CommandMessages.CannotWrite(wishes.Output, e.Message)];
        }
    }

    private static Outcome<Filled> FromPrevious(Wishes wishes, string path, KindCatalog kinds)
    {
        var opened = new WorkbookOpener().Open(path);
        if (opened.Workbook is not { } workbook) return new(null, opened.Diagnostics);
        if (kinds.Editions(wishes.Kind) is not { IsEmpty: false } editions) return Start(wishes, kinds, wishes.Year);
        var read = new ReportReader(editions).Read(workbook);
        if (read.Value is not { } report) return new(null, [CommandMessages.NoReport(path)]);
        var start = Start(wishes, kinds, wishes.Year ?? report.Year + 1);
        if (start.Value is not { } filled) return start;
        var known = WorkbookFilling.FromPrevious(filled.Kind, report);
        return new(filled with { Values = known with { Fields = known.Fields.SetItems(filled.Values.Fields) } }, [.. Doubts(wishes, path, report, read.Diagnostics)]);
    }

    /// <summary>What one should know before one relies on what was carried over; it hinders nothing.</summary>
    private static IEnumerable<Diagnostic> Doubts(Wishes wishes, string path, Report report, ImmutableArray<Diagnostic> found)
    {
        if (wishes.Year is { } year && report.Year is { } last && last != year - 1) yield return CommandMessages.NotTheYearBefore(path, last, year);
        var missing = report.Tables.SelectMany(t => t.Cells).Count(c => c.Number is null && !c.IsTotal);
        var errors = found.Count(f => f.Severity == Severity.Error);
        if (errors > 0) yield return CommandMessages.PreviousHasErrors(path, errors, missing);
    }

    private static Outcome<Filled> Start(Wishes wishes, KindCatalog kinds, int? year)
    {
        var chosen = kinds.Choose(wishes.Kind, year);
        if (chosen.Value is not { } kind) return new(null, chosen.Diagnostics);
        if (wishes.Year is not null && kind.YearField is null) return new(null, [CommandMessages.FieldMissing(wishes.Kind, "--year")]);
        var fields = ImmutableDictionary<string, string>.Empty;
        if (wishes.Agency is { } agency) fields = fields.SetItem(kind.BodyField, agency);
        if (year is { } y && kind.YearField is { } yearField) fields = fields.SetItem(yearField, $"{y}");
        return new(new Filled(kind, WorkbookValues.None with { Fields = fields }), []);
    }

    private sealed record Filled(KindDefinition Kind, WorkbookValues Values);
}
