using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>Percentages agree with the numbers beside them.</summary>
internal sealed class PercentageRule(RuleEntry entry) : TextRule(entry, "words", "arithmetic")
{
    // Rates of the number before, relative to the one before that: 预算19.6万元、决算18.9万元，执行率96.4%.
    private readonly ImmutableArray<string> _rates = entry.Map.Texts("rates");

    internal override void Run(CheckContext context)
    {
        foreach (var reading in Readings(context))
        {
            foreach (var sentence in reading.Sentences)
            {
                var shares = SharesReader.Read(sentence, reading.Text.Plain, _rates).Where(s => s.IsUsable).ToArray();
                foreach (var share in shares.Where(s => s.Wholes.Count > 0)) Against(context, reading.Text, share);
                Together(context, reading.Text, [.. shares.Where(s => s.Wholes.Count == 0)]);
            }
        }
    }

    /// <summary>Checks a percentage whose whole is stated.</summary>
    private void Against(CheckContext context, ProseText text, Share share)
    {
        if (share.Wholes.Any(share.Fits)) return;
        var exact = SumEvaluator.Write(decimal.Round(share.Part * 100 / share.Wholes[^1], 2));
        Add(context, text, share,
            LocalizedText.Same($"{SumEvaluator.Write(share.Part)} ÷ {SumEvaluator.Write(share.Wholes[^1])} = {exact}%"));
    }

    /// <summary>
    /// Checks percentages whose whole is not stated: some whole number must yield each, and a common one those with the same
    /// unit.
    /// </summary>
    private void Together(CheckContext context, ProseText text, Share[] loose)
    {
        foreach (var unit in loose.GroupBy(s => s.Measure))
        {
            var shares = unit.ToArray();
            if (shares.FirstOrDefault(s => decimal.Ceiling(s.Low) > s.High) is { } odd)
            {
                Add(context, text, odd, LocalizedText.Same(Whole(odd)));
                continue;
            }

            if (shares.Length < 2 || decimal.Ceiling(shares.Max(s => s.Low)) <= shares.Min(s => s.High)) continue;
            if (shares.Skip(1).Any(s => shares.Any(o => o != s && s.Fits(o.Part)))) continue;
            var wholes = shares.Select(Whole).ToArray();
            Add(context, text, shares[^1], new(string.Join("；", wholes), string.Join("; ", wholes)));
        }
    }

    /// <summary>The implied whole: 492 ÷ 97.8% ≈ 503.</summary>
    private static string Whole(Share share)
    {
        var percent = share.Percent.Count!.Value;
        var whole = decimal.Round(share.Part * 100 / percent, decimal.Ceiling(share.Low) <= share.High ? 0 : 2);
        return $"{SumEvaluator.Write(share.Part)} ÷ {SumEvaluator.Write(percent)}% ≈ {SumEvaluator.Write(whole)}";
    }

    private void Add(CheckContext context, ProseText text, Share share, LocalizedText arithmetic)
    {
        var span = share.Percent.Span;
        context.Add(Header, text, span, TextView.Plain,
            new MessageValues().With("words", text.Words(span, TextView.Plain)).With("arithmetic", arithmetic));
    }
}
