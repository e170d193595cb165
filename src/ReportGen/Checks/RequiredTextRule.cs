using System.Text.RegularExpressions;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>What a text must speak of.</summary>
internal static partial class RequiredTextRule
{
    public static void Run(RequiredTextCheck check, CheckContext context)
    {
        var own = context.Prose.In(check.Where).ToHashSet();
        var texts = check.RunIn
            ? [.. context.Prose.In(check.Where with { Levels = [] }).Where(t => own.Contains(t) || HeadingEnd(t) > 0)]
            : own.ToArray();
        if (texts.Sum(t => t.Plain.Length) < check.Least) return;
        var firsts = check.Items.Select(i => First(i, texts, t => own.Contains(t) ? int.MaxValue : HeadingEnd(t))).ToArray();
        var last = -1L;
        var missing = new List<LocalizedText>();
        for (var i = 0; i < firsts.Length; i++)
        {
            if (firsts[i] < 0 || (check.InOrder && firsts[i] < last)) missing.Add(check.Items[i].Name);
            last = Math.Max(last, firsts[i]);
        }

        if (missing.Count == 0) return;
        var values = new Values().With("count", missing.Count)
            .With("missing", new LocalizedText(string.Join("、", missing.Select(m => m.Chinese)),
                string.Join(", ", missing.Select(m => m.English))));
        context.Add(check.Header, new Finding(Place(check, context, [.. own]), values));
    }

    /// <summary>Where a numbered heading at the beginning of a paragraph ends; 0 when there is none.</summary>
    private static int HeadingEnd(ProseText text)
    {
        var match = Numbering().Match(text.Plain);
        return match.Success ? match.Length : 0;
    }

    [GeneratedRegex(@"^(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.是]|[0-9]{1,2}[、.])[^。:;,!?]{2,30}[。:;,]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    /// <summary>
    /// The text in which an item first stands, and where in it, as one number that grows along the report; -1 when nowhere.
    /// </summary>
    private static long First(RequiredItem item, ProseText[] texts, Func<ProseText, int> end)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var places = item.Patterns.SelectMany(p => ReportProse.Matches(texts[i], p).Take(1)).Select(m => m.Index)
                .Where(m => m < end(texts[i])).ToArray();
            if (places.Length > 0) return ((long)i << 32) + places.Min();
        }

        return -1;
    }

    private static SourceLocation? Place(RequiredTextCheck check, CheckContext context, ProseText[] texts)
    {
        if (check.Where.Levels.IsEmpty && texts is [{ Location: { } only }]) return only;
        if (!check.Where.Levels.IsEmpty && texts is [{ Location: { } first }, ..]) return first;
        return context.Report.Sections.FirstOrDefault(s => check.Where.Sections.IsEmpty
            ? !s.Blocks.IsEmpty : check.Where.Sections.Contains(s.Id))?.Location;
    }
}
