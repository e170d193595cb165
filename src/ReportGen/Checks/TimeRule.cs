using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>Times of the text against the calendar and the report's year.</summary>
internal static class TimeRule
{
    private const Role ThisYear = Role.ThisYear | Role.OtherYear | Role.Compare | Role.Reach | Role.SeveralYears;
    private const Role Begins = Role.Own | Role.Area | Role.Total | Role.Not | Role.Verb | Role.Meaning | Role.All;

    public static void Run(TimeCheck check, CheckContext context)
    {
        if (context.Report.Year is not { } year) return;
        foreach (var text in context.Prose.In(check.Where).Where(t => t.FieldId is null))
        {
            foreach (var sentence in context.ReadingFor(check).Of(text).Sentences)
            {
                if (check.Mistake == TimeMistake.Stale) Next(check, context, text, sentence, year);
                if (check.Mistake == TimeMistake.Impossible) Impossible(check, context, text, sentence);
                else if (!IsLookingBack(check, text, sentence, year)) Stale(check, context, text, sentence, year);
            }
        }
    }

    private static void Impossible(TimeCheck check, CheckContext context, ProseText text, Sentence sentence)
    {
        foreach (var token in sentence.All.Where(t => t.Time is { IsImpossible: true })) Add(check, context, text, token, token,
            token.Time!.Year ?? 0, 0);
    }

    /// <summary>What is carried over goes to the year after the report's.</summary>
    private static void Next(TimeCheck check, CheckContext context, ProseText text, Sentence sentence, int year)
    {
        foreach (var (before, time) in sentence.All.Zip(sentence.All.Skip(1)))
        {
            if (time.Time is { Kind: TimeKind.Whole, Year: { } named } && named != year + 1
                && before.Word?.Meanings.Any(m => check.Next.Contains(m.Id)) == true)
                Add(check, context, text, before, time, named, year + 1);
        }

        for (var i = 0; i + 2 < sentence.All.Count; i++)
        {
            if (sentence.All[i + 1].Mark != '('
                || sentence.All[i + 2].Time is not { Kind: TimeKind.Whole, Year: { } put }) continue;
            var right = sentence.All[i].Is(Role.LastYear) ? year - 1 : sentence.All[i].Is(Role.ThisYear) ? year : put;
            if (put != right) Add(check, context, text, sentence.All[i], sentence.All[i + 2], put, right);
        }
    }

    /// <summary>A sentence that names the report's year, or compares, means the other one.</summary>
    private static bool IsLookingBack(TimeCheck check, ProseText text, Sentence sentence, int year) =>
        sentence.All.Any(t => t.Time?.Year == year || t.Is(ThisYear) || t.Time?.Kind == TimeKind.Several)
        || (sentence.All is [var first, .., var last]
            && Matching.IsIn(text.Plain, new TextSpan(first.Start, last.End - first.Start), check.Not));

    private static void Stale(TimeCheck check, CheckContext context, ProseText text, Sentence sentence, int year)
    {
        foreach (var clause in sentence.Clauses)
        {
            var tokens = clause.Tokens;
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Time is not { Kind: TimeKind.Whole, Year: { } named } || named == year
                    || text.IsBound(tokens[i].Span)) continue;
                var next = i + 1 < tokens.Count ? tokens[i + 1] : sentence.All.FirstOrDefault(t => t.Start >= tokens[i].End
                    && t.Mark == ' ');
                var isTold = tokens.Take(i).All(t => t.Is(Role.Neutral))
                    && (i + 1 == tokens.Count ? clause.After == ',' : next!.Is(Begins));
                if (named < year && isTold || named < year && IsWork(check, text, tokens[i].End) || isTold
                    && IsDone(sentence)) Add(check, context, text, tokens[i], next ?? tokens[i], named, year);
            }
        }
    }

    /// <summary>The work of a year, with nothing behind it that makes it a paper: 完成了2024年度政务公开工作。</summary>
    private static bool IsWork(TimeCheck check, ProseText text, int at) => check.Work.Any(w =>
        string.CompareOrdinal(text.Plain, at, w, 0, w.Length) == 0
            && (at + w.Length >= text.Plain.Length || text.Plain[at + w.Length] is ',' or '。' or ';' or '中'));

    /// <summary>What is told of a year to come as done.</summary>
    private static bool IsDone(Sentence sentence) => !sentence.All.Any(t => t.Is(Role.Aim))
        && sentence.All.Any(t => t.Is(Role.Total)) && sentence.All.Any(t => t.Count is not null);

    private static void Add(TimeCheck check, CheckContext context, ProseText text, Token time, Token to, int value, int right)
    {
        var year = text.Plain.AsSpan(time.Start, time.End - time.Start).IndexOf('年');
        var span = check.Mistake == TimeMistake.Stale && year > 0 ? new TextSpan(time.Start, year) : time.Span;
        var words = text.Words(new TextSpan(time.Start, to.End - time.Start), TextView.Plain);
        context.Add(check.Header, text, span, TextView.Plain,
            new Values().With("words", words).With("value", value).With("right", right));
    }
}
