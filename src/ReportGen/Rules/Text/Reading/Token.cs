namespace ReportGen.Rules.Text.Reading;

/// <summary>A piece of a sentence: a word, a number, a time, a mark, or what the reader does not know.</summary>
/// <param name="Start">Where it begins in the plain view.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Token(int Start, int End)
{
    /// <summary>The word; null when it is none that the reader knows.</summary>
    public Word? Word { get; init; }

    /// <summary>The number with its measure; null when it is none.</summary>
    public Count? Count { get; init; }

    /// <summary>The time; null when it is none.</summary>
    public Time? Time { get; init; }

    /// <summary>The mark; a blank when it is none.</summary>
    public char Mark { get; init; } = ' ';

    /// <summary>Whether the reader knows nothing of it.</summary>
    public bool IsUnknown => Word is null && Count is null && Time is null && Mark == ' ';

    public bool Is(Role role) => Word?.Is(role) == true;

    public TextSpan Span => new(Start, End - Start);
}

/// <summary>A number in a sentence.</summary>
/// <param name="Index">Which of the text's numbers it is; -1 for a nought in words (为零).</param>
/// <param name="Value">Its value, multipliers applied.</param>
/// <param name="Step">The value of its last written digit.</param>
/// <param name="Measure">The measure word behind it; <c>%</c> for a percentage; empty when it has none.</param>
internal sealed record Count(int Index, decimal Value, decimal Step, string Measure)
{
    /// <summary>Whether the author bound it to a figure.</summary>
    public bool IsBound { get; init; }

    /// <summary>How it is meant: exactly, or as a bound (余, 多, 以上, 左右).</summary>
    public Role Bound { get; init; }

    /// <summary>Whether it is a round number with 余 or 多 behind it.</summary>
    public bool IsAndMore { get; init; }

    /// <summary>Whether it is one number, to the last.</summary>
    public bool IsExact => IsClear && Step <= 1;

    /// <summary>Whether it is written out, though perhaps rounded.</summary>
    public bool IsClear => Bound == Role.None && !IsAndMore;

    /// <summary>What the number may stand for.</summary>
    public Interval Range => this switch
    {
        { IsAndMore: true } => new(Value, Value + Place(Value)),
        { Bound: Role.Over } => new(Value, decimal.MaxValue),
        { Bound: Role.Under } => new(decimal.MinValue, Value),
        { Bound: Role.Nearly } => new(Value * 4 / 5, Value),
        { Bound: Role.About } => new(Value - (Value / 10) - Place(Value), Value + (Value / 10) + Place(Value)),
        { Step: > 1 or < 1 } => new(Value - (Step / 2), Value + (Step / 2)),
        _ => new(Value, Value),
    };

    /// <summary>The place of the last digit that is not a nought: 100 for 1100, 10,000 for 20,000.</summary>
    private decimal Place(decimal value)
    {
        if (value < 1 || Step < 1) return Step;
        var place = 1m;
        while (value % (place * 10) == 0) place *= 10;
        return place;
    }
}

/// <summary>The numbers from one to another, both among them.</summary>
internal readonly record struct Interval(decimal Low, decimal High)
{
    public bool Has(decimal value) => value >= Low && value <= High;
}

/// <summary>A time that a sentence names.</summary>
/// <param name="Year">The year; null when it names none.</param>
/// <param name="Kind">How much of a year it is.</param>
internal sealed record Time(int? Year, TimeKind Kind)
{
    /// <summary>Whether the calendar has no such day: 6月31日.</summary>
    public bool IsImpossible { get; init; }
}

/// <summary>How much of a year a time is.</summary>
internal enum TimeKind
{
    /// <summary>All of it, or up to its end.</summary>
    Whole,

    /// <summary>A part: a month, a quarter, some days.</summary>
    Part,

    /// <summary>More than one year.</summary>
    Several,
}
