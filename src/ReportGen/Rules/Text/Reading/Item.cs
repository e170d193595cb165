namespace ReportGen.Rules.Text.Reading;

/// <summary>What a phrase states something of: 26件 of applications received.</summary>
internal sealed record Subject
{
    /// <summary>The counted thing; null if unknown.</summary>
    public Meaning? Head { get; init; }

    /// <summary>The acts performed on it.</summary>
    public ImmutableArray<Meaning> Acts { get; init; } = [];

    /// <summary>The restrictions: the applicant, the channel.</summary>
    public ImmutableArray<Meaning> Restrictions { get; init; } = [];

    /// <summary>Whether the counted thing is unknown to the reader.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether another body acts.</summary>
    public bool IsOthers { get; init; }

    /// <summary>Whether words unknown to the reader restrict it.</summary>
    public bool IsNarrower { get; init; }

    /// <summary>The period it covers.</summary>
    public Period Period { get; init; } = Period.Year;

    /// <summary>
    /// Whether it is no part of what its words name: only words of the vocabulary restrict it, and it covers the full year.
    /// </summary>
    public bool IsWhole => !IsNarrower && Period.Kind == PeriodKind.Year;

    /// <summary>Whether it can be compared with the figures of the year.</summary>
    public bool IsOurs => Head is not null && !IsUnknown && !IsOthers && Period.Kind is PeriodKind.Year or PeriodKind.Part;
}

/// <summary>The period that a statement covers.</summary>
/// <param name="Kind">Its relation to the report year.</param>
/// <param name="Name">The words for a part of the year; empty if none.</param>
internal readonly record struct Period(PeriodKind Kind, string Name)
{
    public static Period Year { get; } = new(PeriodKind.Year, "");
}

/// <summary>The relation of a period to the report year.</summary>
internal enum PeriodKind
{
    /// <summary>The whole report year.</summary>
    Year,

    /// <summary>A part of the report year.</summary>
    Part,

    /// <summary>Another year, several years, or unknown.</summary>
    Other,
}

/// <summary>A number of a sentence and what it counts.</summary>
internal sealed record Item(Token Number, Subject Subject)
{
    /// <summary>The statements it makes about figures; empty if none.</summary>
    public List<StatementOccurrence> Occurrences { get; init; } = [];

    /// <summary>Whether it follows 其中, as a part of what was named before.</summary>
    public bool IsAmong { get; init; }

    public Count Count => Number.Count!;
}
