using Markdig.Syntax;
using ReportGen.Bindings;
using ReportGen.Documents.Prose;
using ReportGen.Templating.Sources;
using ReportGen.Templating.Html;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary>
/// A block of prose for templates: <c>level</c>, <c>text</c>; <c>html</c> and <c>markdown</c> as paragraphs, lists and
/// tables; <c>line_html</c> and <c>line_markdown</c> as one line, for headings; <c>place</c>: its cell.
/// </summary>
internal sealed class BlockView(BoundBlock block, bool withProvenance) : ReadOnlyScope
{
    private static readonly string[] s_members =
        ["level", "text", "html", "line_html", "markdown", "line_markdown", "place"];

    private readonly BoundText _text = block.Text;
    private MarkdownDocument? _blocks;
    private MarkdownDocument? _line;

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => s_members;

    /// <inheritdoc/>
    protected override bool TryFind(string member, out object? value)
    {
        value = member switch
        {
            "level" => block.Block.Level,
            "text" => _text.Text,
            "html" => new HtmlString(Html.WriteBlocks(Blocks)),
            "line_html" => new HtmlString(Html.WriteLine(Line)),
            "markdown" => new ProseMarkdown(FigureText).WriteBlocks(Blocks),
            "line_markdown" => new ProseMarkdown(FigureText).WriteLine(Line),
            "place" => Place,
            _ => null,
        };
        return value is not null || s_members.Contains(member);
    }

    private MarkdownDocument Blocks => _blocks ??= ProseReader.ReadBlocks(_text);

    private MarkdownDocument Line => _line ??= ProseReader.ReadLine(_text);

    private ProseHtml Html => new(Figure, withProvenance && Place is { } place ? Provenance.Attribute(place) : "");

    private string? Place => block.Block.Location is { } location ? ValueSources.PlaceOf(location) : null;

    private string FigureText(int index) => index < _text.Figures.Length
        ? _text.Text.Substring(_text.Figures[index].Span.Start, _text.Figures[index].Span.Length)
        : "";

    private (string Html, string Text) Figure(int index)
    {
        var text = FigureText(index);
        var escaped = HtmlEscaper.Escape(text);
        return (withProvenance && index < _text.Figures.Length
            ? Provenance.Wrap(_text.Figures[index].Cells, escaped) : escaped, text);
    }
}
