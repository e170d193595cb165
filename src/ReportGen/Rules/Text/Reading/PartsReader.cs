namespace ReportGen.Rules.Text.Reading;

/// <summary>Finds the lists of parts that disagree with their wholes: 共 A 件，其中 a 件、b 件; A 件（a 件、b 件）; A 件：a 件、b 件.</summary>
/// <param name="sentences">The sentences of the text.</param>
/// <param name="isOther">Whether a number is never a part, such as what was closed of what was received.</param>
internal sealed class PartsReader(IReadOnlyList<Sentence> sentences, Func<Token, bool> isOther)
{
    private const int MinLoose = 4;
    private const int MinComplete = 3;
    private const int LookBack = 600;
    private const string Alike = "件条篇份项个";

    private readonly List<PartList> _found = [];

    public IReadOnlyList<PartList> Read()
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences[i].All.All(t => t.Count is null) || sentences[i].All.Any(t => t.Is(Role.Overlap))) continue;
            ReadClauses(sentences[i].Clauses, i > 0 ? sentences[i - 1].Clauses : [], null);
            ReadLoose(i);
        }

        return _found;
    }

    private void ReadClauses(List<Clause> clauses, List<Clause> before, Token? bracketed)
    {
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            var among = clause.Tokens.FindIndex(t => t.Is(Role.Among) || (t.Is(Role.Including) && t.Word!.Text != "含"));
            if (among >= 0 && clause.Tokens.FindIndex(t => t.Count is not null) is var first
                && (first < 0 || first > among || clause.Tokens.Take(among).Any(t => t.Count is not null)))
            {
                ReadAmong(clauses, i, among, before, bracketed);
            }
            else if (clause.Before == ':' && i > 0
                && clauses[i - 1].Tokens is [.., { Count: not null } whole])
            {
                ReadComplete(clauses, i, whole);
            }

            foreach (var (at, bracket) in clause.Brackets) ReadBracket(clause, at, bracket);
        }
    }

    private void ReadAmong(List<Clause> clauses, int at, int among, List<Clause> before, Token? bracketed)
    {
        var numbers = Numbers(clauses.Take(at)).Concat(Numbers(clauses[at], 0, among)).ToList();
        if (numbers.Count == 0 && bracketed is null && at == 0 && among == 0) numbers = [.. Numbers(before)];
        List<ListedNumber> wholes = bracketed is null ? [.. numbers.Where(n => !n.IsSkipped)]
            : [new ListedNumber(bracketed, clauses[0], false, false, false)];
        if (wholes.Count == 0) return;
        var first = Numbers(clauses[at], among + 1, clauses[at].Tokens.Count).ToArray();
        var rest = clauses.Skip(at + 1).TakeWhile((c, i) => !IsWhole(clauses, at + 1 + i) && !IsNew(c)
            || (i == 0 && first.Length == 0 && !c.Tokens.Any(t => t.Is(Role.Among))));
        ListedNumber[] parts = [.. first, .. rest.SelectMany(c => Numbers([c]))];
        Judge(wholes, parts);
    }

    /// <summary>Whether a number is itself divided and so another whole: 政务微信发布310条，其中原创95条.</summary>
    private static bool IsWhole(List<Clause> clauses, int at) => at + 1 < clauses.Count
        && clauses[at + 1].Tokens.Any(t => t.Is(Role.Among));

    /// <summary>Another 其中 begins a new list, another 共 a new whole.</summary>
    private static bool IsNew(Clause clause) => clause.Tokens.Any(t => t.Is(Role.Among | Role.Total));

    private void Judge(List<ListedNumber> wholes, ListedNumber[] parts)
    {
        var list = Ended(wholes, parts);
        var isCut = parts.Any(p => isOther(p.Number));
        if (list.Length == 0 || list.Any(p => !p.Count.IsClear)) return;
        foreach (var measure in list.Select(p => p.Count.Measure).Distinct())
        {
            var whole = Whole(wholes, measure);
            if (whole.Length == 0 || whole.Any(w => !w.Count.IsClear)) continue;
            var own = list.Where(p => p.Count.Measure == measure).ToArray();
            if (IsMore(own, whole))
            {
                Add(PartsError.More, whole, own);
            }
            else if (own.Length > 1 && IsLess(own, whole) && !isCut
                && !Misses(parts, whole, measure))
            {
                Add(IsRest(own[^1]) ? PartsError.Less : PartsError.Partial, whole, own);
            }

            if (IsLess(own, whole) && Misses(parts, whole, measure)) Add(PartsError.More, whole, parts);
        }

        if (!isCut && list.Length > 1 && wholes[^1] is var last && list.All(p => Whole(wholes, p.Count.Measure).Length == 0)
            && IsLess(list, [last]))
        {
            Add(PartsError.Partial, [last], list);
        }
    }

    /// <summary>
    /// 共8件，其中当面3件、网络5件，办结6件 → 3, 5. The list ends where its sum equals the whole, before another act (办结), and
    /// before anything known to be something else.
    /// </summary>
    private ListedNumber[] Ended(List<ListedNumber> wholes, ListedNumber[] parts)
    {
        var end = parts.Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var isBoundary = parts[i].Clause != parts[i - 1].Clause && parts[i].Clause.Before is ',' or ';';
            if (!isBoundary) continue;
            var own = parts[..i].Where(p => !p.IsSkipped && p.Count.Measure == parts[0].Count.Measure).ToArray();
            var fits = own.Length > 0 && Sum(own) == Sum(Whole(wholes, parts[0].Count.Measure));
            if (!fits && !(parts[i].IsAct && !parts[0].IsAct) && !isOther(parts[i].Number)) continue;
            end = i;
            break;
        }

        return [.. parts[..end].TakeWhile(p => !isOther(p.Number)).Where(p => !p.IsSkipped)];
    }

    /// <summary>The last number with that measure, together with adjacent ones.</summary>
    private static ListedNumber[] Whole(List<ListedNumber> wholes, string measure)
    {
        var last = wholes.FindLastIndex(w => w.Count.Measure == measure);
        if (last < 0) return [];
        var first = last;
        while (first > 0 && wholes[first].Clause.Before == '、' && wholes[first - 1].Count.Measure == measure) first--;
        return [.. wholes[first..(last + 1)]];
    }

    /// <summary>Whether a list of similar items misses the whole so narrowly that it is probably complete.</summary>
    private static bool Misses(ListedNumber[] parts, ListedNumber[] whole, string measure) =>
        parts.Length > 2 && !parts.Any(p => p.IsSkipped)
        && parts.All(p => Alike.Contains(p.Count.Measure, StringComparison.Ordinal)) && parts.Any(p => p.Count.Measure != measure)
        && Sum(parts) - Sum(whole) is > 0 and var over && over <= Math.Max(1, Sum(whole) / 100);

    private void ReadComplete(List<Clause> clauses, int at, Token whole)
    {
        var list = clauses.Skip(at).TakeWhile((c, i) => !IsNew(c) && (i == 0 || c.Before != ';')).SelectMany(c => Numbers([c]))
            .ToArray();
        ListedNumber[] one = [new ListedNumber(whole, clauses[at - 1], false, false, false)];
        var own = Ended([.. one], list).Where(p => p.Count.Measure == whole.Count!.Measure).ToArray();
        if (own.Length < 2 || !whole.Count!.IsClear || own.Any(p => !p.Count.IsClear)) return;
        if (IsMore(own, one)) Add(PartsError.More, one, own);
        else if (own.Length >= MinComplete && own.Length == list.Length && IsLess(own, one)) Add(PartsError.Less, one, own);
    }

    /// <summary>Reads A件（a件、b件）: numbers in brackets with the unit of the number before.</summary>
    private void ReadBracket(Clause clause, int at, List<Clause> bracket)
    {
        if (bracket.Count == 0) return;
        var whole = at > 0 && at <= clause.Tokens.Count && clause.Tokens[at - 1].Count is { Measure.Length: > 0 }
            ? clause.Tokens[at - 1] : null;
        ReadClauses(bracket, [], whole);
        if (whole?.Count!.IsExact != true || bracket.Any(c => c.Tokens.Any(t => t.Is(Role.Among)))) return;
        var parts = Numbers(bracket).Where(p => p.Count.Measure == whole.Count!.Measure && !p.IsSkipped).ToArray();
        ListedNumber[] one = [new ListedNumber(whole, clause, false, false, false)];
        if (parts.Length < 2 || parts.Any(p => !p.Count.IsExact)) return;
        var isPartial = bracket[0].Tokens.Take(3).Any(t => t.Is(Role.Including | Role.Aim | Role.Some));
        if (IsMore(parts, one)) Add(PartsError.More, one, parts);
        else if (!isPartial && IsLess(parts, one)) Add(PartsError.Less, one, parts);
    }

    /// <summary>Reads a sentence of at least four items with one unit, after sentences with one total of that unit.</summary>
    private void ReadLoose(int at)
    {
        var clauses = sentences[at].Clauses;
        if (clauses.Any(IsNew) || clauses.Any(c => c.Before == ':')) return;
        var parts = Numbers(clauses).Where(p => p.IsLast).ToArray();
        if (parts.Length < MinLoose || parts.Select(p => p.Count.Measure).Distinct().Count() > 1
            || parts.Any(p => !p.Count.IsExact))
        {
            return;
        }

        var start = parts[0].Number.Start;
        var wholes = sentences.Take(at).Reverse().TakeWhile(s => s.Clauses[0].Tokens is not [var first, ..]
            || start - first.Start < LookBack)
            .SelectMany(s => Numbers(s.Clauses)).Where(p => p.IsTotal && p.Count.Measure == parts[0].Count.Measure).ToArray();
        if (wholes is [{ Count.IsExact: true }] && IsMore(parts, wholes)) Add(PartsError.More, wholes, parts);
    }

    /// <summary>Whether a number is what remains, so that the list is complete: 其他会议9条, but not 其他部门9条.</summary>
    private static bool IsRest(ListedNumber number)
    {
        var words = number.Clause.Tokens;
        var rest = words.FindIndex(t => t.Word?.Text is "其他" or "其它" or "其余");
        return rest >= 0 && rest < words.IndexOf(number.Number) && words[rest + 1] is var next
            && (next == number.Number || next.IsUnknown || next.Is(Role.Neutral));
    }

    private void Add(PartsError error, ListedNumber[] whole, ListedNumber[] parts) =>
        _found.Add(new PartList(error, [.. whole.Select(w => w.Number)], [.. parts.Select(p => p.Number)]));

    private static decimal Sum(ListedNumber[] parts) => parts.Sum(p => p.Count.Value);

    private static bool IsMore(ListedNumber[] parts, ListedNumber[] whole) =>
        parts.Sum(p => p.Count.Range.Low) > whole.Sum(w => w.Count.Range.High);

    private static bool IsLess(ListedNumber[] parts, ListedNumber[] whole) =>
        parts.Sum(p => p.Count.Range.High) < whole.Sum(w => w.Count.Range.Low);

    private static IEnumerable<ListedNumber> Numbers(IEnumerable<Clause> clauses) =>
        clauses.SelectMany(c => Numbers(c, 0, c.Tokens.Count));

    private static IEnumerable<ListedNumber> Numbers(Clause clause, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (clause.Tokens[i].Count is not { Measure.Length: > 0, CountsNothing: false }) continue;

            var words = clause.Tokens[from..i];
            yield return new ListedNumber(clause.Tokens[i], clause,
                words.Any(t => t.Is(Role.Compare | Role.Rise | Role.Fall | Role.Each | Role.Reach | Role.Over | Role.Under)
                    || t.Word?.Text == "占"),
                words.SkipWhile(t => t.Is(Role.Neutral | Role.And | Role.Among) && !t.Is(Role.Verb)).Take(1)
                    .Any(t => t.Is(Role.Verb)
                    || t.Word?.Meanings.Any(m => m.Kind == MeaningKind.Act) == true),
                words.Any(t => t.Is(Role.Total))) { IsLast = i == clause.Tokens.Count - 1 };
            from = i + 1;
        }
    }

    private sealed record ListedNumber(Token Number, Clause Clause, bool IsSkipped, bool IsAct, bool IsTotal)
    {
        public bool IsLast { get; init; }

        public Count Count => Number.Count!;
    }
}
