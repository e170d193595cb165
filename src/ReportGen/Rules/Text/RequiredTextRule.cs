using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text;

/// <summary>A text speaks of all that it must speak of.</summary>
internal sealed partial class RequiredTextRule(RuleEntry entry) : TextRule(entry, "missing", "count")
{
    private readonly ImmutableArray<Item> _items = entry.Maps("items",
        e => new Item(e.Map.RequiredLocalized("name"), e.Patterns("patterns", TextView.Plain)));

    // Whether the items that are there must stand in this order.
    private readonly bool _inOrder = entry.Map.Flag("in-order");

    // Whether a heading may also run into its paragraph: （二）依申请公开。收到申请5件。
    private readonly bool _runIn = entry.Map.Flag("run-in");

    // Texts of fewer characters are left to another rule.
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
        var values = new Values().With("count", missing.Count)
            .With("missing", new LocalizedText(string.Join("、", missing.Select(m => m.Chinese)), string.Join(", ", missing.Select(m => m.English))));
        context.Add(Header, new Finding(Place(context, own), values));
    }

    /// <summary>Where a numbered heading at the beginning of a paragraph ends; 0 when there is none.</summary>
    private static int HeadingEnd(ProseText text) => Numbering().Match(text.Plain).Length;

    [GeneratedRegex(@"^(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.是]|[0-9]{1,2}[、.])[^。:;,!?]{2,30}[。:;,]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    /// <summary>
    /// The text in which an item first stands, before its end, and where in it, as one number that grows along the report;
    /// -1 when nowhere.
    /// </summary>
    private static long First(Item item, (ProseText Text, int End)[] texts)
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

    /// <summary>Something that the text must speak of, with the patterns any of which says it.</summary>
    private sealed record Item(LocalizedText Name, ImmutableArray<ProsePattern> Patterns);
}
