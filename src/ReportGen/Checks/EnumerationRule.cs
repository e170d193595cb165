using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>“一是…；二是…” with a number left out, or with mixed stops.</summary>
internal static class EnumerationRule
{
    private const string Stops = ",;。:\n";

    public static void Run(EnumerationCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            var run = new List<(int Place, int Number)>();
            foreach (var point in Points(check, text.Plain))
            {
                if (point.Number == 0 || (run.Count > 0 && point.Number <= run[^1].Number)) run.Clear();
                if (check.Gaps) Gap(check, context, text, run, point);
                else Mixed(check, context, text, run, point);
                run.Add(point);
            }
        }
    }

    private static void Gap(EnumerationCheck check, CheckContext context, ProseText text, List<(int Place, int Number)> run, (int Place, int Number) point)
    {
        var expected = run.Count == 0 ? 0 : run[^1].Number + 1;
        if (point.Number != expected) Add(check, context, text, point, check.Markers[expected]);
    }

    /// <summary>A point behind a semicolon whose forerunner ends, within itself, a sentence that all before it did not.</summary>
    private static void Mixed(EnumerationCheck check, CheckContext context, ProseText text, List<(int Place, int Number)> run, (int Place, int Number) point)
    {
        if (run.Count < 2 || text.Plain[point.Place - 1] != ';') return;
        var before = text.Plain.AsSpan(run[0].Place, run[^1].Place - run[0].Place);
        var last = text.Plain.AsSpan(run[^1].Place, point.Place - run[^1].Place);
        if (last.Contains('。') && !before.Contains('。') && before.Contains(';')) Add(check, context, text, point, ";");
    }

    private static void Add(EnumerationCheck check, CheckContext context, ProseText text, (int Place, int Number) point, string expected)
    {
        var marker = check.Markers[point.Number];
        var span = new TextSpan(point.Place, marker.Length);
        context.Add(check.Header, text, span, TextView.Plain, new Values().With("words", marker).With("expected", expected));
    }

    /// <summary>The markers that begin a clause, in the order of the text.</summary>
    private static IEnumerable<(int Place, int Number)> Points(EnumerationCheck check, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && !Stops.Contains(text[i - 1])) continue;
            for (var n = 0; n < check.Markers.Length; n++)
            {
                if (string.CompareOrdinal(text, i, check.Markers[n], 0, check.Markers[n].Length) == 0) yield return (i, n);
            }
        }
    }
}
