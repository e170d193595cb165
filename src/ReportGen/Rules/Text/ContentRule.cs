using ReportGen.Model;

namespace ReportGen.Rules.Text;

/// <summary>A section has content of a suitable length.</summary>
internal sealed class ContentRule(RuleEntry entry) : TextRule(entry, "section", "words", "count", "limit")
{
    // Texts that have no content if they are the whole section.
    private readonly ImmutableArray<ProsePattern> _empty = entry.Patterns("empty", TextView.Plain);

    // In characters.
    private readonly int _min = entry.Map.Integer("least", 0) ?? 0;
    private readonly int? _max = entry.Map.Integer("most", 1);

    internal override void Run(CheckContext context)
    {
        foreach (var section in context.Report.Sections.Where(
            s => s.TableIds.IsEmpty && (Where.Sections.IsEmpty || Where.Sections.Contains(s.Id))))
        {
            var texts = Texts(context).Where(t => t.Section == section && t.Plain.Length > 0).ToArray();
            var count = texts.Sum(t => t.Plain.Length);
            var isEmpty = texts.Length == 1 && _empty.Any(p => p.Regex.IsMatch(texts[0].View(p.View)));
            if (isEmpty || count < _min) Add(context, section, texts, count, _min);
            else if (count > _max) Add(context, section, [], count, _max.Value);
        }
    }

    private void Add(CheckContext context, Section section, ProseText[] texts, int count, int limit)
    {
        var values = new MessageValues().With("section", section.Heading).With("count", count).With("limit", limit)
            .With("words", texts.Length == 1 ? texts[0].Raw : "");
        if (texts.Length == 1) context.Add(Header, texts[0], new TextSpan(0, texts[0].Plain.Length), TextView.Plain, values);
        else context.Add(Header, new RuleFinding(texts.FirstOrDefault()?.Location ?? section.Location, values));
    }
}
