using ReportGen.Model;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>“共 A 条，其中 a 条、b 条”: the parts do not exceed the whole, and add up to it if the list is complete.</summary>
internal sealed class PartsRule(RuleEntry entry) : TextRule(entry, "whole", "sum", "parts")
{
    private static readonly Dictionary<string, PartsError> s_findingTypes = new()
    {
        ["more"] = PartsError.More, ["less"] = PartsError.Less, ["partial"] = PartsError.Partial,
    };

    private readonly PartsError _error = entry.Map.Choice("finding", s_findingTypes, PartsError.More);

    // Statements that are not parts, though in the list: what was closed of what was received.
    private readonly ImmutableArray<Statement> _not = entry.Statements("not");

    internal override void Run(CheckContext context)
    {
        foreach (var reading in Readings(context))
        {
            foreach (var list in context.Reading.Lists(reading.Text, _not).Where(l => l.Error == _error))
                Report(context, reading.Text, list);
        }
    }

    private void Report(CheckContext context, ProseText text, PartList list)
    {
        var whole = Around(list.Whole);
        var related = text.At(Around(list.Parts), TextView.Plain);
        var values = new MessageValues().With("whole", text.Words(whole, TextView.Plain)).With("sum", list.Sum)
            .With("parts", $"{NumberFormat.WriteSum(list.Parts.Select(p => p.Count!.Value))} = {SumEvaluator.Write(list.Sum)}");
        context.Add(Header, text, whole, TextView.Plain, values, related is null ? [] : [related]);
    }

    private static TextSpan Around(IReadOnlyList<Token> numbers) => new(numbers[0].Start, numbers[^1].End - numbers[0].Start);
}

/// <summary>How a list of parts disagrees with its whole.</summary>
internal enum PartsError
{
    /// <summary>The parts add up to more than the whole.</summary>
    More,

    /// <summary>A list that is complete adds up to less.</summary>
    Less,

    /// <summary>A list that may be partial adds up to less.</summary>
    Partial,
}
