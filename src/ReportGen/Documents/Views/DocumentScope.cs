using ReportGen.Bindings;
using ReportGen.Templating;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary>
/// The variables of a report template besides the report's own names: <c>sections</c>, <c>tables</c>, <c>settings</c>,
/// <c>portal</c>, <c>language</c> (<c>zh-CN</c> or <c>en</c>), <c>provenance</c>, <c>generator</c>, and the functions <c>stylesheet</c> and
/// <c>escape_markdown</c>.
/// </summary>
internal sealed class DocumentScope(BoundReport report, IncludedFiles files, RenderOptions options) : LazyScope
{
    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["sections"] = () => new ScriptArray(report.Sections.Select(s => new SectionView(s, report.Report, options))),
        ["tables"] = () => new ScriptArray(report.Report.Tables.Select(t => new TableView(t))),
        ["settings"] = () => new SettingsView(options.Settings),
        ["portal"] = () => options.ForPortal,
        ["language"] = () => options.Language == Language.Chinese ? "zh-CN" : "en",
        ["provenance"] = () => options.ShowSources,
        ["generator"] = () => Generator.Name,
        ["stylesheet"] = () => TemplateFunctions.Stylesheet(files),
        ["escape_markdown"] = () => TemplateFunctions.EscapeMarkdown,
    };
}
