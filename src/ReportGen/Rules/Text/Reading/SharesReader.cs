namespace ReportGen.Rules.Text.Reading;

/// <summary>A percentage and the numbers from which it can be computed.</summary>
/// <param name="Percent">The percentage.</param>
/// <param name="Part">The number that the percentage is the share of the whole of.</param>
/// <param name="Measure">The measure word of the part.</param>
/// <param name="Wholes">The possible wholes; empty if the sentence states none.</param>
internal sealed record Share(Token Percent, decimal Part, string Measure, IReadOnlyList<decimal> Wholes)
{
    /// <summary>By how much the part may differ because the numbers are rounded: 3.2万次.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>Whether it bounds its whole.</summary>
    public bool IsUsable => Part != 0 && Percent.Count!.Value > Half;

    /// <summary>The smallest possible whole.</summary>
    public decimal Low => (Part - Tolerance) * 100 / (Percent.Count!.Value + Half);

    /// <summary>The largest possible whole.</summary>
    public decimal High => (Part + Tolerance) * 100 / (Percent.Count!.Value - Half);

    private decimal Half => Percent.Count!.Step / 2;

    /// <summary>Whether a whole yields the percentage.</summary>
    public bool Fits(decimal whole) => whole > 0 && whole >= Low && whole <= High;
}

/// <summary>Finds the percentages of a sentence with the numbers beside them: 412条，其中236条，占57.3%; 58条，采纳21条，采纳率36.2%.</summary>
internal static class SharesReader
{
    private static readonly string[] s_plain = ["占", "占比", "占总数", "占总数的", "占总量", "占总量的", "占全部的", "占其中的", "所占比例", "占比例", "比例",
        "约占", "占到"];
    private static readonly char[] s_before = [',', '、', '(', ';'];

    public static IEnumerable<Share> Read(Sentence sentence, string plain, IReadOnlyCollection<string> rates)
    {
        var tokens = sentence.All;
        var numbers = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Mark == ';') numbers.Clear();
            if (tokens[i].Count is not { Value: > 0 } count) continue;
            if (count.Measure != "%") numbers.Add(i);
            else if (numbers.Count > 0 && Of(tokens, i, numbers, plain, rates) is { } share) yield return share;
        }
    }

    private static Share? Of(IReadOnlyList<Token> tokens, int at, List<int> numbers, string plain,
        IReadOnlyCollection<string> rates)
    {
        var last = tokens[numbers[^1]];
        var between = plain[last.End..tokens[at].Start];
        if (IsChange(tokens, numbers[^1] + 1, at)) return Change(tokens, at, numbers);
        if (last.Count is not { IsClear: true } part) return null;
        if (between == "的") return Stated(tokens, at, numbers);
        var words = between[(between.LastIndexOfAny(s_before) + 1)..].TrimEnd('为', '达', '到', '约', '是', '仅', ':');
        if (words.Length == 0 ? between == "(" : s_plain.Contains(words))
        {
            return new Share(tokens[at], part.Value, part.Measure, Above(tokens, numbers));
        }

        if (words.Length is < 2 or > 8 || words[^1] != '率') return null;
        var clause = plain[tokens[Math.Max(0, numbers.Count > 1 ? numbers[^2] : 0)].Start..last.Start];
        if ((clause.EndsWith(words[..^1], StringComparison.Ordinal) || rates.Contains(words)) && numbers.Count > 1
            && tokens[numbers[^2]].Count is { } whole && whole.Measure == part.Measure)
        {
            return new Share(tokens[at], part.Value, part.Measure, [whole.Value]);
        }

        return between[0] == '、' ? new Share(tokens[at], part.Value, part.Measure, []) : null;
    }

    /// <summary>Reads 占解读总数46篇的39.1%.</summary>
    private static Share? Stated(IReadOnlyList<Token> tokens, int at, List<int> numbers)
    {
        if (numbers.Count < 2 || tokens[numbers[^2]].Count is not { IsExact: true } part
            || tokens[numbers[^1]].Count is not { IsExact: true } whole)
        {
            return null;
        }

        var isShare = tokens.Skip(numbers[^2]).Take(numbers[^1] - numbers[^2]).Any(t => t.Word?.Text == "占");
        return isShare && part.Measure == whole.Measure ? new Share(tokens[at], part.Value, part.Measure, [whole.Value]) : null;
    }

    /// <summary>The possible wholes of a part: numbers with its measure before 其中, a bracket or a list, or with 共.</summary>
    private static List<decimal> Above(IReadOnlyList<Token> tokens, List<int> numbers)
    {
        var measure = tokens[numbers[^1]].Count!.Measure;
        var wholes = new List<decimal>();
        for (var k = 0; k < numbers.Count - 1; k++)
        {
            var count = tokens[numbers[k]].Count!;
            var isTotal = tokens.Take(numbers[k]).Skip(k > 0 ? numbers[k - 1] + 1 : 0).Any(t => t.Is(Role.Total));
            var between = tokens.Take(numbers[^1]).Skip(numbers[k]).ToList();
            var isAbove = between.Exists(t => t.Is(Role.Among | Role.Including | Role.Within) || t.Mark == ':')
                || between.FindLastIndex(t => t.Mark == '(') > between.FindLastIndex(t => t.Mark == ')');
            if (count.Measure == measure && count.IsExact && (isTotal || isAbove)) wholes.Add(count.Value);
        }

        return wholes;
    }

    private static bool IsChange(IReadOnlyList<Token> tokens, int from, int to) =>
        tokens.Take(to).Skip(from).Any(t => t.Is(Role.Rise | Role.Fall | Role.Compare | Role.Reach));

    /// <summary>Reads 由上年35件降至26件，降幅25.7% and 412条，较上年的380条增长8.4%.</summary>
    private static Share? Change(IReadOnlyList<Token> tokens, int at, List<int> numbers)
    {
        var reach = tokens.Take(at).ToList().FindLastIndex(t => t.Is(Role.Reach));
        var (from, to) = reach >= 0 ? (numbers.FindLast(n => n < reach), numbers.Find(n => n > reach))
            : Compared(tokens, at, numbers);
        if (to <= reach || (reach >= 0 && from >= reach) || from == to || tokens[from].Count is not { IsClear: true } old
            || tokens[to].Count is not { IsClear: true } now || old.Measure != now.Measure || old.Value == now.Value)
        {
            return null;
        }

        return new Share(tokens[at], Math.Abs(now.Value - old.Value), old.Measure, [old.Value])
            { Tolerance = Rounding(now) + (Rounding(old) / old.Value * now.Value) };
    }

    /// <summary>The last two numbers if the last is last year's: 412条，较上年的380条增长.</summary>
    private static (int From, int To) Compared(IReadOnlyList<Token> tokens, int at, List<int> numbers)
    {
        if (numbers.Count < 2) return default;
        var (now, old) = (numbers[^2], numbers[^1]);
        var between = tokens.Take(old).Skip(now + 1).ToArray();
        var isLastYears = between.Any(t => t.Is(Role.Compare)) && between.Any(t => t.Is(Role.OtherYear))
            && !between.Any(t => t.Is(Role.Rise | Role.Fall) || t.IsUnknown);
        return isLastYears && tokens.Take(at).Skip(old + 1).All(t => t.Is(Role.Rise | Role.Fall | Role.Neutral) || t.Mark == ',')
            ? (old, now) : default;
    }

    private static decimal Rounding(Count count) => count.IsExact ? 0 : count.Step / 2;
}
