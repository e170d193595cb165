using ReportGen.Model;

namespace ReportGen.Rules.Text;

/// <summary>In “一是…；二是…”, no number is missing, or all points are separated by the same mark.</summary>
internal sealed class EnumerationRule(RuleEntry entry) : TextRule(entry, "words", "expected")
{
    private const string Stops = ",;。:\n";

    // The words that begin the points, in order.
    private readonly ImmutableArray<string> _markers = entry.Map.Texts("markers");

    private readonly EnumerationError _error = entry.Map.Flag("gaps") ? EnumerationError.Gap : EnumerationError.Separator;

    internal override void Run(CheckContext context)
    {
        Section? section = null;
        var open = new Stack<int>();
        foreach (var text in Texts(context))
        {
            if (text.Section != section) open.Clear();
            section = text.Section;
            var run = new List<(int Place, int Number)>();
            foreach (var point in Points(text.Plain))
            {
                if (point.Number == 0 || (run.Count > 0 && point.Number <= run[^1].Number)) run.Clear();
                if (_error == EnumerationError.Separator) Mixed(context, text, run, point);
                else if (Gap(open, point.Number) is { } expected) Add(context, text, point, _markers[expected]);
                run.Add(point);
            }
        }
    }

    /// <summary>
    /// Adds a point to the open lists, the innermost on top. Returns the number that was expected where one is missing,
    /// otherwise null. When an inner list ends, the outer one continues.
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

    /// <summary>
    /// Reports a point that follows a semicolon if the point before contains a full stop and no earlier one does.
    /// </summary>
    private void Mixed(CheckContext context, ProseText text, List<(int Place, int Number)> run, (int Place, int Number) point)
    {
        if (run.Count < 2 || text.Plain[point.Place - 1] != ';') return;
        var before = text.Plain.AsSpan(run[0].Place, run[^1].Place - run[0].Place);
        var last = text.Plain.AsSpan(run[^1].Place, point.Place - run[^1].Place);
        if (last.Contains('。') && !before.Contains('。') && before.Contains(';')) Add(context, text, point, ";");
    }

    private void Add(CheckContext context, ProseText text, (int Place, int Number) point, string expected)
    {
        var marker = _markers[point.Number];
        var span = new TextSpan(point.Place, marker.Length);
        context.Add(Header, text, span, TextView.Plain, new MessageValues().With("words", marker).With("expected", expected));
    }

    /// <summary>The markers at the start of a clause, in text order.</summary>
    private IEnumerable<(int Place, int Number)> Points(string text)
    {
        var points = new SortedList<int, int>();
        for (var n = 0; n < _markers.Length; n++)
        {
            for (var at = text.IndexOf(_markers[n], StringComparison.Ordinal); at
                >= 0; at = text.IndexOf(_markers[n], at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || Stops.Contains(text[at - 1])) points.Add(at, n);
            }
        }

        return points.Select(p => (p.Key, p.Value));
    }
}

/// <summary>What is wrong with an enumeration.</summary>
internal enum EnumerationError
{
    /// <summary>Its points are separated by different marks.</summary>
    Separator,

    /// <summary>A number is missing.</summary>
    Gap,
}
