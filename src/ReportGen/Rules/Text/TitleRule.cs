using ReportGen.Bindings;

namespace ReportGen.Rules.Text;

/// <summary>The title is the one that the kind's title pattern gives, and is not repeated in the text.</summary>
internal sealed class TitleRule(RuleEntry entry) : Rule(entry, "title", "right")
{
    private readonly TitleError _error = entry.Map.Flag("repeated") ? TitleError.Repeated : TitleError.Wrong;

    internal override void Run(CheckContext context)
    {
        if (_error == TitleError.Repeated) Repeated(context);
        // Without a year, the right title is not known; the year itself has a finding.
        else if (context.Report.Year is not null || context.Kind.YearField is null) CheckForm(context);
    }

    private void CheckForm(CheckContext context)
    {
        var right = context.Kind.TitleOf(context.Report.Fields);
        if (Fold(context.Report.Title) == Fold(right)) return;
        var place = context.Kind.TitleField is { } id ? context.Report.Field(id)?.Location : null;
        context.Add(Header, new RuleFinding(place, new MessageValues().With("title", context.Report.Title).With("right", right)));
    }

    private void Repeated(CheckContext context)
    {
        var title = Fold(context.Report.Title);
        foreach (var text in context.Prose.Blocks.Where(b => b.Plain == title))
        {
            context.Add(Header, text, new TextSpan(0, text.Plain.Length), TextView.Plain,
                new MessageValues().With("title", context.Report.Title).With("right", ""));
        }
    }

    private static string Fold(string title) => new ProseText(title, BoundText.Plain(title), null).Plain;
}

/// <summary>What is wrong with a title.</summary>
internal enum TitleError
{
    /// <summary>It differs from the one that the kind's title pattern gives.</summary>
    Wrong,

    /// <summary>The text repeats it.</summary>
    Repeated,
}
