namespace ReportGen.Rules.Text.Reading;

/// <summary>What a run of words is about.</summary>
internal sealed record Subject
{
    /// <summary>What is counted; null when it is not known.</summary>
    public Meaning? Head { get; init; }

    /// <summary>What is done with it.</summary>
    public ImmutableArray<Meaning> Acts { get; init; } = [];

    /// <summary>What narrows it.</summary>
    public ImmutableArray<Meaning> Parts { get; init; } = [];

    /// <summary>Whether the thing counted is one that the reader does not know.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether somebody else does it.</summary>
    public bool IsOthers { get; init; }

    /// <summary>Whether words that the reader does not know make it a part.</summary>
    public bool IsNarrower { get; init; }

    /// <summary>The time it is about.</summary>
    public Period Period { get; init; } = Period.Year;

    /// <summary>Whether nothing but the vocabulary's own words narrows it, and it is about all of the year.</summary>
    public bool IsWhole => !IsNarrower && Period.Kind == PeriodKind.Year;

    /// <summary>Whether it can be held against the figures of the year.</summary>
    public bool IsOurs => Head is not null && !IsForeign && !IsOthers && Period.Kind is PeriodKind.Year or PeriodKind.Part;
}

/// <summary>The time that a statement is about.</summary>
/// <param name="Kind">How it stands to the report's year.</param>
/// <param name="Name">The words of a part of the year; empty for none.</param>
internal readonly record struct Period(PeriodKind Kind, string Name)
{
    public static Period Year { get; } = new(PeriodKind.Year, "");
}

/// <summary>How a time stands to the report's year.</summary>
internal enum PeriodKind
{
    /// <summary>It is the year.</summary>
    Year,

    /// <summary>It is a part of it.</summary>
    Part,

    /// <summary>It is another year, or several, or not known.</summary>
    Other,
}

/// <summary>A number of a sentence and what it counts.</summary>
internal sealed record Item(Token Number, Subject About)
{
    /// <summary>What it says of the figures; empty for nothing.</summary>
    public List<Said> Said { get; init; } = [];

    /// <summary>Whether it is behind 其中, a part of what was named before.</summary>
    public bool IsAmong { get; init; }

    public Count Count => Number.Count!;
}
