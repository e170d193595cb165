namespace ReportGen.Rules.Text.Reading;

/// <content>Reads numbers with what they count.</content>
internal sealed partial class StatementReader
{
    private void ReadItem(Clause clause, int from, int at, int end, bool isBeside)
    {
        var tokens = clause.Tokens[from..end];
        var number = clause.Tokens[at];
        var phrase = new Phrase(tokens);
        var before = _subject;
        UpdatePeriodAndActor(tokens.TakeWhile(t => t != number));
        if (phrase.Has(Role.Rise | Role.Fall) && !phrase.Has(Role.Reach))
        {
            if (phrase.HasMeaning) KeepSubjectOfChange(phrase, number);
            return;
        }

        if (_isAim || phrase.Has(Role.Each | Role.Not)
            || (phrase.Has(Role.Compare) && _subject.Period.Kind == PeriodKind.Year))
        {
            SkipNumber(phrase, number);
        }
        else if (!phrase.HasMeaning && _inOrder.Count > 0)
        {
            Add(number, _inOrder.Dequeue());
        }
        else if (phrase.Has(Role.Respectively) && PeriodsOf(phrase) is { Length: > 1 } periods)
        {
            ReadByPeriod(phrase, periods, number);
        }
        else if (phrase.Has(Role.Respectively) && phrase.Heads.Count + phrase.Others.Count > 1)
        {
            ReadInOrder(phrase, number);
        }
        else if (phrase.IsList)
        {
            ReadList(phrase, number);
        }
        else if (_isAmong && !phrase.HasMeaning && phrase.Has(Role.Topic)
            && _items.LastOrDefault(i => !i.IsAmong) is { } whole)
        {
            KeepOnlyPart(whole, number);
        }
        else if (phrase.HasMeaning || IsSwitch(phrase, before))
        {
            ReadOne(phrase, number, isBeside);
        }
        else if (phrase.Has(Role.Total) && !phrase.Unknown.Any())
        {
            AddTotal(number);
        }
        else
        {
            if (phrase.Unknown.Any()) _subject = _subject with { Head = null, IsUnknown = true };
            _items.Add(new Item(number, _subject with { IsUnknown = true }) { IsAmong = true });
        }
    }

    /// <summary>Reads 新收申请比上年增加6件，达到46件: the subject of the change is that of the next number.</summary>
    private void KeepSubjectOfChange(Phrase phrase, Token number)
    {
        _items.Add(new Item(number, _subject with { IsUnknown = true }));
        _subject = _subjectReader.Read(phrase, _subject);
        _isChanged = true;
    }

    /// <summary>Reads 行政诉讼9件，其中涉及政府信息公开1件: only the part belongs to the report.</summary>
    private void KeepOnlyPart(Item whole, Token number)
    {
        whole.Occurrences.Clear();
        Add(number, whole.Subject);
    }

    private void SkipNumber(Phrase phrase, Token number)
    {
        _items.Add(new Item(number, _subject with { IsUnknown = true }));
        if (phrase.HasMeaning)
            _subject = _subjectReader.Read(phrase, _subject) with { IsUnknown = phrase.Has(Role.Not | Role.Each) };
    }

    /// <summary>Whether only the actor or the period changes: 其中我局5件, 今年降至2件.</summary>
    private bool IsSwitch(Phrase phrase, Subject before) => !phrase.Unknown.Any() && before.Head is not null
        && (phrase.Has(Role.Reach) || (phrase.Has(Role.Own) && before.IsOthers) || before.Period != _subject.Period
            || (_isChanged && phrase.Tokens.All(t => t.Count is not null || t.Is(Role.Neutral))));

    private void ReadOne(Phrase phrase, Token number, bool isBeside)
    {
        var subject = _subjectReader.Read(phrase, _subject, null, isBeside);
        if (_isSelected) subject = subject with { IsNarrower = true };
        if (_isListOfOther) subject = subject with { IsUnknown = true };
        var isUnder = _isAmong && _items.LastOrDefault(i => !i.IsAmong) is { Subject: var whole }
            && (whole.IsUnknown || whole.IsOthers);
        if (isUnder && !phrase.Has(Role.Own) && (subject.Acts.IsEmpty || phrase.Heads.Count == 0))
        {
            subject = subject with { IsUnknown = true };
        }

        if (phrase.IsMixed || (phrase.IsUnion && _subjectReader.Statement(subject) is null))
            AddUnion(number, subject, phrase.IsMixed);
        else Add(number, subject, phrase.Has(Role.Total | Role.ThisYear));
        _subject = subject;
    }

    /// <summary>Reads 予以公开和部分公开28件: the sum of both, if the vocabulary has that statement.</summary>
    private void AddUnion(Token number, Subject subject, bool isMixed)
    {
        var item = new Item(number, subject with { IsUnknown = true });
        _items.Add(item);
        if (isMixed || !subject.IsOurs || !subject.IsWhole || !subject.Restrictions.IsEmpty) return;
        var sum = Union([.. subject.Acts.Select(a => _subjectReader.Statement(subject.Head!, [a]))]);
        if (sum is not null) item.Occurrences.Add(Number(sum, number, OccurrenceKind.Number));
    }

