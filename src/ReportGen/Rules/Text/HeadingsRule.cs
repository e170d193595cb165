namespace ReportGen.Rules.Text;

/// <summary>The headings of the sections are those of the kind, in its order, and do not occur in the text.</summary>
internal sealed class HeadingsRule(RuleEntry entry) : Rule(entry, "words", "right")
{
    // Text that looks like the heading of a section.
    private readonly ProsePattern? _typed = entry.Pattern("typed", TextView.Plain);

    internal override void Run(CheckContext context)
    {
        var right = context.Kind.Sections;
        for (var i = 0; i < Math.Max(right.Length, context.Report.Sections.Length); i++)
        {
            var own = i < context.Report.Sections.Length ? context.Report.Sections[i] : null;
            var heading = i < right.Length ? right[i].Heading : "";
            if (own?.Heading == heading) continue;
            context.Add(Header,
                new RuleFinding(own?.Location, new MessageValues().With("words", own?.Heading ?? "").With("right", heading)));
        }

        if (_typed is not null) Repeated(context, _typed);
    }

    private void Repeated(CheckContext context, ProsePattern typed)
    {
        foreach (var text in context.Prose.Blocks.Where(t => typed.Regex.IsMatch(t.Plain)))
        {
            var whole = new TextSpan(0, text.Plain.Length);
            var values = new MessageValues().With("words", text.Words(whole, TextView.Plain))
                .With("right", text.Section!.Heading);
            context.Add(Header, text, whole, TextView.Plain, values);
        }
    }
}
