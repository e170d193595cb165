using System.Collections.Immutable;
using ReportGen.Definitions.Checks;

namespace ReportGen.Definitions.Vocabularies;

/// <summary>
/// The words by which reports of a kind name their figures. What holds for any Chinese text (numbers, negation, periods,
/// comparison) the reader of sentences knows itself. Safe for several threads at once.
/// </summary>
public sealed record Vocabulary
{
    /// <summary>No words.</summary>
    public static Vocabulary None { get; } = new() { Meanings = ImmutableDictionary<string, Meaning>.Empty };

    /// <summary>The things that are counted, what is done with them, and what narrows them, by id.</summary>
    public required ImmutableDictionary<string, Meaning> Meanings { get; init; }

    /// <summary>What may be said with these words.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Words that change nothing of what a sentence says.</summary>
    public ImmutableArray<string> Neutral { get; init; } = [];

    /// <summary>What the report as a whole is about: 政府信息公开.</summary>
    public ImmutableArray<string> Topic { get; init; } = [];

    /// <summary>The ids of the levels of prose that name what the paragraphs below are about.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    /// <summary>Words that look like one of the vocabulary and are none: what they stand with is left alone.</summary>
    public ImmutableArray<string> Foreign { get; init; } = [];

    /// <summary>How the body calls itself, besides its name: 我局.</summary>
    public ImmutableArray<string> Own { get; init; } = [];

    /// <summary>Names of the whole area: 全市.</summary>
    public ImmutableArray<string> Area { get; init; } = [];

    /// <summary>For which bodies the whole area is what they report on; for all others it is somebody else.</summary>
    public BodyScope AreaIsOwn { get; init; } = BodyScope.All;
}

/// <summary>What part a word takes in a statement.</summary>
public enum MeaningRole
{
    /// <summary>A thing that is counted: 政府信息公开申请.</summary>
    Head,

    /// <summary>What is done with it, or what came of it: 收到, 予以公开.</summary>
    Act,

    /// <summary>What makes it a part: an applicant, a channel.</summary>
    Part,
}

/// <summary>Words with one meaning.</summary>
public sealed record Meaning
{
    /// <summary>The id within the vocabulary.</summary>
    public required string Id { get; init; }

    /// <summary>What part it takes.</summary>
    public required MeaningRole Role { get; init; }

    /// <summary>The words, as they stand in text whose widths are folded.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>Of an act or a part: the ids of the heads it may be said of.</summary>
    public ImmutableArray<string> Of { get; init; } = [];

    /// <summary>Of an act or a part: whether it says what is counted where no head is named.</summary>
    public bool Implies { get; init; }

    /// <summary>Of a head: the measure words that count it; empty for any.</summary>
    public ImmutableArray<string> Measures { get; init; } = [];

    /// <summary>
    /// Of a head: the ids of what may be named beside it and changes nothing: a review is about an answer to an application.
    /// </summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>
    /// Of a head or a part: those of one group stand side by side, and what is said of one is carried on to the next.
    /// </summary>
    public string Group { get; init; } = "";
}
