using ReportGen.Bindings;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>The form of the title, and its repetition in the text.</summary>
internal static class TitleRule
{
    public static void Run(TitleCheck check, CheckContext context)
    {
        if (check.Repeated) Repeated(check, context);
        else Form(check, context);
    }

    private static void Form(TitleCheck check, CheckContext context)
    {
        var right = context.Report.Fields.Aggregate(context.Kind.TitlePattern,
            (title, field) => title.Replace($"{{{field.Id}}}", field.Text, StringComparison.Ordinal));
        if (Fold(context.Report.Title) == Fold(right)) return;
        var place = context.Kind.TitleField is { } id ? context.Report.Field(id)?.Location : null;
        context.Add(check.Header, new Finding(place, new Values().With("title", context.Report.Title).With("right", right)));
    }

    private static void Repeated(TitleCheck check, CheckContext context)
    {
        var title = Fold(context.Report.Title);
        foreach (var text in context.Prose.Blocks.Where(b => b.Plain == title))
            context.Add(check.Header, text, new TextSpan(0, text.Plain.Length), TextView.Plain, new Values().With("title", context.Report.Title).With("right", ""));
    }

    private static string Fold(string title) => new ProseText(title, BoundText.Plain(title), null).Plain;
}
