using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>Lists of parts against their wholes.</summary>
internal static class PartsRule
{
    public static void Run(PartsCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where).Where(t => t.FieldId is null))
        {
            foreach (var list in context.ReadingFor(check).Lists(text, check.Not).Where(l => l.Mistake == check.Mistake))
                Report(check, context, text, list);
        }
    }

    private static void Report(PartsCheck check, CheckContext context, ProseText text, PartList list)
    {
        var whole = Around(list.Whole);
        var related = text.At(Around(list.Parts), TextView.Plain);
        var values = new Values().With("whole", text.Words(whole, TextView.Plain)).With("sum", list.Sum)
            .With("parts", $"{Arithmetic.Plain(list.Parts.Select(p => p.Count!.Value))} = {Arithmetic.Write(list.Sum)}");
        context.Add(check.Header, text, whole, TextView.Plain, values, related is null ? [] : [related]);
    }

    private static TextSpan Around(IReadOnlyList<Token> numbers) => new(numbers[0].Start, numbers[^1].End - numbers[0].Start);
}
