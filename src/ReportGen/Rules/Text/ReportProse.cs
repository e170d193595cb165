using System.Text.RegularExpressions;
using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Rules.Text;

/// <summary>All that the author wrote, ready for the rules.</summary>
internal sealed partial class ReportProse
{
    private const int LongestSentence = 600;
    private const string ClauseStarts = ",;:。(\n";

    private readonly Dictionary<string, ImmutableArray<StatementOccurrence>> _occurrences = new(StringComparer.Ordinal);
    private readonly Dictionary<(PartLists, ProseText), ImmutableArray<PartList>> _partLists = [];

    private readonly int? _year;

    public ReportProse(Report report, BoundReport? bound)
    {
        _year = report.Year;
        Blocks = [.. report.Sections.SelectMany((s, i) => s.Blocks.Select((b, j) =>
            new ProseText(b.Text, Bound(bound, i, j, b), b.Location) { Section = s, Level = b.Level }))];
        Fields = [.. report.Fields.Where(f => f.Text.Length > 0)
            .Select(f => new ProseText(f.Text, BoundText.Plain(f.Text), f.Location) { FieldId = f.Id })];
    }

    public ImmutableArray<ProseText> Blocks { get; }

    public ImmutableArray<ProseText> Fields { get; }

    /// <summary>The texts that a check reads.</summary>
    public IEnumerable<ProseText> In(ProseScope scope) =>
        Fields.Where(f => scope.Fields.Contains(f.FieldId!)).Concat(Blocks.Where(b => scope.Prose
            && (scope.Sections.IsEmpty || scope.Sections.Contains(b.Section!.Id)) && (scope.Levels.IsEmpty || scope.Levels.Contains(b.Level))));

    /// <summary>The matches of a pattern in a text, as runs of the pattern's view.</summary>
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

    /// <summary>Where a statement is made, in the order of the text; each number once.</summary>
    public ImmutableArray<StatementOccurrence> Occurrences(Statement statement)
    {
        if (!_occurrences.TryGetValue(statement.Id, out var found))
            _occurrences.Add(statement.Id, found = [.. Blocks.SelectMany(b => Occurrences(statement, b))]);
        return found;
    }

    /// <summary>The lists of parts of a text that do not fit.</summary>
    public ImmutableArray<PartList> PartLists(PartLists lists, ProseText text)
    {
        if (!_partLists.TryGetValue((lists, text), out var found))
            _partLists.Add((lists, text), found = [.. PartListFinder.Find(lists, text)]);
        return found;
    }

    private IEnumerable<StatementOccurrence> Occurrences(Statement statement, ProseText text) =>
        (from pattern in statement.Patterns
         from match in Matches(text, pattern)
         let place = match.Groups["n"].Index
         where !Matching.IsExcluded(text, TextView.Masked, new TextSpan(match.Index, match.Length), statement.Not)
         where statement.NotInSentence.IsEmpty || !Matching.IsIn(text.Masked, TextPieces.Sentence(text.Masked, match.Index), statement.NotInSentence)
         where _year is null || YearBefore(text, match.Index) is not { } year || year == _year
         select new StatementOccurrence(statement, text, place, text.NumberAt(place))).DistinctBy(s => s.Place).OrderBy(s => s.Place);

    /// <summary>The year that the sentence speaks of at a place: the last one before it that begins a clause; null when none does.</summary>
    private static decimal? YearBefore(ProseText text, int at)
    {
        var masked = text.Masked;
        for (var i = at; i >= 0 && at - i < LongestSentence && (i == at || !TextPieces.EndsSentence(masked[i])); i--)
        {
            if (i + 1 < masked.Length && masked[i] == '#' && masked[i + 1] == '年' && (i == 0 || ClauseStarts.Contains(masked[i - 1])))
                return text.NumberAt(i).Value is var year and > 1900 and < 2200 ? year : null;
        }

        return null;
    }

    private static BoundText Bound(BoundReport? bound, int section, int block, Block own)
    {
        var found = bound is not null && section < bound.Sections.Length && block < bound.Sections[section].Blocks.Length
            ? bound.Sections[section].Blocks[block] : null;
        return found is not null && found.Block == own ? Settled(found.Text) : BoundText.Plain(own.Text);
    }

    /// <summary>
    /// An expression that could not be worked out is told when it is bound. To the rules it is one sign that no word has, not
    /// the author's words: <c>{{ 表三.本年新收.总计 }}</c> has no full stop in it.
    /// </summary>
    private static BoundText Settled(BoundText text)
    {
        if (!text.Figures.IsEmpty || !text.Text.Contains("{{", StringComparison.Ordinal)) return text;
        var figures = ImmutableArray.CreateBuilder<BoundFigure>();
        var cut = 0;
        var settled = Expressions().Replace(text.Text, match =>
        {
            figures.Add(new BoundFigure(new TextSpan(match.Index - cut, 1), new TextSpan(match.Index, match.Length), []));
            cut += match.Length - 1;
            return "\uFFFC";
        });
        return new BoundText { Text = settled, Figures = figures.ToImmutable() };
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Expressions();
}
