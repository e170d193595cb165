using System.Text.RegularExpressions;
using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Rules.Text;

/// <summary>All texts of the author, prepared for the rules.</summary>
internal sealed partial class ReportProse
{
    public ReportProse(Report report, BoundReport? bound)
    {
        Blocks = [.. report.Sections.SelectMany((s, i) => s.Blocks.Select((b, j) =>
            new ProseText(b.Text, Bound(bound, i, j, b), b.Location) { Section = s, Level = b.Level }))];
        Fields = [.. report.Fields.Where(f => f.Text.Length > 0)
            .Select(f => new ProseText(f.Text, BoundText.Plain(f.Text), f.Location) { FieldId = f.Id })];
    }

    public ImmutableArray<ProseText> Blocks { get; }

    public ImmutableArray<ProseText> Fields { get; }

    /// <summary>The texts within the scope of a rule.</summary>
    public IEnumerable<ProseText> In(ProseScope scope) =>
        Fields.Where(f => scope.Fields.Contains(f.FieldId!)).Concat(Blocks.Where(b => scope.Prose
            && (scope.Sections.IsEmpty || scope.Sections.Contains(b.Section!.Id))
            && (scope.Levels.IsEmpty || scope.Levels.Contains(b.Level))));

    /// <summary>The matches of a pattern in a text, as spans of the pattern's view.</summary>
    public static IEnumerable<Match> Matches(ProseText text, ProsePattern pattern)
    {
        var view = text.View(pattern.View);
        if (!pattern.MayMatch(view)) yield break;
        foreach (var piece in text.PiecesFor(pattern))
        {
            if (!pattern.MayMatch(view.AsSpan(piece.Start, piece.Length))) continue;
            foreach (var match in pattern.Regex.Matches(view, piece.Start, piece.Length))
            {
                if (match.Length > 0) yield return match;
            }
        }
    }

    /// <summary>Whether a pattern matches anywhere in a text.</summary>
    public static bool IsIn(ProseText text, ProsePattern pattern) => Matches(text, pattern).Any();

    private static BoundText Bound(BoundReport? bound, int section, int block, Block own)
    {
        var found = bound is not null && section < bound.Sections.Length && block < bound.Sections[section].Blocks.Length
            ? bound.Sections[section].Blocks[block] : null;
        return found is not null && found.Block == own ? WithPlaceholders(found.Text) : BoundText.Plain(own.Text);
    }

    /// <summary>
    /// Replaces each reference that could not be evaluated with one character that matches no word, so that rules do not read
    /// <c>{{ 表三.本年新收.总计 }}</c> as the author's words. The error itself is reported by the binder.
    /// </summary>
    private static BoundText WithPlaceholders(BoundText text)
    {
        if (!text.Figures.IsEmpty || !text.Text.Contains("{{", StringComparison.Ordinal)) return text;
        var figures = ImmutableArray.CreateBuilder<BoundFigure>();
        var cut = 0;
        var replaced = Expressions().Replace(text.Text, match =>
        {
            figures.Add(new BoundFigure(new TextSpan(match.Index - cut, 1), new TextSpan(match.Index, match.Length), []));
            cut += match.Length - 1;
            return "\uFFFC";
        });
        return new BoundText { Text = replaced, Figures = figures.ToImmutable() };
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Expressions();
}
