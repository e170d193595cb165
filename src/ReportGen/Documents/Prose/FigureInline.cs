using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ReportGen.Documents.Prose;

/// <summary>A bound figure within Markdown: text that is never read as markup.</summary>
internal sealed class FigureInline : LeafInline
{
    /// <summary>The figure's place among the figures of its block, counted from 0.</summary>
    public required int Index { get; init; }
}

/// <summary>Finds the marks that <see cref="FigureMark"/> puts in a text.</summary>
internal sealed class FigureInlineParser : InlineParser
{
    /// <summary>Makes a parser.</summary>
    public FigureInlineParser() => OpeningCharacters = [FigureMark.Open];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!FigureMark.TryRead(slice.Text.AsSpan(slice.Start, slice.Length), out var index, out var length))
            return false;
        processor.Inline = new FigureInline { Index = index };
        slice.Start += length;
        return true;
    }
}
