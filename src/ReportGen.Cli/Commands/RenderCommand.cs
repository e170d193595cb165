using System.CommandLine;
using System.Text;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Rendering;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;
using ReportGen.Templating;
using ReportGen.Templating.Errors;
using Scriban.Parsing;
using ReportGen.Templating.Sources;
using ReportGen.Templating.Html;
using Scriban.Runtime;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen render</c>: renders one template with data from a file, for those who write templates.</summary>
internal static class RenderCommand
{
    private const int ScribanLoopLimit = 1000;

    public static Command Create(UserTerminal terminal)
    {
        var template = new Argument<FileInfo>("template")
        {
            Description = terminal.Say("模板文件；名称以 .sbn-html 结尾的输出 HTML 并自动转义", "the template; one named .sbn-html makes HTML and escapes it"),
        };
        var data = new Option<FileInfo>("--data", "-d")
        {
            Description = terminal.Say("数据文件，JSON 或 YAML", "the data, JSON or YAML"), HelpName = "file", Required = true,
        };
        var relaxed = new Option<bool>("--relaxed")
        {
            Description = terminal.Say("宽松：不存在的名字当作空值，小数按双精度", "forgive unknown names and count in double precision, as Scriban does"),
        };
        var command = new CliCommand("render", terminal.Say("用数据文件渲染一个模板", "render one template with data from a file"))
        {
            Examples = ["reportgen render letter.sbn-html --data letter.json", "reportgen render note.sbn-md --data note.yaml --relaxed"],
        };
        command.Add(template);
        command.Add(data);
        command.Add(relaxed);
        command.Run((result, cancellation) => Task.FromResult(Run(
            result.GetValue(template)!, result.GetValue(data)!, result.GetValue(relaxed), terminal, cancellation)));
        return command;
    }

    private static int Run(
        FileInfo file, FileInfo data, bool relaxed, UserTerminal terminal, CancellationToken cancellation)
    {
        var findings = new List<Diagnostic>();
        var model = RenderData.Read(data.FullName, !relaxed, findings);
        var template = Read(file, relaxed, findings);
        if (model is null || template is null)
        {
            foreach (var finding in findings)
                new FindingsText(terminal, terminal.Error, terminal.ErrorPalette).Write(finding);
            return ExitCodes.Data;
        }

        var context = NewContext(file, relaxed, cancellation);
        context.PushGlobal(model);
        var mistakes = template.TryRender(context, out var output);
        cancellation.ThrowIfCancellationRequested();
        foreach (var mistake in mistakes)
            terminal.Error.WriteLine(mistake.Format(terminal.Language == Language.Chinese));
        if (!mistakes.IsEmpty)
            return ExitCodes.Template;
        terminal.Output.Write(output);
        return ExitCodes.Ok;
    }

    private static RenderContext NewContext(FileInfo file, bool relaxed, CancellationToken cancellation)
    {
        var context = new RenderContext
        {
            IsStrict = !relaxed,
            UsesDecimals = !relaxed,
            CancellationToken = cancellation,
            TemplateLoader = new FolderTemplateLoader(file.DirectoryName ?? "."),
        };
        if (relaxed)
            context.LoopLimit = ScribanLoopLimit;
        return context;
    }

    private static ReportTemplate? Read(FileInfo file, bool relaxed, List<Diagnostic> findings)
    {
        try
        {
            var text = File.ReadAllText(file.FullName, Encoding.UTF8);
            var isHtml = file.Extension is ".sbn-html" or ".html" or ".htm";
            return ReportTemplate.Parse(text, file.ToString(), isHtml, usesDecimals: !relaxed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(RenderMessages.Unreadable(file.FullName));
            return null;
        }
    }
}
