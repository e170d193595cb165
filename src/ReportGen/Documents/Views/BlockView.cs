using Markdig.Syntax;
using ReportGen.Bindings;
using ReportGen.Documents.Prose;
using ReportGen.Templating.Html;

namespace ReportGen.Documents.Views;

/// <summary>
/// A block of prose for templates: <c>level</c>, <c>text</c>; <c>html</c> and <c>markdown</c> as paragraphs, lists and
/// tables; <c>line_html</c> and <c>line_markdown</c> as one line, for headings; <c>place</c>, its cell.
/// </summary>
internal sealed class BlockView(BoundBlock block, RenderOptions options) : LazyScope
{
    private readonly BoundText _text = block.Text;
    private MarkdownDocument? _blocks;
    private MarkdownDocument? _line;

    /// <inheritdoc/>
    protected override OrderedDictionary<string, Func<object?>> Members => new()
    {
        ["level"] = () => block.Block.Level,
        ["text"] = () => _text.Text,
        ["html"] = () => new HtmlString(Html.WriteBlocks(Blocks)),
        ["line_html"] = () => new HtmlString(Html.WriteLine(Line)),
        ["markdown"] = () => new ProseMarkdown(FigureText).WriteBlocks(Blocks),
        ["line_markdown"] = () => new ProseMarkdown(FigureText).WriteLine(Line),
        ["place"] = () => Place,
    };

    private MarkdownDocument Blocks => _blocks ??= ProseMarkdownParser.ReadBlocks(_text);

    private MarkdownDocument Line => _line ??= ProseMarkdownParser.ReadLine(_text);

    private ProseHtml Html => new(
        Figure, options.ShowSources && Place is { } place ? SourceMarkup.Attribute(place) : "", options.ForPortal);

    private string? Place => block.Block.Location is { } location ? location.Place : null;

    private string FigureText(int index) => index < _text.Figures.Length
        ? _text.Text.Substring(_text.Figures[index].Span.Start, _text.Figures[index].Span.Length)
        : "";

    private (string Html, string Text) Figure(int index)
    {
        var text = FigureText(index);
        var escaped = HtmlEscaper.Escape(text);
        return (options.ShowSources && index < _text.Figures.Length
            ? SourceMarkup.Wrap(_text.Figures[index].Cells, escaped) : escaped, text);
    }
}
