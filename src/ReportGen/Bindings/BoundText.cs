using ReportGen.Templating.Sources;

namespace ReportGen.Bindings;

/// <summary>A block's text with its references to figures worked out, still Markdown.</summary>
public sealed record BoundText
{
    /// <summary>The text as it will be read.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of <see cref="Text"/> that were worked out, in order; empty where the author bound nothing.</summary>
    public ImmutableArray<BoundFigure> Figures { get; init; } = [];

    /// <summary>Text in which nothing is bound.</summary>
    public static BoundText Plain(string text) => new() { Text = text };

    /// <summary>Whether any character of <paramref name="span"/> was worked out from the report's values.</summary>
    public bool IsBound(TextSpan span) => Figures.Any(f => f.Span.Start < span.End && span.Start < f.Span.End);

    /// <summary>
    /// Where a run of <see cref="Text"/> stands in the cell's own text. A run that touches a bound figure reaches over
    /// the whole of its expression.
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

/// <summary>A part of a text that was worked out from an expression.</summary>
/// <param name="Span">The part, in <see cref="BoundText.Text"/>.</param>
/// <param name="Source">The expression with its braces, in the cell's own text.</param>
/// <param name="Values">What the expression looked at, in order: <see cref="FigureValue"/>, <see cref="SumValue"/>, <see cref="FieldValue"/>.</param>
public sealed record BoundFigure(TextSpan Span, TextSpan Source, ImmutableArray<ISourcedValue> Values)
{
    /// <summary>The cells it comes from, each once.</summary>
    public IEnumerable<CellLocation> Cells =>
        Values.SelectMany(v => ValueSources.CellsOf(v.Source)).Distinct();
}
