using System.CommandLine;
using ReportGen.Cli.Terminal;
using ReportGen.Files;
using ReportGen.Templating;
using ReportGen.Templating.Errors;
using Scriban.Runtime;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen render</c>: renders one template with data from a file, for template authors.</summary>
internal static class RenderCommand
{
    private const int ScribanLoopLimit = 1000;
    private const long LargestFile = 4 << 20;

    public static Command Create(UserTerminal terminal)
    {
        var settings = new RenderSettings(terminal);
        return new CliCommand("render", terminal.Localize("用数据文件渲染一个模板", "render one template with data from a file"),
            settings.All)
        {
            Examples = ["reportgen render letter.sbn-html --data letter.json",
                "reportgen render note.sbn-md --data note.yaml --relaxed"],
        }.Run((result, cancellation) => Task.FromResult(Run(settings.Read(result), terminal, cancellation)));
    }

    private static int Run(RenderArguments arguments, UserTerminal terminal, CancellationToken cancellation)
    {
        var (file, data, relaxed) = arguments;
        var findings = new List<Diagnostic>();
        var model = RenderData.Read(data.FullName, !relaxed, findings);
        var template = Read(file, relaxed, findings);
        if (model is null || template is null)
        {
            terminal.Findings().Write(findings);
            return ErrorCauses.Of(findings) == ErrorCause.Usage ? ExitCodes.Usage : ExitCodes.Data;
        }

        var context = NewContext(file, relaxed, cancellation);
        context.PushGlobal(model);
        var errors = template.TryRender(context, out var output);
        cancellation.ThrowIfCancellationRequested();
        foreach (var error in errors) Write(error, terminal);
        if (!errors.IsEmpty) return ExitCodes.Template;
        // Line ends stay as the template has them.
        terminal.Output.Write(string.Join("\r\n", output.Split("\r\n").Select(UnsafeCharacters.Remove)));
        return ExitCodes.Ok;
    }

    /// <summary>Writes <c>file(line,column): error: message</c>, which editors recognize, the quoted text and the hint.</summary>
    private static void Write(TemplateError error, UserTerminal terminal)
    {
        var (span, line, reason) = error;
        var message = terminal.Localize(reason.Chinese, reason.English);
        terminal.Error.WriteLine(DisplayText.Clean($"{span.FileName}{error.Position}: error: {message}"));
        if (line.Length > 0)
        {
            var view = QuotationView.Of(new Quotation(line, new TextSpan(span.Start.Column, error.MarkLength)),
                terminal.Width - 2);
            terminal.Error.WriteLine($"  {view.Text}\n  {view.Mark}");
        }

        if (reason is { ChineseHint: { } chinese, EnglishHint: { } english })
            terminal.Error.WriteLine("  " + DisplayText.Clean(terminal.Localize($"提示：{chinese}", $"hint: {english}")));
    }

    private static RenderContext NewContext(FileInfo file, bool relaxed, CancellationToken cancellation)
    {
        var context = new RenderContext
        {
            IsStrict = !relaxed,
            UsesDecimals = !relaxed,
            CancellationToken = cancellation,
            TemplateLoader = new FolderTemplateLoader(file.DirectoryName ?? ".", p => RegularFile.ReadText(p, LargestFile)),
        };
        if (relaxed) context.LoopLimit = ScribanLoopLimit;
        return context;
    }

    private static ReportTemplate? Read(FileInfo file, bool relaxed, List<Diagnostic> findings)
    {
        try
        {
            var text = RegularFile.ReadText(file.FullName, LargestFile);
            var isHtml = file.Extension is ".sbn-html" or ".html" or ".htm";
            return ReportTemplate.Parse(text, file.ToString(), isHtml, usesDecimals: !relaxed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(CommandMessages.Unreadable(file.FullName, e));
            return null;
        }
    }
}
