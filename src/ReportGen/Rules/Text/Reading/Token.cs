namespace ReportGen.Rules.Text.Reading;

/// <summary>A token of a sentence: a word, a number, a time, a mark, or unknown text.</summary>
/// <param name="Start">The start, in the plain view.</param>
/// <param name="End">The end, exclusive.</param>
internal sealed record Token(int Start, int End)
{
    /// <summary>The word; null if it is not a known word.</summary>
    public Word? Word { get; init; }

    /// <summary>The number with its measure; null if it is not a number.</summary>
    public Count? Count { get; init; }

    /// <summary>The time; null if it is not a time.</summary>
    public Time? Time { get; init; }

    /// <summary>The mark; a blank if it is not a mark.</summary>
    public char Mark { get; init; } = ' ';

    /// <summary>Whether it is unknown to the reader.</summary>
    public bool IsUnknown => Word is null && Count is null && Time is null && Mark == ' ';

    public bool Is(Role role) => Word?.Is(role) == true;

    public TextSpan Span => new(Start, End - Start);
}

/// <summary>A number in a sentence.</summary>
/// <param name="Index">The index among the text's numbers; -1 for a zero in words (为零).</param>
/// <param name="Value">The value with multipliers applied.</param>
/// <param name="Step">The value of its last written digit.</param>
/// <param name="Measure">The measure word after it; <c>%</c> for a percentage; empty if none.</param>
internal sealed record Count(int Index, decimal Value, decimal Step, string Measure)
{
    /// <summary>Whether the author bound it to a figure.</summary>
    public bool IsBound { get; init; }

    /// <summary>The word that makes it inexact (余, 多, 以上, 左右); <see cref="Role.None"/> if exact.</summary>
    public Role Bound { get; init; }

    /// <summary>Whether it is a round number with 余 or 多 after it.</summary>
    public bool IsAndMore { get; init; }

    /// <summary>Whether it is a ratio, a date or a duration rather than a count of things.</summary>
    public bool CountsNothing =>
        Measure is "%" or "个百分点" or "倍" or "成" or "工作日" or "个工作日" or "天" or "日" or "小时" or "分钟" or "年" or "个月" or "月";

    /// <summary>Whether it is one exact whole number.</summary>
    public bool IsExact => IsClear && Step <= 1;

    /// <summary>Whether no word makes it inexact, though it may be rounded.</summary>
    public bool IsClear => Bound == Role.None && !IsAndMore;

    /// <summary>The values that the number may stand for.</summary>
    public Interval Range => this switch
    {
        { IsAndMore: true } => new(Value, Value + Place(Value)),
        { Bound: Role.Over } => new(Value, Interval.NoLimit),
        { Bound: Role.Under } => new(-Interval.NoLimit, Value),
        { Bound: Role.Nearly } => new(Value * 4 / 5, Value),
        { Bound: Role.Roughly } => new(Value - (Value / 10) - Place(Value), Value + (Value / 10) + Place(Value)),
        { Step: > 1 or < 1 } => new(Value - (Step / 2), Value + (Step / 2)),
        _ => new(Value, Value),
    };

    /// <summary>The place of the last nonzero digit: 100 for 1100, 10,000 for 20,000.</summary>
    private decimal Place(decimal value)
    {
        if (value < 1 || Step < 1) return Step;
        var place = 1m;
        while (value % (place * 10) == 0) place *= 10;
        return place;
    }
}

/// <summary>A closed interval of numbers.</summary>
internal readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>
    /// Stands for no upper bound, negative for no lower bound: beyond all numbers that are read, and small enough to be added up.
    /// </summary>
    public const decimal NoLimit = 1_000_000_000_000_000_000_000_000m;

    public bool Has(decimal value) => value >= Low && value <= High;
}

/// <summary>A time that a sentence names.</summary>
/// <param name="Year">The year; null if none is named.</param>
/// <param name="Kind">How much of a year it covers.</param>
internal sealed record Time(int? Year, TimeKind Kind)
{
    /// <summary>Whether no calendar has such a day: 6月31日.</summary>
    public bool IsImpossible { get; init; }
}

/// <summary>How much of a year a time covers.</summary>
internal enum TimeKind
{
    /// <summary>The whole year, or the year up to its end.</summary>
    FullYear,

    /// <summary>A part: a month, a quarter, some days.</summary>
    Part,

    /// <summary>More than one year.</summary>
    Several,
}
