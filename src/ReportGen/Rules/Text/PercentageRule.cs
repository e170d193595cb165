using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text;

/// <summary>
/// Percentages are what the numbers beside them give. A pattern has the part as group <c>n</c>, the percentage as <c>p</c>,
/// the whole, if it is said, as <c>whole</c>.
/// </summary>
internal sealed class PercentageRule(RuleEntry entry) : TextRule(entry, "words", "arithmetic")
{
    private readonly ImmutableArray<ProsePattern> _patterns = entry.NumberPatterns("n", "p");

    protected override void Run(ProseText text, CheckContext context)
    {
        var matches = _patterns.SelectMany(p => ReportProse.Matches(text, p)).ToArray();
        foreach (var match in matches.Where(m => m.Groups["whole"].Success)) Against(context, text, match);
        var told = matches.Where(m => m.Groups["whole"].Success).Select(m => m.Groups["p"].Index).ToHashSet();
        var loose = matches.Where(m => !told.Contains(m.Groups["p"].Index)).DistinctBy(m => m.Groups["p"].Index).OrderBy(m => m.Index).ToArray();
        foreach (var group in loose.GroupBy(m => TextPieces.Sentence(text.Masked, m.Index).Start)) Together(context, text, [.. group]);
    }

    /// <summary>The whole is said: it must give the percentage.</summary>
    private void Against(CheckContext context, ProseText text, Match match)
    {
        var whole = text.NumberAt(match.Groups["whole"].Index);
        if (ShareOf(text, match) is not { } share || whole.Value == 0 || whole.Step > 1 || share.Fits(whole.Value)) return;
        var exact = decimal.Round(share.Value * 100 / whole.Value, 2);
        Add(context, text, match, LocalizedText.Same($"{SumEvaluator.Write(share.Value)} ÷ {SumEvaluator.Write(whole.Value)} = {SumEvaluator.Write(exact)}%"));
    }

    /// <summary>The whole is not said: some whole number must give each percentage, and the same one those of one unit.</summary>
    private void Together(CheckContext context, ProseText text, Match[] matches)
    {
        foreach (var unit in matches.GroupBy(m => text.Masked[m.Groups["n"].Index + 1]))
        {
            var shares = unit.Select(m => (Match: m, Share: ShareOf(text, m))).Where(p => p.Share is not null).ToArray();
            if (shares.FirstOrDefault(p => decimal.Ceiling(p.Share!.Low) > p.Share.High) is { Share: { } } odd)
            {
                Add(context, text, odd.Match, LocalizedText.Same(Whole(odd.Share)));
                continue;
            }

            if (shares.Length < 2 || decimal.Ceiling(shares.Max(p => p.Share!.Low)) <= shares.Min(p => p.Share!.High)) continue;
            if (shares.Skip(1).Any(p => shares.Any(q => q != p && p.Share!.Fits(q.Share!.Value)))) continue;
            var wholes = shares.Select(p => Whole(p.Share!)).ToArray();
            Add(context, text, shares[^1].Match, new(string.Join("；", wholes), string.Join("; ", wholes)));
        }
    }

    private static Share? ShareOf(ProseText text, Match match)
    {
        var (part, percent) = (text.NumberAt(match.Groups["n"].Index), text.NumberAt(match.Groups["p"].Index));
        if (part.Value == 0 || part.Step > 1 || percent.Value == 0) return null;
        var half = percent.Step / 2;
        if (percent.Value <= half) return null;
        return new Share(part.Value, percent.Value, part.Value * 100 / (percent.Value + half), part.Value * 100 / (percent.Value - half));
    }

    /// <summary>The whole that a share implies: 492 ÷ 97.8% ≈ 503.</summary>
    private static string Whole(Share share)
    {
        var exact = share.Value * 100 / share.Percent;
        var isWhole = decimal.Ceiling(share.Low) <= share.High;
        return $"{SumEvaluator.Write(share.Value)} ÷ {SumEvaluator.Write(share.Percent)}% ≈ {SumEvaluator.Write(decimal.Round(exact, isWhole ? 0 : 2))}";
    }

    private void Add(CheckContext context, ProseText text, Match match, LocalizedText arithmetic)
    {
        var span = new TextSpan(match.Groups["p"].Index, 2);
        context.Add(Header, text, span, TextView.Masked, new Values().With("words", text.Words(span, TextView.Masked)).With("arithmetic", arithmetic));
    }

    private sealed record Share(decimal Value, decimal Percent, decimal Low, decimal High)
    {
        /// <summary>Whether a whole of that many gives the percentage.</summary>
        public bool Fits(decimal whole) => whole > 0 && whole >= Low && whole <= High;
    }
}
