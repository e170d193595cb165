using ReportGen.Templating.Sources;

namespace ReportGen.Bindings;

/// <summary>A block's text with its expressions evaluated, still Markdown.</summary>
public sealed record BoundText
{
    /// <summary>The text with its figures inserted.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of <see cref="Text"/> that result from expressions, in order; empty if none.</summary>
    public ImmutableArray<BoundFigure> Figures { get; init; } = [];

    /// <summary>A text without expressions.</summary>
    public static BoundText Plain(string text) => new() { Text = text };

    /// <summary>Whether any character of <paramref name="span"/> results from an expression.</summary>
    public bool IsBound(TextSpan span) => Figures.Any(f => f.Span.Start < span.End && span.Start < f.Span.End);

    /// <summary>
    /// Converts a span of <see cref="Text"/> to the text of the cell. A span that touches a bound figure extends over its whole
    /// expression.
    /// </summary>
    public TextSpan ToSource(TextSpan span)
    {
        var start = ToSource(span.Start, isEnd: false);
        return new TextSpan(start, Math.Max(0, ToSource(span.End, isEnd: true) - start));
    }

    private int ToSource(int offset, bool isEnd)
    {
        var shift = 0;
        foreach (var figure in Figures)
        {
            if (offset < figure.Span.Start || (isEnd && offset == figure.Span.Start)) break;
            if (offset < figure.Span.End) return isEnd ? figure.Source.End : figure.Source.Start;
            shift = figure.Source.End - figure.Span.End;
        }

        return offset + shift;
    }
}

/// <summary>A part of a text that results from an expression.</summary>
/// <param name="Span">The part, in <see cref="BoundText.Text"/>.</param>
/// <param name="Source">The expression with its braces, in the cell's own text.</param>
/// <param name="Values">The values that the expression read, in order: <see cref="FigureValue"/>, <see cref="SumValue"/>,
/// <see cref="FieldValue"/>.</param>
public sealed record BoundFigure(TextSpan Span, TextSpan Source, ImmutableArray<ISourcedValue> Values)
{
    /// <summary>The distinct cells of its values.</summary>
    public IEnumerable<CellLocation> Cells =>
        Values.SelectMany(v => ValueSources.CellsOf(v.Source)).Distinct();
}
