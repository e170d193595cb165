namespace ReportGen.Rules.Text;

/// <summary>The text uses the body's full name, not one that is almost correct.</summary>
internal sealed class NameVariantRule(RuleEntry entry) : TextRule(entry, "words", "right")
{
    // Pairs of words that are confused with each other.
    private readonly ImmutableArray<(string One, string Other)> _variants =
        entry.Maps("variants", e => (e.Map.Text("one"), e.Map.Text("other")));

    // The characters that end place names of one rank, one string per rank: 县区旗. A place has only one of them.
    private readonly ImmutableArray<string> _sameRank = entry.Map.Texts("same-rank");

    internal override void Run(CheckContext context)
    {
        var right = ProseText.Folded(context.Report.Body);
        var variants = _variants.SelectMany(v => new[] { Replace(right, v.One, v.Other), Replace(right, v.Other, v.One) })
            .OfType<string>();
        var wrong = BodyNames.WrongPlaces(right, _sameRank).Concat(variants).Where(n => n != right).Distinct().ToArray();
        foreach (var text in Texts(context))
        {
            foreach (var name in wrong) Find(text, name, right, context);
        }
    }

    private void Find(ProseText text, string name, string right, CheckContext context)
    {
        for (var at = text.Plain.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.Plain.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (IsPartOf(text.Plain, at, name, right) || IsInTitle(text.Plain, at)) continue;
            var span = new TextSpan(at, name.Length);
            context.Add(Header, text, span, TextView.Plain,
                new MessageValues().With("words", text.Words(span, TextView.Plain)).With("right", context.Report.Body));
        }
    }

    /// <summary>
    /// The name with its last <paramref name="one"/> replaced; null if it has none, or already has the longer word there.
    /// </summary>
    private static string? Replace(string name, string one, string other)
    {
        var at = name.LastIndexOf(one, StringComparison.Ordinal);
        if (at < 0) return null;
        var longer = other.Length > one.Length ? name.LastIndexOf(other, StringComparison.Ordinal) : -1;
        return longer >= 0 && longer <= at && at < longer + other.Length
            ? null
            : string.Concat(name.AsSpan(0, at), other, name.AsSpan(at + one.Length));
    }

    /// <summary>Whether the span is only part of the correct name.</summary>
    private static bool IsPartOf(string text, int at, string name, string right)
    {
        var inside = right.IndexOf(name, StringComparison.Ordinal);
        return inside >= 0 && at >= inside && string.CompareOrdinal(text, at - inside, right, 0, right.Length) == 0;
    }

    /// <summary>Whether a place is inside the title of a document, whose words do not name the body.</summary>
    private static bool IsInTitle(string text, int at)
    {
        var from = Math.Max(0, at - Citation.LongestTitle);
        var mark = text.AsSpan(from, at - from).LastIndexOfAny(['《', '》', '\n', '。']);
        return mark >= 0 && text[from + mark] == '《';
    }
}
