using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Headings of sections: as the kind has them, in its order, and not again in the text.</summary>
internal static class HeadingsRule
{
    public static void Run(HeadingsCheck check, CheckContext context)
    {
        var right = context.Kind.Sections;
        for (var i = 0; i < Math.Max(right.Length, context.Report.Sections.Length); i++)
        {
            var own = i < context.Report.Sections.Length ? context.Report.Sections[i] : null;
            var heading = i < right.Length ? right[i].Heading : "";
            if (own?.Heading == heading) continue;
            context.Add(check.Header, new Finding(own?.Location, new Values().With("words", own?.Heading ?? "").With("right", heading)));
        }

        if (check.Typed is { } typed) Repeated(check, context, typed);
    }

    private static void Repeated(HeadingsCheck check, CheckContext context, ProsePattern typed)
    {
        foreach (var text in context.Prose.Blocks.Where(t => typed.Regex.IsMatch(t.Plain)))
        {
            var whole = new TextSpan(0, text.Plain.Length);
            var values = new Values().With("words", text.Words(whole, TextView.Plain)).With("right", text.Section!.Heading);
            context.Add(check.Header, text, whole, TextView.Plain, values);
        }
    }
}
