namespace ReportGen.Rules.Text.Reading;

/// <summary>Finds numbers of a sentence that add up.</summary>
internal static class Sums
{
    private static readonly string[][] s_years =
    [
        ["上半年", "下半年"], ["第一季度", "第二季度", "第三季度", "第四季度"], ["一季度", "二季度", "三季度", "四季度"],
    ];

    /// <summary>
    /// 上半年收到3件，下半年收到5件 → exactly 8; 网络3件，信函5件 → at least 8 in all. The parts may differ in one respect only, such as
    /// the channel or the quarter; they are the whole if they cover the year.
    /// </summary>
    public static IEnumerable<StatementOccurrence> OfParts(IEnumerable<Item> items)
    {
        var parts = items.Where(
            i => i.Occurrences is [{ Kind: OccurrenceKind.Part }] && !i.Subject.IsNarrower && Difference(i).Name.Length > 0);
        foreach (var group in parts.GroupBy(i => (i.Occurrences[0].Statement, Difference(i).Category)))
        {
            var all = group.ToArray();
            var names = all.Select(i => Difference(i).Name).ToArray();
            if (all.Length < 2 || names.Distinct().Count() < all.Length) continue;
            var isWhole = s_years.Any(y => y.Order().SequenceEqual(names.Order()));
            var (low, high) = (all.Sum(i => i.Count.Range.Low), isWhole ? all.Sum(i => i.Count.Range.High) : Interval.NoLimit);
            var (first, last) = (all[0].Number.Start, all[^1].Number.End);
            yield return all[0].Occurrences[0] with { Kind = OccurrenceKind.Sum, Range = new Interval(low, high),
                Span = new(first, last - first), Count = null };
        }
    }

    /// <summary>The numbers before a total that add up to it; if none do, all numbers that it may be the total of.</summary>
    public static Item[] PartsOf(List<Item> items, Count total)
    {
        var parts = items.AsEnumerable().Reverse().TakeWhile(i => i.Count.Measure == total.Measure && i.Count.IsExact).ToArray();
        var sum = 0m;
        for (var i = 0; i < parts.Length; i++)
        {
            sum += parts[i].Count.Value;
            if (i > 0 && sum == total.Value) return parts[..(i + 1)];
        }

        return parts.Length > 1 && !parts.Any(p => p.IsAmong) ? parts : [];
    }

    private static (string Category, string Name) Difference(Item item) => item.Subject switch
    {
        { Period.Kind: PeriodKind.Part, Restrictions.IsEmpty: true } subject => ("period", subject.Period.Name),
        { Period.Kind: PeriodKind.Year, Restrictions: [var only] } => (only.Group, only.Id),
        _ => ("", ""),
    };
}
