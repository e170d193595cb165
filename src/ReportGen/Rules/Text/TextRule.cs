using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>A rule over the author's text.</summary>
internal abstract class TextRule(RuleEntry entry, params string[] placeholders) : Rule(entry, placeholders)
{
    /// <summary>The scope of the rule.</summary>
    protected ProseScope Where { get; } = entry.Inner("where", ProseScope.Read) ?? ProseScope.All;

    /// <summary>Checks each text in its scope.</summary>
    internal override void Run(CheckContext context)
    {
        foreach (var text in Texts(context)) Run(text, context);
    }

    /// <summary>Checks one text; for rules that need only one text at a time.</summary>
    protected virtual void Run(ProseText text, CheckContext context) { }

    /// <summary>The texts in its scope.</summary>
    protected IEnumerable<ProseText> Texts(CheckContext context) => context.Prose.In(Where);

    /// <summary>The readings of the prose in its scope, without fields.</summary>
    protected IEnumerable<TextReading> Readings(CheckContext context) =>
        Texts(context).Where(t => t.FieldId is null).Select(context.Reading.Of);

    /// <summary>The occurrences of the statements in its scope.</summary>
    protected IEnumerable<StatementOccurrence> Occurrences(IEnumerable<Statement> statements, CheckContext context)
    {
        var texts = Texts(context).ToHashSet();
        return statements.SelectMany(context.Reading.Occurrences).Where(s => texts.Contains(s.Text));
    }
}

/// <summary>The texts that a rule checks.</summary>
internal sealed record ProseScope
{
    /// <summary>All prose, no fields.</summary>
    public static ProseScope All { get; } = new();

    /// <summary>The ids of the sections; empty for all.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>The ids of the levels of prose; empty for all.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>The ids of cover fields that are also checked; empty if none.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>Whether prose is checked; false for fields only.</summary>
    public bool Prose { get; init; } = true;

    public static ProseScope Read(RuleEntry entry) => new()
    {
        Sections = entry.Ids("sections", new("部分", "section"), entry.Kind.Sections.Select(s => s.Id)),
        Levels = entry.Levels("levels"),
        Fields = entry.Ids("fields", new("封面项目", "field"), entry.Kind.Fields.Select(f => f.Id)),
        Prose = entry.Map.Flag("prose", true),
    };
}
