using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text;

/// <summary>A text mentions all required items.</summary>
internal sealed partial class RequiredTextRule(RuleEntry entry) : TextRule(entry, "missing", "count")
{
    private readonly ImmutableArray<RequiredItem> _items = entry.Maps("items",
        e => new RequiredItem(e.Map.RequiredLocalized("name"), e.Patterns("patterns", TextView.Plain)));

    // Whether the items found must be in this order.
    private readonly bool _inOrder = entry.Map.Flag("in-order");

    // Whether a heading may begin its paragraph: （二）依申请公开。收到申请5件。
    private readonly bool _runIn = entry.Map.Flag("run-in");

    // Shorter texts, in characters, are left to another rule.
    private readonly int _min = entry.Map.Integer("least", 0) ?? 0;

    internal override void Run(CheckContext context)
    {
        var own = Texts(context).ToArray();
        var all = _runIn ? context.Prose.In(Where with { Levels = [] }) : own;
        (ProseText Text, int End)[] texts =
            [.. all.Select(t => (Text: t, End: own.Contains(t) ? int.MaxValue : HeadingEnd(t))).Where(t => t.End > 0)];
        if (texts.Sum(t => t.Text.Plain.Length) < _min) return;
        var last = -1L;
        var missing = new List<LocalizedText>();
        foreach (var item in _items)
        {
            var first = First(item, texts);
            if (first < 0 || (_inOrder && first < last)) missing.Add(item.Name);
            last = Math.Max(last, first);
        }

        if (missing.Count == 0) return;
        var values = new MessageValues().With("count", missing.Count)
            .With("missing", new LocalizedText(string.Join("、", missing.Select(m => m.Chinese)),
                string.Join(", ", missing.Select(m => m.English))));
        context.Add(Header, new RuleFinding(Place(context, own), values));
    }

    /// <summary>The end of a numbered heading at the beginning of a paragraph; 0 if none.</summary>
    private static int HeadingEnd(ProseText text) => Numbering().Match(text.Plain).Length;

    [GeneratedRegex(@"^(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.是]|[0-9]{1,2}[、.])[^。:;,!?]{2,30}[。:;,]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    /// <summary>
    /// The first place of an item, before the end given for its text, as one number that grows through the report; -1 if none.
    /// </summary>
    private static long First(RequiredItem item, (ProseText Text, int End)[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var places = item.Patterns.SelectMany(p => ReportProse.Matches(texts[i].Text, p).Take(1)).Select(m => m.Index)
                .Where(m => m < texts[i].End).ToArray();
            if (places.Length > 0) return ((long)i << 32) + places.Min();
        }

        return -1;
    }

    private SourceLocation? Place(CheckContext context, ProseText[] texts)
    {
        if (Where.Levels.IsEmpty && texts is [{ Location: { } only }]) return only;
        if (!Where.Levels.IsEmpty && texts is [{ Location: { } first }, ..]) return first;
        return context.Report.Sections.FirstOrDefault(s => Where.Sections.IsEmpty
            ? !s.Blocks.IsEmpty : Where.Sections.Contains(s.Id))?.Location;
    }

    /// <summary>A required item, with patterns any of which mentions it.</summary>
    private sealed record RequiredItem(LocalizedText Name, ImmutableArray<ProsePattern> Patterns);
}
