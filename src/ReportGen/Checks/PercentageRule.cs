using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>Percentages against the numbers beside them.</summary>
internal static class PercentageRule
{
    /// <summary>What a percentage makes of its whole: no less than <see cref="Low"/>, no more than <see cref="High"/>.</summary>
    private sealed record Implied(Share Share, decimal Low, decimal High)
    {
        public bool Fits(decimal whole) => whole > 0 && whole >= Low && whole <= High;
    }

    public static void Run(PercentageCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where).Where(t => t.FieldId is null))
        {
            foreach (var sentence in context.ReadingFor(check).Of(text).Sentences)
            {
                var shares = SharesReader.Read(sentence, text.Plain, check.Rates).Select(Of).OfType<Implied>().ToArray();
                foreach (var share in shares.Where(s => s.Share.Wholes.Count > 0)) Against(check, context, text, share);
                Together(check, context, text, [.. shares.Where(s => s.Share.Wholes.Count == 0)]);
            }
        }
    }

    /// <summary>The whole is said: it must give the percentage.</summary>
    private static void Against(PercentageCheck check, CheckContext context, ProseText text, Implied share)
    {
        if (share.Share.Wholes.Any(share.Fits)) return;
        var (part, whole) = (share.Share.Part, share.Share.Wholes[^1]);
        var exact = decimal.Round(part * 100 / whole, 2);
        Add(check, context, text, share,
            LocalizedText.Same($"{Arithmetic.Write(part)} ÷ {Arithmetic.Write(whole)} = {Arithmetic.Write(exact)}%"));
    }

    /// <summary>The whole is not said: some whole number must give each percentage, and the same one those of one unit.</summary>
    private static void Together(PercentageCheck check, CheckContext context, ProseText text, Implied[] loose)
    {
        foreach (var unit in loose.GroupBy(s => s.Share.Measure))
        {
            var shares = unit.ToArray();
            if (shares.FirstOrDefault(s => decimal.Ceiling(s.Low) > s.High) is { } odd)
            {
                Add(check, context, text, odd, LocalizedText.Same(Whole(odd)));
                continue;
            }

            if (shares.Length < 2 || decimal.Ceiling(shares.Max(s => s.Low)) <= shares.Min(s => s.High)) continue;
            if (shares.Skip(1).Any(s => shares.Any(o => o != s && s.Fits(o.Share.Part)))) continue;
            var wholes = shares.Select(Whole).ToArray();
            Add(check, context, text, shares[^1], new(string.Join("；", wholes), string.Join("; ", wholes)));
        }
    }

    private static Implied? Of(Share share)
    {
        var (percent, half) = (share.Percent.Count!.Value, share.Percent.Count.Step / 2);
        return share.Part == 0
            || percent <= half ? null
            : new Implied(share, share.Part * 100 / (percent + half), share.Part * 100 / (percent - half));
    }

    /// <summary>The whole that a share implies: 492 ÷ 97.8% ≈ 503.</summary>
    private static string Whole(Implied share)
    {
        var exact = share.Share.Part * 100 / share.Share.Percent.Count!.Value;
        var isWhole = decimal.Ceiling(share.Low) <= share.High;
        return $"{Arithmetic.Write(share.Share.Part)} ÷ {Arithmetic.Write(share.Share.Percent.Count.Value)}% ≈ {Arithmetic.Write(decimal.Round(exact, isWhole ? 0 : 2))}";
    }

    private static void Add(PercentageCheck check, CheckContext context, ProseText text, Implied share, LocalizedText arithmetic)
    {
        var span = share.Share.Percent.Span;
        context.Add(check.Header, text, span, TextView.Plain,
            new Values().With("words", text.Words(span, TextView.Plain)).With("arithmetic", arithmetic));
    }
}
