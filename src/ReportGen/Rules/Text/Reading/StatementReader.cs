namespace ReportGen.Rules.Text.Reading;

/// <summary>
/// Reads the statements that a text makes about the figures of a report. Text that the reader does not understand is skipped.
/// Linear in the length of the text.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="vocabulary">The words of the kind.</param>
/// <param name="year">The report year; null if unknown.</param>
/// <param name="isAreaOwn">Whether the body reports on the whole area.</param>
/// <param name="headingHead">The head that the heading names; null if none.</param>
internal sealed partial class StatementReader(
    ProseText text, Vocabulary vocabulary, int? year, bool isAreaOwn, Meaning? headingHead)
{
    private readonly SubjectReader _subjectReader = new(vocabulary);
    private readonly List<StatementOccurrence> _occurrences = [];
    private readonly List<StatedChange> _changes = [];
    private readonly Queue<Subject> _inOrder = [];
    private List<Item> _items = [];
    private List<StatementOccurrence> _withoutNumber = [];
    private Subject _subject = new();

    // The sentence states an aim: 力争.
    private bool _isAim;

    // The numbers are parts of one before: 其中.
    private bool _isAmong;

    // The sentence compares with another period: 同比.
    private bool _isCompared;

    // A change was read, and its result follows: 增加6件，达到46件.
    private bool _isChanged;

    // The clause lists items of an unknown thing.
    private bool _isListOfOther;

    // The words after the number select among what it counts.
    private bool _isSelected;

    /// <summary>Reads the statements of <paramref name="sentences"/> and the changes from last year, in text order.</summary>
    public (List<StatementOccurrence> Occurrences, List<StatedChange> Changes) Read(IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences) Read(sentence);
        return (_occurrences, _changes);
    }

    private void Read(Sentence sentence)
    {
        (_items, _withoutNumber) = ([], []);
        (_isAim, _isAmong, _isCompared, _isChanged, _isListOfOther) = (false, false, false, false, false);
        _inOrder.Clear();
        _subject = new Subject
        {
            Head = _subject.IsUnknown ? null : _subject.Head,
            Period = _subject.Period.Kind == PeriodKind.Part ? Period.Year : _subject.Period,
        };
        if (_subject.Head is null) _subject = _subject with { Head = DefaultHead(sentence) };
        if (sentence.All.Any(t => t.Is(Role.Apart))) return;
        Clause? before = null;
        foreach (var clause in sentence.Clauses)
        {
            _isListOfOther = clause.Before == ';' ? false : _isListOfOther || IsListOfOther(before, clause);
            Read(clause);
            before = clause;
        }

        _occurrences.AddRange(
            _items.SelectMany(i => i.Occurrences).Concat(_withoutNumber).Concat(Sums.OfParts(_items)).OrderBy(s => s.Span.Start));
    }

    /// <summary>The head of a sentence that names none: the one that a word implies, otherwise that of the heading.</summary>
    private Meaning? DefaultHead(Sentence sentence)
    {
        if (sentence.All.Any(IsHead)) return null;
        var implied = sentence.All.SelectMany(t => t.Word?.Meanings ?? []).FirstOrDefault(m => m.Implies);
        return implied is null ? headingHead : vocabulary.Meanings[implied.Heads[0]];
    }

    private void Read(Clause clause)
    {
        if (clause.Before == ';') (_isAmong, _subject) = (false, _subject with { Restrictions = [] });
        var tokens = clause.Tokens;
        var (period, isCompared) = (_subject.Period, tokens.Any(t => t.Is(Role.Compare)));
        _isCompared |= isCompared;
        ReadChanges(tokens);
        var counts = Enumerable.Range(0, tokens.Count).Where(i => IsCount(tokens, i)).ToArray();
        var from = 0;
        for (var k = 0; k < counts.Length; k++)
        {
            var end = k + 1 < counts.Length ? EndOfItem(tokens, counts[k], counts[k + 1]) : tokens.Count;
            var all = tokens.FindIndex(counts[k] + 1, end - counts[k] - 1, t => t.Is(Role.All | Role.Already));
            if (all < 0 && tokens[from..counts[k]].Any(IsAct))
                all = tokens.FindIndex(counts[k] + 1, end - counts[k] - 1, t => t.Word?.Text is "均未" or "均无");
            _isSelected = k + 1 < counts.Length && IsSelection(tokens, counts[k], end, counts[k + 1]);
            ReadItem(clause, from, counts[k], all < 0 ? end : all, isBeside: k == 0 && clause.Before == '、');
            if (all >= 0) ReadAll(tokens[all..end], new Phrase([]));
            from = end;
        }

        if (counts.Length == 0) ReadPlain(clause);
        if (isCompared) _subject = _subject with { Period = period };
        foreach (var (at, bracket) in clause.Brackets) ReadBracket(clause, at, bracket);
    }

    /// <summary>Whether a clause lists items of an unknown thing: 修订权责清单，涉及行政许可18项.</summary>
    private static bool IsListOfOther(Clause? before, Clause clause) => before is { HasCount: false, After: ',' or ':' }
        && before.Tokens.Any(t => t.IsUnknown) && clause.Tokens is [var first, ..]
        && (first.Is(Role.Including) || first.Word?.Text == "涉及");

    /// <summary>Whether a number is a count: not a share or a date, and with a measure word unless it follows 为.</summary>
    private static bool IsCount(List<Token> tokens, int at)
    {
        if (tokens[at].Count is not { CountsNothing: false } count) return false;
        return count.Measure.Length > 0
            || (at > 0 && at == tokens.Count - 1 && tokens[at - 1].Word is { Text: [.., '为' or '是'] });
    }

    /// <summary>The boundary between the words of one number and those of the next: 8件申请中｜予以公开6件.</summary>
    private static int EndOfItem(List<Token> tokens, int at, int next)
    {
        var end = at + 1;
        while (end < next && (tokens[end].IsUnknown || tokens[end].Is(Role.Neutral) || IsHead(tokens[end]))) end++;
        if (end < next && tokens[end].Is(Role.Within)) return end + 1;
        for (end = at + 1; end < next && IsHead(tokens[end]);) end++;
        return end;
    }

    /// <summary>Whether the words after a number select among what it counts: 有3件申请｜收取信息处理费2230元.</summary>
    private static bool IsSelection(List<Token> tokens, int at, int end, int next) => end > at + 1 && IsHead(tokens[end - 1])
        && tokens.Skip(end).Take(next - end).Any(t => t.IsUnknown || t.Is(Role.Meaning | Role.Lookalike | Role.Some))
        && !tokens[end].Is(Role.All | Role.Already);

    private static bool IsHead(Token token) => token.Word?.Meanings.Any(m => m.Kind == MeaningKind.Head) == true;

    private static bool IsAct(Token token) => token.Word?.Meanings.Any(m => m.Kind == MeaningKind.Act) == true;

    /// <summary>Updates the current period and actor from the tokens.</summary>
    private void UpdatePeriodAndActor(IEnumerable<Token> tokens)
    {
        Token? before = null;
        foreach (var token in tokens)
        {
            var isNext = token.Time?.Year == year + 1 && before?.Word?.Meanings.Length > 0;
            before = token;
            if (isNext) continue;
            if (PeriodOf(token) is { } period)
            {
                _subject = _subject with { Period = period };
            }
            else if (token.Is(Role.Own) || (token.Is(Role.Area) && isAreaOwn))
            {
                _subject = _subject with { IsOthers = false };
            }
            else if (token.Is(Role.Area))
            {
                _subject = _subject with { IsOthers = true };
            }
            else if (token.Is(Role.Aim))
            {
                _isAim = true;
            }
            else if (token.Is(Role.Among))
            {
                _isAmong = true;
            }
        }
    }

    /// <summary>The period that a token names; null if it names none.</summary>
    private Period? PeriodOf(Token token)
    {
        if (token.Time is { } time) return PeriodOf(time, token);
        if (token.Is(Role.ThisYear | Role.Reach)) return Period.Year;
        if (token.Is(Role.OtherYear | Role.SeveralYears)) return new Period(PeriodKind.Other, "");
        return token.Is(Role.PartOfYear) ? new Period(PeriodKind.Part, token.Word!.Text) : null;
    }

    private Period PeriodOf(Time time, Token token) => time switch
    {
        { Kind: TimeKind.Several } => new(PeriodKind.Other, ""),
        { Year: { } named } when named != year => new(PeriodKind.Other, ""),
        { Kind: TimeKind.FullYear } => Period.Year,
        _ => new(PeriodKind.Part, text.Plain[token.Start..token.End]),
    };
}
