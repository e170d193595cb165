using System.Buffers;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportGen.Bindings;

namespace ReportGen.Documents.Prose;

/// <summary>
/// Parses an author's text as Markdown: emphasis, links, lists and pipe tables, nothing else. Whether a block is a heading or a
/// paragraph depends on its level in the workbook, never on its text.
/// </summary>
internal static class ProseMarkdownParser
{
    /// <summary>
    /// Texts beyond these limits are shown unparsed, because the cost of parsing Markdown grows faster than its length.
    /// </summary>
    private const int MaxCharacters = 100_000, MaxMarks = 2_000, MaxIndent = 24;

    private static readonly MarkdownPipeline s_blocks = Pipeline(withBlocks: true);
    private static readonly MarkdownPipeline s_line = Pipeline(withBlocks: false);
    private static readonly SearchValues<char> s_marks = SearchValues.Create("[]*_|<&");

    /// <summary>Parses a text as paragraphs, lists and tables.</summary>
    public static MarkdownDocument ReadBlocks(BoundText text) =>
        Read(ProseSource.WithMarks(text), s_blocks, ProseSource.AsMarkdown);

    /// <summary>Parses a text as one line, for a heading: only emphasis and links.</summary>
    public static MarkdownDocument ReadLine(BoundText text) =>
        Read(ProseSource.WithMarks(text), s_line, source => string.Join(' ', ProseSource.Lines(source).Select(l => l.Trim())));

    private static MarkdownDocument Read(string source, MarkdownPipeline pipeline, Func<string, string> prepare)
    {
        if (!IsWithinBounds(source)) return AsPlainText(source);
        try
        {
            var document = Markdown.Parse(prepare(source), pipeline);
            return document.Any(b => b is LinkReferenceDefinitionGroup) ? AsPlainText(source) : document;
        }
        catch (ArgumentException)
        {
            // Markdig throws this for text that is nested too deeply.
            return AsPlainText(source);
        }
    }

    private static bool IsWithinBounds(string source)
    {
        if (source.Length > MaxCharacters) return false;
        var marks = 0;
        var rest = source.AsSpan();
        for (var at = rest.IndexOfAny(s_marks); at >= 0; at = rest.IndexOfAny(s_marks))
        {
            if (++marks > MaxMarks) return false;
            rest = rest[(at + 1)..];
        }

        return !source.Split('\n').Any(l => l.Length - l.TrimStart().Length > MaxIndent || IsDeepList(l));
    }

    private static bool IsDeepList(string line) => line.AsSpan().TrimStart(" -*+").Length + MaxIndent < line.Length;

    private static MarkdownDocument AsPlainText(string source)
    {
        var document = new MarkdownDocument();
        foreach (var line in ProseSource.Lines(source).Select(l => l.Trim()).Where(l => l.Length > 0))
            document.Add(new ParagraphBlock { Inline = PlainInlines(line) });
        return document;
    }

    private static ContainerInline PlainInlines(string line)
    {
        var inlines = new ContainerInline();
        var start = 0;
        for (var at = line.IndexOf(FigureMark.Open); at >= 0; at = line.IndexOf(FigureMark.Open, at + 1))
        {
            if (!FigureMark.TryRead(line.AsSpan(at), out var index, out var length)) continue;
            inlines.AppendChild(new LiteralInline(line[start..at]));
            inlines.AppendChild(new FigureInline { Index = index });
            start = at + length;
        }

        inlines.AppendChild(new LiteralInline(line[start..]));
        return inlines;
    }

    private static MarkdownPipeline Pipeline(bool withBlocks)
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.RemoveAll(p => p is not (ParagraphBlockParser or ListBlockParser));
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.InlineParsers.RemoveAll(p => p is CodeInlineParser);
        builder.InlineParsers.Insert(0, new FigureInlineParser());
        builder.DisableHtml().UseCjkFriendlyEmphasis();
        if (withBlocks) builder.UsePipeTables();
        else builder.BlockParsers.RemoveAll(p => p is ListBlockParser);
        return builder.Build();
    }
}
