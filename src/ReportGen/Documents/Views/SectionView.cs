using ReportGen.Bindings;
using ReportGen.Model;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary>A section for templates: <c>id</c>, <c>heading</c>, <c>blocks</c>, <c>tables</c>.</summary>
internal sealed class SectionView(BoundSection section, Report report, RenderOptions options) : LazyScope
{
    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["id"] = () => section.Section.Id,
        ["heading"] = () => section.Section.Heading,
        ["blocks"] = () => new ScriptArray(section.Blocks.Select(b => new BlockView(b, options))),
        ["tables"] = () => new ScriptArray(
            section.Section.TableIds.Select(report.Table).OfType<Table>().Select(t => new TableView(t))),
    };
}
