using ReportGen.Definitions.Yaml;

namespace ReportGen.Rules.Text.Reading;

/// <summary>The kind of a meaning.</summary>
internal enum MeaningKind
{
    /// <summary>A counted thing: 政府信息公开申请.</summary>
    Head,

    /// <summary>An act on it, or its result: 收到, 予以公开.</summary>
    Act,

    /// <summary>A restriction, such as an applicant or a channel.</summary>
    Restriction,
}

/// <summary>Words with one meaning.</summary>
/// <param name="entry">The entry in the vocabulary.</param>
/// <param name="kind">The kind.</param>
/// <param name="heads">The ids of the heads of the vocabulary.</param>
/// <param name="all">The ids of all its meanings.</param>
internal sealed class Meaning(RuleEntry entry, MeaningKind kind, string[] heads, string[] all)
{
    /// <summary>The noun for meanings in findings.</summary>
    public static LocalizedText Noun { get; } = new("词义", "meaning");

    /// <summary>The id within the vocabulary.</summary>
    public string Id { get; } = entry.Map.Text("id");

    /// <summary>The kind.</summary>
    public MeaningKind Kind { get; } = kind;

    /// <summary>The words, in text of normalized width, each with its place.</summary>
    public ImmutableArray<YamlText> Words { get; } = entry.Map.Required("words") ? entry.Map.Scalars("words") : [];

    /// <summary>For an act or a restriction: the ids of the heads with which it may occur.</summary>
    public ImmutableArray<string> Heads { get; } =
        kind == MeaningKind.Head ? [] : entry.Ids("of", new("计数对象", "head"), heads);

    /// <summary>For an act or a restriction: whether it implies the head where no head is named.</summary>
    public bool Implies { get; } = kind != MeaningKind.Head && entry.Map.Flag("implies");

    /// <summary>For a head: its measure words; empty for any.</summary>
    public ImmutableArray<string> Measures { get; } = kind == MeaningKind.Head ? entry.Map.Texts("measures") : [];

    /// <summary>
    /// For a head: the ids of meanings that may be named beside it without effect: a review is about an answer to an
    /// application.
    /// </summary>
    public ImmutableArray<string> MayName { get; } = kind == MeaningKind.Head ? entry.Ids("about", Noun, all) : [];

    /// <summary>
    /// For a head or a restriction: members of one group are alternatives; what is stated of one is kept for the next.
    /// </summary>
    public string Group { get; } = entry.Map.OptionalText("group") ?? "";
}