    private void Add(Token number, Subject subject, bool isTotal = false)
    {
        var item = new Item(number, subject) { IsAmong = _isAmong };
        _items.Add(item);
        if (!subject.IsOurs || !IsMeasure(subject.Head!, number.Count!)) return;
        if (subject.IsWhole && _subjectReader.Statement(subject) is { } exact)
        {
            if (!exact.IsTotal || isTotal) item.Occurrences.Add(Number(exact, number, OccurrenceKind.Number));
        }
        else
        {
            item.Occurrences.AddRange(_subjectReader.Wholes(subject).Select(w => Number(w, number, OccurrenceKind.Part)));
        }
    }

    private static bool IsMeasure(Meaning head, Count count) => head.Measures.IsEmpty || count.Measure == ""
        || head.Measures.Contains(count.Measure);

    private StatementOccurrence Number(Statement statement, Token number, OccurrenceKind kind) =>
        new(statement, text, SpanOf(number))
    {
        Kind = kind, Count = number.Count,
        Range = kind == OccurrenceKind.Part ? number.Count!.Range with { High = Interval.NoLimit } : number.Count!.Range,
    };

    private TextSpan SpanOf(Token number) => number.Count!.Index < 0 ? number.Span : text.Numbers[number.Count.Index].Span;

    /// <summary>Reads joined heads: 行政复议和行政诉讼共5件 is a sum, 行政复议、行政诉讼均为0 applies to each.</summary>
    private void ReadList(Phrase phrase, Token number)
    {
        var subjects = phrase.Heads.Select(h => _subjectReader.Read(phrase, _subject, h.Head)).ToArray();
        _subject = subjects[^1];
        if (phrase.Unknown.Any())
        {
            _items.Add(new Item(number, _subject with { IsUnknown = true }));
        }
        else if (phrase.Has(Role.All))
        {
            foreach (var one in subjects) Add(number, one);
        }
        else
        {
            var item = new Item(number, _subject);
            _items.Add(item);
            var named = subjects.Select(a => a is { IsOurs: true, IsWhole: true } ? _subjectReader.Statement(a) : null).ToArray();
            if (phrase.Has(Role.Total) && Union(named) is { } sum)
                item.Occurrences.Add(Number(sum, number, OccurrenceKind.Number));
        }
    }

    /// <summary>Reads 新收、办结申请分别为26件、27件: the numbers in the order of the acts.</summary>
    private void ReadInOrder(Phrase phrase, Token number)
    {
        _inOrder.Clear();
        if (phrase.Heads.Count > 1)
        {
            foreach (var (_, head) in phrase.Heads) _inOrder.Enqueue(_subjectReader.Read(phrase, _subject, head));
        }
        else
        {
            var whole = phrase.Tokens.Where(t => t.Word is not { Meanings.Length: > 0 } || IsHead(t)).ToArray();
            foreach (var (at, _) in phrase.Others)
            {
                _inOrder.Enqueue(_subjectReader.Read(new Phrase(whole.Append(phrase.Tokens[at])),
                _subject));
            }
        }

        if (phrase.Unknown.Any()) _inOrder.Clear();
        if (_inOrder.Count > 0) Add(number, _inOrder.Dequeue());
        else SkipNumber(phrase, number);
    }

    /// <summary>Reads 2024年、2025年分别收到申请30件、26件: the numbers in the order of the periods.</summary>
    private void ReadByPeriod(Phrase phrase, Period[] periods, Token number)
    {
        _inOrder.Clear();
        if (phrase.Unknown.Any())
        {
            SkipNumber(phrase, number);
            return;
        }

        var subject = _subjectReader.Read(phrase, _subject);
        foreach (var period in periods) _inOrder.Enqueue(subject with { Period = period });
        _subject = subject;
        Add(number, _inOrder.Dequeue());
    }

    /// <summary>The periods that are joined: 2024年、2025年, but not 2025年上半年.</summary>
    private Period[] PeriodsOf(Phrase phrase)
    {
        var tokens = phrase.Tokens.SkipWhile(t => PeriodOf(t) is null)
            .TakeWhile((t, i) => i % 2 == 0 ? PeriodOf(t) is not null : t.Mark == '、' || t.Is(Role.And)).ToArray();
        return [.. tokens.Select(PeriodOf).OfType<Period>()];
    }

    /// <summary>Reads 合计29件: the numbers before are its parts, and the total is used.</summary>
    private void AddTotal(Token number)
    {
        var total = new Item(number, _subject);
        var parts = Sums.PartsOf(_items, number.Count!);
        var named = parts.Select(p => p.Occurrences.Count == 1 ? p.Occurrences[0].Statement : null).ToArray();
        foreach (var occurrences in parts.Select(p => p.Occurrences))
        {
            for (var i = 0; i < occurrences.Count; i++)
            {
                occurrences[i] = occurrences[i] with
                    { Kind = OccurrenceKind.Part, Range = occurrences[i].Range with { High = Interval.NoLimit } };
            }
        }

        if (named.Length > 0 && Union(named) is { } sum) total.Occurrences.Add(Number(sum, number, OccurrenceKind.Number));
        _items.Add(total);
    }

    /// <summary>The statement whose number is the sum of the given ones; null if none.</summary>
    private Statement? Union(Statement?[] named)
    {
        if (named.Contains(null)) return null;
        if (named.Distinct().Count() == 1) return named[0];
        return vocabulary.Statements.Values.FirstOrDefault(s => !s.SumOf.IsEmpty
            && s.SumOf.Order().SequenceEqual(named.Select(n => n!.Id).Order()));
    }
}
