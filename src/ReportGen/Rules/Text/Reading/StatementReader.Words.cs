namespace ReportGen.Rules.Text.Reading;

/// <content>Reads statements without a number of their own (all, none, a change) and brackets.</content>
internal sealed partial class StatementReader
{
    /// <summary>Reads 增长10%, 减少4件 as a change of the number before.</summary>
    private void ReadChanges(List<Token> tokens)
    {
        if (!_isCompared || tokens.Any(t => t.IsUnknown || t.Time?.Year is { } named && named != year - 1
            && named != year))
        {
            return;
        }

        var from = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Count is not { } count) continue;
            var words = tokens[from..i];
            from = i + 1;
            var isRise = words.Any(t => t.Is(Role.Rise));
            if (words.Any(t => t.Is(Role.Reach)) || isRise == words.Any(t => t.Is(Role.Fall))
                || words.Any(t => t.Word?.Meanings.Length > 0))
            {
                continue;
            }

            if (_items.LastOrDefault()?.Occurrences is [{ IsExact: true } occurrence])
            {
                _changes.Add(new StatedChange(occurrence, isRise ? 1
                : -1, count, SpanOf(tokens[i])));
            }
        }
    }

    private void ReadPlain(Clause clause)
    {
        var tokens = clause.Tokens;
        var (all, not) = (tokens.FindLastIndex(t => t.Is(Role.All)), tokens.FindIndex(t => t.Is(Role.Not)));
        UpdatePeriodAndActor(tokens);
        if (_isAim) return;
        if (not >= 0)
        {
            ReadDenials(tokens, not);
        }
        else if (all >= 0)
        {
            ReadAll(tokens[all..], new Phrase(tokens[..all]));
        }
        else if (_items is [.., { Count.Value: 1 }] && clause.Before == ','
            && new Phrase(tokens).Heads.Count == 0)
        {
            ReadAll(tokens, new Phrase([]));
        }
        else
        {
            ReadContext(new Phrase(tokens));
        }
    }

    /// <summary>Takes the subject of the following numbers from words without a number: 办理结果为：.</summary>
    private void ReadContext(Phrase phrase)
    {
        if (phrase.Heads.Count > 0 && !phrase.IsList)
        {
            _subject = _subjectReader.Read(phrase, _subject) with { IsUnknown = false,
            IsNarrower = false, IsOthers = false };
        }
    }

    /// <summary>Reads 均已办结 as all of what was named before.</summary>
    private void ReadAll(List<Token> tokens, Phrase named)
    {
        var phrase = new Phrase(tokens);
        if (phrase.Has(Role.Not)) ReadDenials(tokens, tokens.FindIndex(t => t.Is(Role.Not)));
        if (phrase.Has(Role.Not) || phrase.Unknown.Any() || phrase.Others.Count == 0 || named.Unknown.Any()) return;
        if (named.Heads.Count == 0 && phrase.Heads.Count > 0) named = new Phrase(phrase.Tokens.Take(phrase.Heads[^1].At + 1));
        foreach (var (_, head) in named.Heads)
        {
            _subject = _subjectReader.Read(named, _subject, head);
            AddAll(phrase, _subject, null, named.Tokens[named.Heads[0].At]);
        }

        for (var i = named.Heads.Count > 0 ? -1 : _items.Count - 1; i >= 0; i--)
        {
            AddAll(phrase, _items[i].Subject, _items[i], phrase.Tokens[0]);
            if (i == 0 || _items[i].IsAmong || text.Plain[_items[i - 1].Number.End] != '、') break;
        }
    }

    private void AddAll(Phrase phrase, Subject named, Item? item, Token first)
    {
        if (!named.IsOurs || named.Period.Kind != PeriodKind.Year) return;
        var done = new Phrase(phrase.Tokens.Where(t => !IsHead(t)));
        var subject = _subjectReader.Read(done, new Subject { Head = named.Head });
        if (subject.IsUnknown || (subject.Restrictions.IsEmpty && subject.Acts.Intersect(named.Acts).Any())
            || (_subjectReader.Statement(subject with { Acts = [.. named.Acts, .. subject.Acts] })
                ?? _subjectReader.Statement(subject)) is not { } statement)
        {
            return;
        }

        var isPart = !named.IsWhole || item?.IsAmong == true || _subjectReader.Statement(named) is null;
        var range = item?.Count.Range ?? new Interval(-Interval.NoLimit, Interval.NoLimit);
        _withoutNumber.Add(new StatementOccurrence(statement, text,
            Between(first.Start < phrase.Tokens[0].Start ? first : phrase.Tokens[0], phrase.Tokens[^1]))
        {
            Kind = isPart ? OccurrenceKind.Part : OccurrenceKind.All, Range = isPart ? range with { High = Interval.NoLimit }
                : range, Count = item?.Count, AllOf = _subjectReader.Statement(named),
        });
    }

    private static TextSpan Between(Token first, Token last) => new(first.Start, last.End - first.Start);

    /// <summary>Reads 未收到申请, 没有行政复议、行政诉讼. A denial covers what it names, and nothing wider.</summary>
    private void ReadDenials(List<Token> tokens, int not)
    {
        var named = new Phrase(tokens[..not]);
        if (named.Unknown.Any() || _subject.IsOthers || _subject.Period.Kind != PeriodKind.Year) return;
        while (not < tokens.Count)
        {
            var next = tokens.FindIndex(not + 1, t => t.Is(Role.Not));
            if (next > 0 && !(tokens[next - 1].Mark == '、' || tokens[next - 1].Is(Role.And | Role.Neutral))) return;
            ReadDenial(tokens[not..(next < 0 ? tokens.Count : next)], named);
            not = next < 0 ? tokens.Count : next;
        }
    }

    private void ReadDenial(List<Token> tokens, Phrase named)
    {
        var phrase = new Phrase(tokens);
        if (phrase.Unknown.Any() || phrase.Has(Role.Each | Role.Aim)
            || (phrase.Heads.Count > 1 && !phrase.IsList && !IsAbout(phrase)))
        {
            return;
        }

        var heads = phrase.IsList ? phrase.Heads : phrase.Heads.Count > 0 ? phrase.Heads[^1..] : named.Heads;
        var last = tokens.FindLastIndex(t => t.Word?.Meanings.Length > 0);
        var parts = new Phrase(named.Tokens.Where(t => !IsHead(t)).Concat(tokens));
        if (heads.Count == 0 && phrase.Others.Count > 0
            && (_items.Count > 0 || phrase.Others.Any(o => o.Word.Meanings.Any(m => m.Implies))))
        {
            Deny(_subjectReader.Read(parts,
            _subject with { IsNarrower = false }), tokens[0], tokens[last]);
        }

        foreach (var (_, head) in heads)
        {
            Deny(_subjectReader.Read(parts, new Subject { Head = head }, head), tokens[0],
            tokens[Math.Max(last, 0)]);
        }
    }

    private static bool IsAbout(Phrase phrase) =>
        phrase.Heads.All(h => h.Head == phrase.Heads[^1].Head || phrase.Heads[^1].Head.MayName.Contains(h.Head.Id));

    private void Deny(Subject subject, Token first, Token last)
    {
        if (subject.IsOurs && subject.IsWhole && _subjectReader.Statement(subject) is { } statement)
        {
            _withoutNumber.Add(new StatementOccurrence(statement, text, Between(first, last))
                { Kind = OccurrenceKind.None, Range = new Interval(0, 0) });
        }

        if (subject.Head is not null) _subject = subject with { IsUnknown = false };
    }

    /// <summary>Reads a bracket, which belongs to the number before it: 29件（含上年结转3件）, 6件（较上年减少13件）.</summary>
    private void ReadBracket(Clause clause, int at, List<Clause> bracket)
    {
        var number = clause.Tokens.Take(at).LastOrDefault(t => t.Count is not null);
        if (bracket.Count == 0 || _items.LastOrDefault(i => i.Number == number) is not { } item) return;
        var (subject, isAmong, isAim, items) = (_subject, _isAmong, _isAim, _items);
        _subject = item.Subject;
        _isAmong = true;
        var phrase = new Phrase(bracket[0].Tokens);
        if (phrase.Has(Role.Including) && phrase.Has(Role.Not))
        {
            item.Occurrences.Clear();
        }
        else if (phrase.Has(Role.Including) && IncludedIn(item, phrase) is { } sum)
        {
            item.Occurrences[0] = item.Occurrences[0] with { Statement = sum };
        }

        foreach (var inner in bracket) Read(inner);
        (_subject, _isAmong, _isAim, _items) = (subject, isAmong, isAim, items);
    }

    /// <summary>
    /// The statement of the sum if the words add to the item: applications received, including those carried over.
    /// </summary>
    private Statement? IncludedIn(Item item, Phrase phrase) =>
        item.Occurrences is [{ Kind: OccurrenceKind.Number, Statement: var own }]
        && _subjectReader.Read(phrase, new Subject { Head = item.Subject.Head }) is { IsOurs: true } added
            && _subjectReader.Statement(added) is { } other
        && own != other ? Union([own, other]) : null;
}
