using System.CommandLine;
using ReportGen.Cli.Terminal;
using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Publishing;
using ReportGen.Rules;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen kind new</c>: lays out a new kind of report that works, to be changed by its author.</summary>
internal static class KindCommand
{
    private const string Placeholder = "NAME";
    private const string Edition = "1";
    private const int MaxName = 40;
    private const int FirstFigure = 60;

    private static readonly LocalizedText s_example = new("示例.xlsx", "example.xlsx");
    private static readonly LocalizedText s_body = new("示例单位", "Example unit");

    public static Command Create(UserTerminal terminal)
    {
        var name = terminal.NewArgument<string>("name", new("名称", "name"),
            new("种类的名称，也是文件夹的名称；只用文字、数字、- 和 _", "name of the kind and of its folder; letters, digits, - and _"));
        name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !IsName(text))
                result.AddError(terminal.Localize($"“{text}”不能作名称。", $"\"{text}\" cannot be a name."));
        });
        var create = new CliCommand("new",
            terminal.Localize("新建一个报告种类：工作簿、表格、规则、模板和示例，可以直接使用，再逐步修改",
                "create a kind of report that works: workbook, table, rule, templates and example, to be changed step by step"),
            [name])
        {
            Examples = terminal.Localize("reportgen kind new 信访统计|reportgen kind new 信访统计 --templates 我的模板",
                "reportgen kind new cases|reportgen kind new cases --templates my-templates").Split('|'),
        };
        create.SetAction(result => Run(result.GetValue(name)!, TemplatesFolder.ForNew(result, terminal), terminal));
        var command = new CliCommand("kind", terminal.Localize("新建报告种类", "create a kind of report")) { create };
        command.SetAction(result => new HelpScreen(terminal).Invoke(result));
        return command;
    }

    private static bool IsName(string text) => text.Length is > 0 and <= MaxName && char.IsLetter(text[0])
        && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') && SafeName.For(text) == text;

    private static int Run(string name, string templates, UserTerminal terminal)
    {
        var target = Path.Combine(templates, name);
        var skeleton = Path.Combine(
            AppContext.BaseDirectory, "templates", "_new", terminal.Language == Language.Chinese ? "zh" : "en");
        if (!Directory.Exists(skeleton)) return terminal.Report(CommandMessages.NoSkeleton(skeleton));
        if (Path.Exists(target)) return terminal.Report(CommandMessages.KindExists(target));
        var aside = Path.Combine(templates, $".{Guid.NewGuid():n}.tmp");
        try
        {
            var findings = LayOut(Path.Combine(aside, name), skeleton, terminal);
            if (!findings.IsEmpty) return terminal.Report(findings);
            // The kind appears as a whole.
            Directory.Move(Path.Combine(aside, name), target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Report(PublishingMessages.CannotWrite(target, e.Message));
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }

        Explain(target, templates, terminal);
        return ExitCodes.Ok;
    }

    private static ImmutableArray<Diagnostic> LayOut(string folder, string skeleton, UserTerminal terminal)
    {
        var edition = Directory.CreateDirectory(Path.Combine(folder, Edition)).FullName;
        var name = Path.GetFileName(folder);
        foreach (var file in Directory.EnumerateFiles(skeleton))
        {
            File.WriteAllText(Path.Combine(edition, Path.GetFileName(file)),
                File.ReadAllText(file).Replace(Placeholder, name, StringComparison.Ordinal));
        }

        var kinds = RuleCatalog.LoadKinds(Path.GetDirectoryName(folder)!);
        if (kinds.Value?.Find(name, null) is not { } kind) return kinds.Diagnostics;
        File.WriteAllBytes(Path.Combine(folder, s_example.In(terminal.Language)),
            StandardWorkbookWriter.Write(kind, ExampleValues(kind, terminal)));
        return kinds.Diagnostics;
    }

    // Every figure is smaller than the one before, so that a part is not larger than the whole above it.
    private static WorkbookValues ExampleValues(KindDefinition kind, UserTerminal terminal)
    {
        var fields = ImmutableDictionary<string, string>.Empty.Add(kind.BodyField, s_body.In(terminal.Language));
        if (kind.YearField is { } year) fields = fields.Add(year, $"{terminal.Today.Year - 1}");
        var inputs = kind.Tables.SelectMany(t => t.Form.FigurePositions
            .Where(f => !f.Row.IsTotal && !f.Column.IsTotal).Select(f => new FigureKey(t.Form.Id, f.Row.Id, f.Column.Id)));
        return new WorkbookValues
        {
            Fields = fields,
            Figures = inputs.Index().ToImmutableDictionary(f => f.Item, f => (decimal)Math.Max(1, FirstFigure - f.Index)),
        };
    }

    private static void Explain(string target, string templates, UserTerminal terminal)
    {
        var example = DisplayText.Clean(Path.Combine(target, s_example.In(terminal.Language)));
        var option = DisplayText.Clean($"--templates {templates}");
        terminal.Output.WriteLine(DisplayText.Clean(target));
        terminal.Error.WriteLine(terminal.Localize(
            $"""
             接下来：
               reportgen kinds {option}
               reportgen preview {example} {option} --open
             改 {DisplayText.Clean(Path.Combine(target, Edition, "kind.yaml"))}，一保存预览就更新。
             """,
            $"""
             Next:
               reportgen kinds {option}
               reportgen preview {example} {option} --open
             Change {DisplayText.Clean(Path.Combine(target, Edition, "kind.yaml"))}; the preview follows every save.
             """));
    }
}
