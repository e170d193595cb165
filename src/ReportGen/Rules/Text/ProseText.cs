using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Rules.Text;

/// <summary>
/// A text of the author in the views that rules use: plain (normalized widths, no blanks and emphasis) and masked (numbers also
/// replaced by <c>#</c>). Every place in a view maps to characters of the cell.
/// </summary>
internal sealed class ProseText
{
    private const int LongestExcerpt = 60;

    private readonly BoundText _bound;
    private readonly string _source;
    private readonly CellLocation? _location;
    private readonly int[] _plainToBound;
    private readonly int[] _maskedToPlain;
    private readonly Dictionary<int, int> _numberAt = [];
    private readonly List<int> _maskedAt = [];
    private readonly ImmutableArray<TextSpan> _masked;
    private readonly ImmutableArray<TextSpan> _plain;

    public ProseText(string source, BoundText bound, CellLocation? location)
    {
        (_source, _bound, _location) = (source, bound, location);
        (Plain, _plainToBound) = Fold(bound.Text);
        Numbers = FindNumbers();
        (Masked, _maskedToPlain) = Mask();
        _masked = TextPieces.Of(Masked);
        _plain = TextPieces.Of(Plain);
    }

    /// <summary>The section of the text; null for a field.</summary>
    public Section? Section { get; init; }

    /// <summary>The level of the block; empty for a field.</summary>
    public string Level { get; init; } = "";

    /// <summary>The id of the field; null for prose.</summary>
    public string? FieldId { get; init; }

    public string Plain { get; }

    public string Masked { get; }

    /// <summary>The author's text with evaluated expressions.</summary>
    public string Raw => _bound.Text;

    public CellLocation? Location => _location;

    public ImmutableArray<ProseNumber> Numbers { get; }

    /// <summary>The spans of bounded length in which a pattern is matched: whole sentences where possible.</summary>
    public ImmutableArray<TextSpan> PiecesFor(ProsePattern pattern) => pattern switch
    {
        { View: TextView.Masked } => _masked,
        { View: TextView.Plain } => _plain,
        _ => TextPieces.Of(Raw),
    };

    /// <summary>The text in a view.</summary>
    public string View(TextView view) => view switch { TextView.Plain => Plain, TextView.Raw => Raw, _ => Masked };

    /// <summary>The number masked at a place of the masked view.</summary>
    public ProseNumber NumberAt(int masked) => Numbers[_numberAt[masked]];

    /// <summary>Whether any part of a span of the plain view was evaluated from the report's values.</summary>
    public bool IsBound(TextSpan span) => _bound.IsBound(ToBound(span));

    /// <summary>The fields from which a span of a view was taken; empty if any of it was not.</summary>
    public ImmutableArray<Field> FieldsOf(TextSpan span, TextView view)
    {
        var bound = view switch
        {
            TextView.Raw => span,
            TextView.Masked => ToPlain(span) is { Length: > 0 } plain ? ToBound(plain) : default,
            _ => span.Length > 0 ? ToBound(span) : default,
        };
        var figure = bound.Length == 0
            ? null
            : _bound.Figures.FirstOrDefault(f => f.Span.Start <= bound.Start && bound.End <= f.Span.End);
        var fields = figure?.Values.OfType<FieldValue>().Select(v => v.Field).ToImmutableArray() ?? [];
        return figure is not null && fields.Length == figure.Values.Length ? fields : [];
    }

    /// <summary>The place of a number in the masked view, by its index.</summary>
    public int MaskedAt(int number) => _maskedAt[number];

    /// <summary>Converts a span of the masked view to the plain view.</summary>
    public TextSpan ToPlain(TextSpan span) =>
        new(_maskedToPlain[span.Start], _maskedToPlain[Math.Min(span.End, Masked.Length)] - _maskedToPlain[span.Start]);

