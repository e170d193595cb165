using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>Dates in the text exist, and what it reports happened in the report year.</summary>
internal sealed class TimeRule(RuleEntry entry) : TextRule(entry, "words", "value", "right")
{
    private const Role Comparing = Role.ThisYear | Role.OtherYear | Role.Compare | Role.Reach | Role.SeveralYears;
    private const Role Begins = Role.Own | Role.Area | Role.Total | Role.Not | Role.Verb | Role.Meaning | Role.All;

    private static readonly Dictionary<string, TimeError> s_findingTypes = new()
    {
        ["stale"] = TimeError.OtherYear, ["impossible"] = TimeError.Impossible,
    };

    private readonly TimeError _error = entry.Map.Choice("finding", s_findingTypes, TimeError.OtherYear);

    // Work done every year, whose year is the report year: 政务公开工作.
    private readonly ImmutableArray<string> _work = entry.Map.Texts("work");

    // Words that refer to the past on purpose.
    private readonly ImmutableArray<ProsePattern> _not = entry.Patterns("not", TextView.Plain);

    // The ids of acts that refer to the next year: 结转至2026年.
    private readonly ImmutableArray<string> _next = entry.Ids("next", Meaning.Noun, entry.File.Vocabulary.Meanings.Keys);

    internal override void Run(CheckContext context)
    {
        if (context.Report.Year is not { } year) return;
        foreach (var reading in Readings(context))
        {
            foreach (var sentence in reading.Sentences)
            {
                var found = _error == TimeError.Impossible ? Impossible(sentence) : Misplaced(sentence, year)
                    .Concat(IsLookingBack(reading.Text, sentence, year) ? [] : Stale(reading.Text, sentence, year));
                foreach (var wrong in found) Add(context, reading.Text, wrong);
            }
        }
    }

    private static IEnumerable<WrongTime> Impossible(Sentence sentence) =>
        sentence.All.Where(t => t.Time is { IsImpossible: true }).Select(t => new WrongTime(t, t, t.Time!.Year ?? 0, 0));

    /// <summary>
    /// Finds carry-overs to a year other than the next, but not from one named year to the one after it, and years after 今年 or
    /// 上年 that disagree with the report year.
    /// </summary>
    private IEnumerable<WrongTime> Misplaced(Sentence sentence, int year)
    {
        var all = sentence.All;
        foreach (var (before, time) in all.Zip(all.Skip(1)))
        {
            if (time.Time is { Kind: TimeKind.FullYear, Year: { } named } && named != year + 1
                && before.Word?.Meanings.Any(m => _next.Contains(m.Id)) == true
                && !all.Any(t => t.Start < before.Start && t.Time?.Year == named - 1))
            {
                yield return new(before, time, named, year + 1);
            }
        }

        for (var i = 0; i + 2 < all.Count; i++)
        {
            if (all[i + 1].Mark != '(' || all[i + 2].Time is not { Kind: TimeKind.FullYear, Year: { } named }) continue;
            var right = all[i].Is(Role.LastYear) ? year - 1 : all[i].Is(Role.ThisYear) ? year : named;
            if (named != right) yield return new(all[i], all[i + 2], named, right);
        }
    }

    /// <summary>
    /// Whether a sentence names the report year, several years or a comparison, so that another year in it is intended.
    /// </summary>
    private bool IsLookingBack(ProseText text, Sentence sentence, int year) =>
        sentence.All.Any(t => t.Time?.Year == year || t.Is(Comparing) || t.Time?.Kind == TimeKind.Several)
        || sentence.All.Where(t => t.Time?.Kind == TimeKind.FullYear).Select(t => t.Time!.Year).Distinct().Count() > 1
        || (sentence.All is [var first, .., var last]
            && PatternSearch.IsIn(text.Plain, new TextSpan(first.Start, last.End - first.Start), _not));

    private IEnumerable<WrongTime> Stale(ProseText text, Sentence sentence, int year)
    {
        foreach (var clause in sentence.Clauses)
        {
            var tokens = clause.Tokens;
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Time is not { Kind: TimeKind.FullYear, Year: { } named } || named == year
                    || text.IsBound(tokens[i].Span))
                {
                    continue;
                }

                var next = i + 1 < tokens.Count ? tokens[i + 1]
                    : sentence.All.FirstOrDefault(t => t.Start >= tokens[i].End && t.Mark == ' ');
                var isTold = tokens.Take(i).All(t => t.Is(Role.Neutral))
                    ? i + 1 == tokens.Count ? clause.After == ',' : next!.Is(Begins)
                    : tokens.Take(i).All(t => t.Is(Role.Neutral | Role.Own | Role.Area))
                        && next?.Is(Role.Total | Role.Not) == true;
                var isStale = named < year ? isTold || IsWork(text, tokens[i].End) : isTold && IsDone(sentence);
                if (isStale) yield return new(tokens[i], next ?? tokens[i], named, year);
            }
        }
    }

    /// <summary>Whether the work of a year follows that is not part of a title: 完成了2024年度政务公开工作。</summary>
    private bool IsWork(ProseText text, int at) => _work.Any(w => string.CompareOrdinal(text.Plain, at, w, 0, w.Length) == 0
        && text.Plain[(at + w.Length)..] is [] or [',' or '。' or ';' or '中', ..]);

    /// <summary>Whether a sentence about a future year reports it as done.</summary>
    private static bool IsDone(Sentence sentence) => !sentence.All.Any(t => t.Is(Role.Aim))
        && sentence.All.Any(t => t.Is(Role.Total)) && sentence.All.Any(t => t.Count is not null);

    private void Add(CheckContext context, ProseText text, WrongTime wrong)
    {
        var time = wrong.From;
        var year = text.Plain.AsSpan(time.Start, time.End - time.Start).IndexOf('年');
        var span = _error != TimeError.Impossible && year > 0 ? new TextSpan(time.Start, year) : time.Span;
        var words = text.Words(new TextSpan(time.Start, wrong.To.End - time.Start), TextView.Plain);
        context.Add(Header, text, span, TextView.Plain,
            new MessageValues().With("words", words).With("value", wrong.Year).With("right", wrong.Right));
    }

    /// <summary>A wrong time: its first and last token, the year named, and the correct one.</summary>
    private sealed record WrongTime(Token From, Token To, int Year, int Right);
}

/// <summary>What is wrong with a time.</summary>
internal enum TimeError
{
    /// <summary>Another year is given as the report year: 2024年，我局加强培训.</summary>
    OtherYear,

    /// <summary>No calendar has the day: 6月31日.</summary>
    Impossible,
}
