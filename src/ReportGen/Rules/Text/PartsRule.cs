namespace ReportGen.Rules.Text;

/// <summary>“共 A 条，其中 a 条、b 条”: the parts come to no more than the whole, and to the whole where the list is complete.</summary>
internal sealed class PartsRule : TextRule
{
    private static readonly Dictionary<string, PartsMistake> Mistakes = new()
    {
        ["more"] = PartsMistake.More, ["less"] = PartsMistake.Less, ["partial"] = PartsMistake.Partial,
    };

    private readonly PartsMistake _mistake;
    private readonly PartLists _lists;

    public PartsRule(RuleEntry entry)
        : base(entry, "whole", "sum", "parts")
    {
        _mistake = entry.Map.Choice("finding", Mistakes, PartsMistake.More);
        _lists = entry.Needed(entry.File.Lists);
        if (entry.File.Lists is null) entry.Map.Report(RuleMessages.NoLists(entry.Map.Location));
    }

    protected override void Run(ProseText text, CheckContext context)
    {
        foreach (var list in context.Prose.PartLists(_lists, text).Where(l => l.Mistake == _mistake)) Report(context, text, list);
    }

    private void Report(CheckContext context, ProseText text, PartList list)
    {
        var values = new Values().With("whole", text.Words(new TextSpan(list.Whole, 2), TextView.Masked)).With("sum", list.Sum)
            .With("parts", $"{SumEvaluator.Plain(list.Parts.Select(p => text.NumberAt(p).Value))} = {SumEvaluator.Write(list.Sum)}");
        var end = Math.Min(list.Parts[^1] + 2, text.Masked.Length);
        var related = text.At(new TextSpan(list.Parts[0], end - list.Parts[0]), TextView.Masked);
        context.Add(Header, text, new TextSpan(list.Whole, 2), TextView.Masked, values, related is null ? [] : [related]);
    }
}

/// <summary>How a list of parts fails its whole.</summary>
internal enum PartsMistake
{
    /// <summary>The parts come to more than the whole.</summary>
    More,

    /// <summary>A list that claims to be complete comes to less.</summary>
    Less,

    /// <summary>A list that may be partial comes to less.</summary>
    Partial,
}

/// <summary>The words by which lists of parts are recognised.</summary>
internal sealed class PartLists
{
    /// <summary>What stands before the parts: 其中.</summary>
    public required ProsePattern Intro { get; init; }

    /// <summary>What, at the beginning of a bracket, says that the list in it may be partial: 含.</summary>
    public required ProsePattern Partial { get; init; }

    /// <summary>What stands in the clause of a whole: 共.</summary>
    public required ProsePattern Whole { get; init; }

    /// <summary>What says that a number in a list is no part: 同比.</summary>
    public required ProsePattern Skip { get; init; }

    /// <summary>The measure words that count, each a character.</summary>
    public required string Units { get; init; }

    /// <summary>Null, with findings, when one of the words is missing.</summary>
    public static PartLists? Read(RuleEntry entry)
    {
        var (intro, partial) = (entry.Pattern("intro"), entry.Pattern("partial"));
        var (whole, skip) = (entry.Pattern("whole"), entry.Pattern("skip"));
        var units = entry.Map.Text("units");
        return intro is null || partial is null || whole is null || skip is null ? null
            : new PartLists { Intro = intro, Partial = partial, Whole = whole, Skip = skip, Units = units };
    }
}
