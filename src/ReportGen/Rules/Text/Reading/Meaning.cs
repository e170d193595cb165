using ReportGen.Definitions.Yaml;

namespace ReportGen.Rules.Text.Reading;

/// <summary>What part a word takes in a statement.</summary>
internal enum MeaningRole
{
    /// <summary>A thing that is counted: 政府信息公开申请.</summary>
    Head,

    /// <summary>What is done with it, or what came of it: 收到, 予以公开.</summary>
    Act,

    /// <summary>What makes it a part: an applicant, a channel.</summary>
    Part,
}

/// <summary>Words with one meaning.</summary>
/// <param name="entry">The entry in the vocabulary.</param>
/// <param name="role">What part it takes.</param>
/// <param name="heads">The ids of the heads of the vocabulary.</param>
/// <param name="all">The ids of all its meanings.</param>
internal sealed class Meaning(RuleEntry entry, MeaningRole role, string[] heads, string[] all)
{
    /// <summary>What it is called in findings.</summary>
    public static LocalizedText Noun { get; } = new("词义", "meaning");

    /// <summary>The id within the vocabulary.</summary>
    public string Id { get; } = entry.Map.Text("id");

    /// <summary>What part it takes.</summary>
    public MeaningRole Role { get; } = role;

    /// <summary>The words, as they stand in text whose widths are folded; each with its place.</summary>
    public ImmutableArray<YamlText> Words { get; } = entry.Map.Required("words") ? entry.Map.Scalars("words") : [];

    /// <summary>Of an act or a part: the ids of the heads it may be said of.</summary>
    public ImmutableArray<string> Of { get; } =
        role == MeaningRole.Head ? [] : entry.Ids("of", new("计数对象", "head"), heads);

    /// <summary>Of an act or a part: whether it says what is counted where no head is named.</summary>
    public bool Implies { get; } = role != MeaningRole.Head && entry.Map.Flag("implies");

    /// <summary>Of a head: the measure words that count it; empty for any.</summary>
    public ImmutableArray<string> Measures { get; } = role == MeaningRole.Head ? entry.Map.Texts("measures") : [];

    /// <summary>
    /// Of a head: the ids of what may be named beside it and changes nothing: a review is about an answer to an application.
    /// </summary>
    public ImmutableArray<string> About { get; } = role == MeaningRole.Head ? entry.Ids("about", Noun, all) : [];

    /// <summary>
    /// Of a head or a part: those of one group stand side by side, and what is said of one is carried on to the next.
    /// </summary>
    public string Group { get; } = entry.Map.OptionalText("group") ?? "";
}
