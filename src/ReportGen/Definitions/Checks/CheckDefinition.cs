using System.Collections.Immutable;
using ReportGen.Definitions.Vocabularies;
using ReportGen.Diagnostics;

namespace ReportGen.Definitions.Checks;

/// <summary>A rule of the kind, as data: what it looks at, how much it matters, what it says. One record for each kind of check.</summary>
/// <param name="Header">What every check has.</param>
public abstract record CheckDefinition(CheckHeader Header)
{
    /// <summary>The rule's id, such as <c>T3-02</c>. Several checks may share one: they are cases of the same rule.</summary>
    public string Id => Header.Id;
}

/// <summary>What every check has, whatever its kind.</summary>
public sealed record CheckHeader
{
    /// <summary>The rule's id.</summary>
    public required string Id { get; init; }

    /// <summary>The rule that it is a case of: <c>S-06</c> for <c>S-06.template</c>.</summary>
    public string Rule => Id.Split('.')[0];

    /// <summary>How much a finding matters under each profile.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>Whose reports it is for.</summary>
    public BodyScope Bodies { get; init; } = BodyScope.All;

    /// <summary>The first and last report year that it is for; null for no bound.</summary>
    public (int? From, int? To) Years { get; init; }

    /// <summary>What the rule demands, in one line; null when an earlier check of the same id says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Why there is such a rule; null like <see cref="Title"/>.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>What a finding says.</summary>
    public required MessageTemplate Message { get; init; }

    /// <summary>What would make it right; null when the message says it all.</summary>
    public MessageTemplate? Remedy { get; init; }

    /// <summary>The law or notice behind it; null where there is none.</summary>
    public LocalizedText? Basis { get; init; }

    /// <summary>Where it stands in the rule file.</summary>
    public required TextLocation Location { get; init; }
}

/// <summary>How strictly a report is checked.</summary>
public enum CheckProfile
{
    /// <summary>Everything an author should know.</summary>
    Default,

    /// <summary>As a supervising office checks: doubts count more.</summary>
    Strict,

    /// <summary>Only what stops publication.</summary>
    Minimal,
}

/// <summary>The severity of a rule under each profile; null where the rule is not applied.</summary>
public sealed record RuleSeverity(Severity? Default, Severity? Strict, Severity? Minimal)
{
    /// <summary>The severity under <paramref name="profile"/>; null when the rule is not applied.</summary>
    public Severity? Under(CheckProfile profile) => profile switch
    {
        CheckProfile.Strict => Strict,
        CheckProfile.Minimal => Minimal,
        _ => Default,
    };
}

/// <summary>Which bodies a rule is for.</summary>
public sealed record BodyScope
{
    /// <summary>Every body.</summary>
    public static BodyScope All { get; } = new();

    /// <summary>The id of the field that says what sort of body it is; null when that does not matter.</summary>
    public string? Field { get; init; }

    /// <summary>The values of that field that the rule is for; empty for any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The values of that field that the rule is not for.</summary>
    public ImmutableArray<string> NotValues { get; init; } = [];

    /// <summary>What the body's name must match; null for any name.</summary>
    public LinearRegex? Name { get; init; }

    /// <summary>What the body's name must not match; null for nothing.</summary>
    public LinearRegex? NotName { get; init; }
}

/// <summary>A check over the author's text.</summary>
/// <param name="Header">What every check has.</param>
public abstract record ProseCheck(CheckHeader Header) : CheckDefinition(Header)
{
    /// <summary>Where it looks.</summary>
    public ProseScope Where { get; init; } = ProseScope.All;

    /// <summary>The words by which the text names figures.</summary>
    public Vocabulary Vocabulary { get; init; } = Vocabulary.None;
}

/// <summary>Which texts a check reads.</summary>
public sealed record ProseScope
{
    /// <summary>All prose, no fields.</summary>
    public static ProseScope All { get; } = new();

    /// <summary>The ids of the sections; empty for all.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>The ids of the levels of prose; empty for all.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>The ids of cover fields that are read besides; empty for none.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>Whether prose is read at all; false when only fields are.</summary>
    public bool Prose { get; init; } = true;
}
