namespace ReportGen.Rules.Text;

/// <summary>A paragraph ends with a full stop or similar mark.</summary>
internal sealed class EndingRule(RuleEntry entry) : TextRule(entry, "words")
{
    private const int Tail = 8;

    private readonly string _stops = entry.Map.Text("stops");

    // Lines that match are not paragraphs.
    private readonly ImmutableArray<ProsePattern> _not = entry.Patterns("not", TextView.Plain);

    protected override void Run(ProseText text, CheckContext context)
    {
        var end = text.Plain.TrimEnd('\n').Length;
        if (end == 0 || _stops.Contains(text.Plain[end - 1]) || _not.Any(n => ReportProse.IsIn(text, n))) return;
        var span = new TextSpan(Math.Max(0, end - Tail), Math.Min(Tail, end));
        context.Add(Header, text, new TextSpan(end - 1, 1), TextView.Plain,
            new MessageValues().With("words", text.Words(span, TextView.Plain)));
    }
}
