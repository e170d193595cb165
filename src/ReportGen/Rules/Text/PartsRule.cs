using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Lists of parts against their wholes.</summary>
internal static class PartsRule
{
    public static void Run(PartsCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var list in context.Prose.PartLists(check.Lists, text).Where(l => l.Mistake == check.Mistake)) Report(check, context, text, list);
        }
    }

    private static void Report(PartsCheck check, CheckContext context, ProseText text, PartList list)
    {
        var values = new Values().With("whole", text.Words(new TextSpan(list.Whole, 2), TextView.Masked)).With("sum", list.Sum)
            .With("parts", $"{Arithmetic.Plain(list.Parts.Select(p => text.NumberAt(p).Value))} = {Arithmetic.Write(list.Sum)}");
        var end = Math.Min(list.Parts[^1] + 2, text.Masked.Length);
        var related = text.At(new TextSpan(list.Parts[0], end - list.Parts[0]), TextView.Masked);
        context.Add(check.Header, text, new TextSpan(list.Whole, 2), TextView.Masked, values, related is null ? [] : [related]);
    }
}
