namespace ReportGen.Rules.Text;

/// <summary>Where the text names the reporting body, as contact or as the one that acts, it names no other body.</summary>
internal sealed class OtherBodyRule(RuleEntry entry) : TextRule(entry, "words", "right")
{
    // Places that name the body: the group name is its name.
    private readonly ImmutableArray<ProsePattern> _patterns = entry.Patterns("patterns", TextView.Plain);

    // The words that end a body's name.
    private readonly ImmutableArray<string> _endings = entry.Map.Texts("endings");

    protected override void Run(ProseText text, CheckContext context)
    {
        var body = ProseText.Folded(context.Report.Body);
        if (BodyNames.Places(body).LastOrDefault() is not { } place) return;
        foreach (var match in _patterns.SelectMany(p => ReportProse.Matches(text, p)).DistinctBy(m => m.Groups["name"].Index))
        {
            var name = match.Groups["name"];
            if (!IsOther(name.Value, body, place)) continue;
            var span = new TextSpan(name.Index, name.Length);
            context.Add(Header, text, span, TextView.Plain,
                new MessageValues().With("words", text.Words(span, TextView.Plain)).With("right", context.Report.Body));
        }
    }

    /// <summary>Whether a name, full (澄阳区教育局) or without the place (区教育局), is that of another body of the same place.</summary>
    private bool IsOther(string name, string body, string place)
    {
        var own = body[place.Length..];
        var rest = name.StartsWith(place, StringComparison.Ordinal) ? name[place.Length..]
            : name.Length > 0 && name[0] == place[^1] ? name[1..] : null;
        if (rest is null && own.Length > 2 && name.IndexOf(own, StringComparison.Ordinal) is > 1 and var at)
        {
            // Further words may follow (办公室); of a higher body, whose office may be the right contact, only the name itself counts.
            var named = name[..(at + own.Length)];
            return BodyNames.IsLevel(name[at - 1]) && (named == name || name[at - 1] == place[^1])
                && !named.EndsWith(body, StringComparison.Ordinal) && !body.EndsWith(named, StringComparison.Ordinal);
        }

        if (rest is null || own.Length == 0 || rest.StartsWith(own, StringComparison.Ordinal)) return false;
        var end = _endings.Select(e => (At: rest.IndexOf(e, StringComparison.Ordinal), e.Length)).Where(e => e.At > 0)
            .Select(e => e.At + e.Length).DefaultIfEmpty(0).Min();
        return end > 2 && !own.Contains(rest[..end], StringComparison.Ordinal);
    }
}
