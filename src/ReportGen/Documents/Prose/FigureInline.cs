using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ReportGen.Documents.Prose;

/// <summary>A bound figure within Markdown: text that is never parsed as markup.</summary>
internal sealed class FigureInline : LeafInline
{
    /// <summary>The index of the figure among those of its block.</summary>
    public required int Index { get; init; }
}

/// <summary>Parses the marks that <see cref="FigureMark"/> inserts.</summary>
internal sealed class FigureInlineParser : InlineParser
{
    /// <summary>Creates a parser.</summary>
    public FigureInlineParser() => OpeningCharacters = [FigureMark.Open];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!FigureMark.TryRead(slice.Text.AsSpan(slice.Start, slice.Length), out var index, out var length)) return false;
        processor.Inline = new FigureInline { Index = index };
        slice.Start += length;
        return true;
    }
}