    /// <summary>Converts a span of a view to the text of the cell.</summary>
    public TextSpan ToSource(TextSpan span, TextView view)
    {
        if (view == TextView.Raw) return _bound.ToSource(span);
        var plain = view == TextView.Masked ? ToPlain(span) : span;
        if (plain.Length == 0) return _bound.ToSource(new TextSpan(_plainToBound[plain.Start], 0));
        return _bound.ToSource(ToBound(plain));
    }

    /// <summary>The characters of a span, as the author wrote them.</summary>
    public string Words(TextSpan span, TextView view)
    {
        var source = ToSource(span, view);
        return _source.Substring(source.Start, source.Length);
    }

    /// <summary>The location of a span; null if the text has none.</summary>
    public CellLocation? At(TextSpan span, TextView view) =>
        _location is null ? null : _location with { Span = ToSource(span, view) };

    /// <summary>The sentence around a span, shortened, with the span marked.</summary>
    public Quotation Quote(TextSpan span, TextView view)
    {
        var mark = ToSource(span, view);
        var from = mark.Start;
        while (from > 0 && mark.Start - from < LongestExcerpt && !TextPieces.EndsSentence(_source[from - 1])) from--;
        if (from > 0 && char.IsLowSurrogate(_source[from])) from--;
        var to = mark.End;
        while (to < _source.Length && to - mark.End < LongestExcerpt && (to == 0 || !TextPieces.EndsSentence(_source[to - 1])))
            to++;
        if (to < _source.Length && char.IsLowSurrogate(_source[to])) to++;
        return new Quotation(_source[from..to].Replace('\n', ' ').Replace('\r', ' '),
            new TextSpan(mark.Start - from, mark.Length));
    }

    /// <summary>A text with normalized widths and without blanks.</summary>
    public static string Folded(string text) => Fold(text).Text;

    private TextSpan ToBound(TextSpan plain) =>
        new(_plainToBound[plain.Start], _plainToBound[plain.End - 1] + 1 - _plainToBound[plain.Start]);

    private static (string Text, int[] Map) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var map = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            if (Fold(text[i]) is not { } c) continue;
            map[folded.Length] = i;
            folded.Append(c);
        }

        map[folded.Length] = text.Length;
        return (folded.ToString(), map);
    }

    /// <summary>A character of normalized width; null for blanks and emphasis marks.</summary>
    private static char? Fold(char c) => c switch
    {
        '\n' => '\n',
        '*' or '`' or '\u200b' or '\ufeff' => null,
        '#' or '＃' => '♯',
        '〔' or '［' or '【' or '﹝' => '[',
        '〕' or '］' or '】' or '﹞' => ']',
        '﹪' => '%',
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        _ when char.IsWhiteSpace(c) => null,
        _ => c,
    };

    private ImmutableArray<ProseNumber> FindNumbers()
    {
        var numbers = ImmutableArray.CreateBuilder<ProseNumber>();
        for (var i = 0; i < Plain.Length;)
        {
            if (NumberScanner.At(Plain, i) is not { } number)
            {
                i++;
                continue;
            }

            var span = number.Span;
            numbers.Add(number with { IsBound = IsBound(span) });
            i = span.End;
        }

        return numbers.ToImmutable();
    }

    private (string Text, int[] Map) Mask()
    {
        var masked = new StringBuilder(Plain.Length);
        var map = new int[(Plain.Length * 2) + 1];
        var next = 0;
        for (var i = 0; i < Plain.Length;)
        {
            map[masked.Length] = i;
            if (next < Numbers.Length && Numbers[next].Span.Start == i)
            {
                _numberAt[masked.Length] = next;
                _maskedAt.Add(masked.Length);
                masked.Append('#');
                i = Numbers[next].Span.End;
                if (NumberScanner.IsPercentWord(Plain, Numbers[next].Span))
                {
                    map[masked.Length] = i;
                    masked.Append('%');
                }

                next++;
            }
            else
            {
                masked.Append(Plain[i++]);
            }
        }

        map[masked.Length] = Plain.Length;
        return (masked.ToString(), map[..(masked.Length + 1)]);
    }
}
