using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;

namespace ReportGen.Checks;

/// <summary>How much of the text was in last year's report already: the share of its runs of eight characters.</summary>
internal static class SimilarityRule
{
    private const int Run8 = 8;
    private const int LeastText = 200;

    public static void Run(SimilarityCheck check, CheckContext context)
    {
        if (context.Options.Previous is not { } previous) return;
        var old = new HashSet<UInt128>(new ReportProse(previous, null).In(check.Where).SelectMany(t => Runs(t.Masked)));
        int same = 0, all = 0;
        foreach (var run in context.Prose.In(check.Where).SelectMany(t => Runs(t.Masked)))
        {
            all++;
            if (old.Contains(run)) same++;
        }

        if (all < LeastText || same * 100 <= check.Most * all) return;
        var place = context.Report.Sections.FirstOrDefault(s => !s.Blocks.IsEmpty)?.Location;
        context.Add(check.Header, new Finding(place, new Values().With("percent", same * 100 / all).With("limit", check.Most)));
    }

    /// <summary>All runs of eight characters, 16 bits each; numbers are masked, so that new figures in old words count as old.</summary>
    private static IEnumerable<UInt128> Runs(string text)
    {
        var run = UInt128.Zero;
        for (var i = 0; i < text.Length; i++)
        {
            run = (run << 16) | text[i];
            if (i + 1 >= Run8) yield return run;
        }
    }
}
