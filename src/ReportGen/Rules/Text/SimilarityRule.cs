namespace ReportGen.Rules.Text;

/// <summary>The text is not copied from last year's, measured by the share of common sequences of eight characters.</summary>
internal sealed class SimilarityRule(RuleEntry entry) : TextRule(entry, "percent", "limit")
{
    private const int SequenceLength = 8;
    private const int MinText = 200;

    // The largest share allowed, in percent.
    private readonly int _max = entry.Map.Integer("most", 0, 100) ?? 50;

    internal override void Run(CheckContext context)
    {
        if (context.Options.Previous is not { } previous) return;
        var old = new HashSet<UInt128>(new ReportProse(previous, null).In(Where).SelectMany(t => Runs(t.Masked)));
        int same = 0, all = 0;
        foreach (var run in Texts(context).SelectMany(t => Runs(t.Masked)))
        {
            all++;
            if (old.Contains(run)) same++;
        }

        if (all < MinText || same * 100 <= _max * all) return;
        var place = context.Report.Sections.FirstOrDefault(s => !s.Blocks.IsEmpty)?.Location;
        context.Add(Header, new RuleFinding(place, new MessageValues().With("percent", same * 100 / all).With("limit", _max)));
    }

    /// <summary>
    /// All sequences of eight characters, 16 bits each. Numbers are masked, so that new figures in old words count as copied.
    /// </summary>
    private static IEnumerable<UInt128> Runs(string text)
    {
        var run = UInt128.Zero;
        for (var i = 0; i < text.Length; i++)
        {
            run = (run << 16) | text[i];
            if (i + 1 >= SequenceLength) yield return run;
        }
    }
}
