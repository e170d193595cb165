using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Sections that say nothing, or too much.</summary>
internal static class ContentRule
{
    public static void Run(ContentCheck check, CheckContext context)
    {
        foreach (var section in context.Report.Sections.Where(s => s.TableIds.IsEmpty && (check.Where.Sections.IsEmpty || check.Where.Sections.Contains(s.Id))))
        {
            var texts = context.Prose.In(check.Where).Where(t => t.Section == section && t.Plain.Length > 0).ToArray();
            var count = texts.Sum(t => t.Plain.Length);
            var isEmpty = texts.Length == 1 && check.Empty.Any(p => p.Regex.IsMatch(texts[0].View(p.View)));
            if (isEmpty || count < check.Least) Add(check, context, section, texts, count, check.Least);
            else if (count > check.Most) Add(check, context, section, [], count, check.Most.Value);
        }
    }

    private static void Add(ContentCheck check, CheckContext context, Section section, ProseText[] texts, int count, int limit)
    {
        var values = new Values().With("section", section.Heading).With("count", count).With("limit", limit).With("words", texts.Length == 1 ? texts[0].Raw : "");
        if (texts.Length == 1) context.Add(check.Header, texts[0], new TextSpan(0, texts[0].Plain.Length), TextView.Plain, values);
        else context.Add(check.Header, new Finding(section.Location, values));
    }
}
