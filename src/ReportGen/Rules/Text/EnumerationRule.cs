using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>“一是…；二是…” with a number left out, or with mixed stops.</summary>
internal static class EnumerationRule
{
    private const string Stops = ",;。:\n";

    public static void Run(EnumerationCheck check, CheckContext context)
    {
        Section? section = null;
        var open = new Stack<int>();
        foreach (var text in context.Prose.In(check.Where))
        {
            if (text.Section != section) open.Clear();
            section = text.Section;
            var run = new List<(int Place, int Number)>();
            foreach (var point in Points(check, text.Plain))
            {
                if (point.Number == 0 || (run.Count > 0 && point.Number <= run[^1].Number)) run.Clear();
                if (!check.Gaps) Mixed(check, context, text, run, point);
                else if (Gap(open, point.Number) is { } expected) Add(check, context, text, point, check.Markers[expected]);
                run.Add(point);
            }
        }
    }

    /// <summary>
    /// Takes a point into the lists that are open, the innermost on top, and says which was due where a number is left out.
    /// A list within a list may end; then the outer one goes on.
    /// </summary>
    private static int? Gap(Stack<int> open, int number)
    {
        if (number == 0 || open.Contains(number - 1))
        {
            while (number > 0 && open.Pop() != number - 1) { }
            open.Push(number);
            return null;
        }

        var expected = open.Count == 0 || open.Peek() > number ? 0 : open.Pop() + 1;
        open.Push(number);
        return expected == number ? null : Math.Min(expected, number);
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
        var points = new SortedList<int, int>();
        for (var n = 0; n < check.Markers.Length; n++)
        {
            for (var at = text.IndexOf(check.Markers[n], StringComparison.Ordinal); at >= 0; at = text.IndexOf(check.Markers[n], at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || Stops.Contains(text[at - 1])) points.Add(at, n);
            }
        }

        return points.Select(p => (p.Key, p.Value));
    }
}
