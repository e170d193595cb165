namespace ReportGen.Rules.Text;

/// <summary>Words that must not occur in a text.</summary>
internal sealed class ForbiddenTextRule : TextRule
{
    private static readonly Dictionary<string, ReportEach> s_eachWords = new()
    {
        ["match"] = ReportEach.Match, ["block"] = ReportEach.Block, ["report"] = ReportEach.Report,
    };

    private static readonly Dictionary<string, TextView> s_viewWords = new()
    {
        ["masked"] = TextView.Masked, ["plain"] = TextView.Plain, ["raw"] = TextView.Raw,
    };

    private readonly ImmutableArray<ProsePattern> _patterns;

    // Words that make a match correct if they are in the same clause.
    private readonly ImmutableArray<ProsePattern> _not;
    private readonly ReportEach _each;

    // The minimum number of matches in the report for a finding.
    private readonly int _min;

    // Whether to report only matches whose number n is exact to the last digit (28 余条, not 20 余条).
    private readonly bool _exactNumber;

    public ForbiddenTextRule(RuleEntry entry)
        : base(entry, "words", "count")
    {
        var view = entry.Map.Choice("view", s_viewWords, TextView.Plain);
        _exactNumber = entry.Map.Flag("exact-number");
        _patterns = _exactNumber ? entry.NumberPatterns("n") : entry.Patterns("patterns", view);
        _not = entry.Patterns("not", view == TextView.Raw ? TextView.Plain : view);
        _each = entry.Map.Choice("each", s_eachWords, ReportEach.Match);
        _min = entry.Map.Integer("least", 1) ?? 1;
    }

    /// <summary>How often matches are reported: each of them, once per block, or once per report.</summary>
    private enum ReportEach
    {
        Match,
        Block,
        Report,
    }

    internal override void Run(CheckContext context)
    {
        var found = Texts(context).Select(t => (Text: t, Spans: Spans(t))).Where(f => f.Spans.Length > 0).ToArray();
        var count = found.Sum(f => f.Spans.Length);
        if (count < _min) return;
        foreach (var (text, spans) in _each == ReportEach.Report ? found.Take(1) : found)
        {
            foreach (var (span, view) in _each == ReportEach.Match ? spans : spans.Take(1))
            {
                var values = new MessageValues().With("words", text.Words(span, view))
                    .With("count", _each == ReportEach.Block ? spans.Length : count);
                context.Add(Header, text, span, view, values);
            }
        }
    }

    private (TextSpan Span, TextView View)[] Spans(ProseText text) =>
        [.. PatternSearch.Find(text, _patterns, _not).Where(f => !_exactNumber || IsExact(text, f.Span))
            .Select(f => (f.Span, f.Pattern.View))];

    /// <summary>Whether the first number of a span is not a round number.</summary>
    private static bool IsExact(ProseText text, TextSpan span)
    {
        var place = text.Masked.IndexOf('#', span.Start, span.Length);
        return place >= 0 && text.NumberAt(place) is { IsBound: false } number && number.Step == 1 && number.Value % 10 != 0;
    }
}
