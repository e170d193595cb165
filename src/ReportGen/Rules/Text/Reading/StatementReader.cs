using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Definitions.Vocabularies;
using ReportGen.Diagnostics;

namespace ReportGen.Rules.Text.Reading;

/// <summary>
/// Reads a text into the statements that it makes about the figures of a report. What the reader does not understand is left
/// out: doubt is silence. Linear in the length of the text.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="vocabulary">The words of the kind.</param>
/// <param name="year">The report's year; null when it is not known.</param>
/// <param name="isAreaOwn">Whether what the whole area does is what the body reports on.</param>
/// <param name="topic">What the heading above names; null for nothing.</param>
internal sealed class StatementReader(ProseText text, Vocabulary vocabulary, int? year, bool isAreaOwn, Meaning? topic)
{
    private static readonly string[] s_noCounts = ["%", "个百分点", "倍", "成", "工作日", "个工作日", "天", "日", "小时", "分钟", "年", "个月", "月"];

    private readonly SubjectReader _subjects = new(vocabulary);
    private readonly List<Said> _said = [];
    private readonly List<SaidChange> _changes = [];
    private readonly Queue<Subject> _inOrder = [];
    private List<Item> _items = [];
    private List<Said> _words = [];
    private Subject _about = new();
    private bool _isAim;
    private bool _isAmong;
    private bool _isCompared;
    private bool _isSelected;

    /// <summary>The statements of <paramref name="sentences"/>, in their order, and the changes told of.</summary>
    public (List<Said> Said, List<SaidChange> Changes) Read(IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences) Read(sentence);
        return (_said, _changes);
    }

    private void Read(Sentence sentence)
    {
        (_items, _words) = ([], []);
        (_isAim, _isAmong, _isCompared) = (false, false, false);
        _inOrder.Clear();
        _about = new Subject { Head = _about.IsForeign ? null : _about.Head, Period = _about.Period.Kind == PeriodKind.Part ? Period.Year : _about.Period };
        if (_about.Head is null) _about = _about with { Head = TopicOf(sentence) };
        if (sentence.All.Any(t => t.Is(Role.Apart))) return;
        foreach (var clause in sentence.Clauses) Read(clause);
        _said.AddRange(_items.SelectMany(i => i.Said).Concat(_words).Concat(Sums.OfParts(_items)).OrderBy(s => s.Span.Start));
    }

    /// <summary>What a sentence that names nothing counts: what one of its words implies, else what its heading names.</summary>
    private Meaning? TopicOf(Sentence sentence)
    {
        if (sentence.All.Any(IsHead)) return null;
        var implied = sentence.All.SelectMany(t => t.Word?.Meanings ?? []).FirstOrDefault(m => m.Implies);
        return implied is null ? topic : vocabulary.Meanings[implied.Of[0]];
    }

    private void Read(Clause clause)
    {
        if (clause.Before == ';') _isAmong = false;
        var tokens = clause.Tokens;
        var (period, isCompared) = (_about.Period, tokens.Any(t => t.Is(Role.Compare)));
        _isCompared |= isCompared;
        ReadChanges(tokens);
        var counts = Enumerable.Range(0, tokens.Count).Where(i => IsCount(tokens, i)).ToArray();
        var from = 0;
        for (var k = 0; k < counts.Length; k++)
        {
            var end = k + 1 < counts.Length ? EndOfItem(tokens, counts[k], counts[k + 1]) : tokens.Count;
            var all = tokens.FindIndex(counts[k] + 1, end - counts[k] - 1, t => t.Is(Role.All | Role.Already));
            _isSelected = k + 1 < counts.Length && IsSelection(tokens, counts[k], end, counts[k + 1]);
            ReadItem(clause, from, counts[k], all < 0 ? end : all, isBeside: k == 0 && clause.Before == '、');
            if (all >= 0) ReadAll(tokens[all..end], new Phrase([]));
            from = end;
        }

        if (counts.Length == 0) ReadPlain(clause);
        if (isCompared) _about = _about with { Period = period };
        foreach (var (at, bracket) in clause.Brackets) ReadBracket(clause, at, bracket);
    }

    /// <summary>Numbers that count something: not shares, not days, not what has no measure, save behind 为.</summary>
    private static bool IsCount(List<Token> tokens, int at)
    {
        if (tokens[at].Count is not { } count || s_noCounts.Contains(count.Measure)) return false;
        return count.Measure.Length > 0 || (at > 0 && at == tokens.Count - 1 && tokens[at - 1].Word is { Text: [.., '为' or '是'] });
    }

    /// <summary>Where the words that belong to one number end and those of the next begin: 8件申请中｜予以公开6件.</summary>
    private static int EndOfItem(List<Token> tokens, int at, int next)
    {
        var end = at + 1;
        while (end < next && (tokens[end].IsUnknown || tokens[end].Is(Role.Neutral) || IsHead(tokens[end]))) end++;
        if (end < next && tokens[end].Is(Role.Within)) return end + 1;
        for (end = at + 1; end < next && IsHead(tokens[end]);) end++;
        return end;
    }

    /// <summary>Whether what follows tells which of them: 有3件申请｜收取信息处理费2230元.</summary>
    private static bool IsSelection(List<Token> tokens, int at, int end, int next) => end > at + 1 && IsHead(tokens[end - 1])
        && tokens.Skip(end).Take(next - end).Any(t => t.IsUnknown || t.Is(Role.Meaning | Role.Foreign | Role.Some)) && !tokens[end].Is(Role.All | Role.Already);

    private static bool IsHead(Token token) => token.Word is { } word && word.Meanings.Any(m => m.Role == MeaningRole.Head);

    /// <summary>Takes over what the words say of the time and of who acts.</summary>
    private void Note(IEnumerable<Token> tokens)
    {
        Token? before = null;
        foreach (var token in tokens)
        {
            var isNext = token.Time?.Year == year + 1 && before?.Word?.Meanings.Length > 0;
            before = token;
            if (isNext) continue;
            if (token.Time is { } time) _about = _about with { Period = PeriodOf(time, token) };
            else if (token.Is(Role.ThisYear | Role.Reach)) _about = _about with { Period = Period.Year };
            else if (token.Is(Role.OtherYear | Role.SeveralYears)) _about = _about with { Period = new Period(PeriodKind.Other, "") };
            else if (token.Is(Role.PartOfYear)) _about = _about with { Period = new Period(PeriodKind.Part, token.Word!.Text) };
            else if (token.Is(Role.Own) || (token.Is(Role.Area) && isAreaOwn)) _about = _about with { IsOthers = false };
            else if (token.Is(Role.Area)) _about = _about with { IsOthers = true };
            else if (token.Is(Role.Aim)) _isAim = true;
            else if (token.Is(Role.Among)) _isAmong = true;
        }
    }

    private Period PeriodOf(Time time, Token token) => time switch
    {
        { Kind: TimeKind.Several } => new(PeriodKind.Other, ""),
        { Year: { } named } when named != year => new(PeriodKind.Other, ""),
        { Kind: TimeKind.Whole } => Period.Year,
        _ => new(PeriodKind.Part, text.Plain[token.Start..token.End]),
    };

    private void ReadItem(Clause clause, int from, int at, int end, bool isBeside)
    {
        var tokens = clause.Tokens[from..end];
        var number = clause.Tokens[at];
        var phrase = new Phrase(tokens);
        var before = _about;
        Note(tokens.TakeWhile(t => t != number));
        if (phrase.Has(Role.Rise | Role.Fall) && !phrase.Has(Role.Reach)) return;
        if (_isAim || phrase.Has(Role.Each | Role.Not) || (phrase.Has(Role.Compare) && _about.Period.Kind == PeriodKind.Year)) Foreign(phrase, number);
        else if (!phrase.HasMeaning && _inOrder.Count > 0) Add(number, _inOrder.Dequeue());
        else if (phrase.Has(Role.Respectively) && phrase.Heads.Count + phrase.Others.Count > 1) ReadInOrder(phrase, number);
        else if (phrase.IsList) ReadList(phrase, number);
        else if (_isAmong && !phrase.HasMeaning && phrase.Has(Role.Topic) && _items.LastOrDefault(i => !i.IsAmong) is { } whole) Narrow(whole, number);
        else if (phrase.HasMeaning || IsSwitch(phrase, before)) ReadOne(phrase, number, isBeside);
        else if (phrase.Has(Role.Total) && !phrase.Unknown.Any()) AddTotal(number);
        else
        {
            if (phrase.Unknown.Any()) _about = _about with { Head = null, IsForeign = true };
            _items.Add(new Item(number, _about with { IsForeign = true }) { IsAmong = true });
        }
    }

    /// <summary>行政诉讼9件，其中涉及政府信息公开1件: only the part is the report's.</summary>
    private void Narrow(Item whole, Token number)
    {
        whole.Said.Clear();
        Add(number, whole.About);
    }

    private void Foreign(Phrase phrase, Token number)
    {
        _items.Add(new Item(number, _about with { IsForeign = true }));
        if (phrase.HasMeaning) _about = _subjects.Read(phrase, _about) with { IsForeign = phrase.Has(Role.Not | Role.Each) };
    }

    /// <summary>Whether only who or when is new: 其中我局5件, 今年降至2件.</summary>
    private bool IsSwitch(Phrase phrase, Subject before) => !phrase.Unknown.Any() && before.Head is not null
        && (phrase.Has(Role.Reach) || (phrase.Has(Role.Own) && before.IsOthers) || before.Period != _about.Period);

    private void ReadOne(Phrase phrase, Token number, bool isBeside)
    {
        var about = _subjects.Read(phrase, _about, null, isBeside);
        if (_isSelected) about = about with { IsNarrower = true };
        var isUnder = _isAmong && _items.LastOrDefault(i => !i.IsAmong) is { About: var whole } && (whole.IsForeign || whole.IsOthers);
        if (isUnder && !phrase.Has(Role.Own) && (about.Acts.IsEmpty || phrase.Heads.Count == 0)) about = about with { IsForeign = true };
        if (phrase.IsUnion && _subjects.Statement(about) is null) _items.Add(new Item(number, about with { IsForeign = true }));
        else Add(number, about, phrase.Has(Role.Total | Role.ThisYear));
        _about = about;
    }

    private void Add(Token number, Subject about, bool isTotal = false)
    {
        var item = new Item(number, about) { IsAmong = _isAmong };
        _items.Add(item);
        if (!about.IsOurs || !IsMeasure(about.Head!, number.Count!)) return;
        if (about.IsWhole && _subjects.Statement(about) is { } exact)
        {
            if (!exact.IsTotal || isTotal) item.Said.Add(Number(exact, number, SaidKind.Number));
        }
        else item.Said.AddRange(_subjects.Wholes(about).Select(w => Number(w, number, SaidKind.Part)));
    }

    private static bool IsMeasure(Meaning head, Count count) => head.Measures.IsEmpty || count.Measure == "" || head.Measures.Contains(count.Measure);

    private Said Number(Statement statement, Token number, SaidKind kind) => new(statement, text, SpanOf(number))
    {
        Kind = kind, Count = number.Count,
        Range = kind == SaidKind.Part ? number.Count!.Range with { High = decimal.MaxValue } : number.Count!.Range,
    };

    private TextSpan SpanOf(Token number) => number.Count!.Index < 0 ? number.Span : text.Numbers[number.Count.Index].Span;

    /// <summary>行政复议和行政诉讼共5件 is a sum, 行政复议、行政诉讼均为0 says it of each.</summary>
    private void ReadList(Phrase phrase, Token number)
    {
        var about = phrase.Heads.Select(h => _subjects.Read(phrase, _about, h.Head)).ToArray();
        _about = about[^1];
        if (phrase.Unknown.Any()) _items.Add(new Item(number, _about with { IsForeign = true }));
        else if (phrase.Has(Role.All))
        {
            foreach (var one in about) Add(number, one);
        }
        else
        {
            var item = new Item(number, _about);
            _items.Add(item);
            var named = about.Select(a => a is { IsOurs: true, IsWhole: true } ? _subjects.Statement(a) : null).ToArray();
            if (phrase.Has(Role.Total) && Union(named) is { } sum) item.Said.Add(Number(sum, number, SaidKind.Number));
        }
    }

    /// <summary>新收、办结申请分别为26件、27件: the numbers follow in the order of what was named.</summary>
    private void ReadInOrder(Phrase phrase, Token number)
    {
        _inOrder.Clear();
        if (phrase.Heads.Count > 1)
        {
            foreach (var (_, head) in phrase.Heads) _inOrder.Enqueue(_subjects.Read(phrase, _about, head));
        }
        else
        {
            var whole = phrase.Tokens.Where(t => t.Word is not { Meanings.Length: > 0 } || IsHead(t)).ToArray();
            foreach (var (at, _) in phrase.Others) _inOrder.Enqueue(_subjects.Read(new Phrase(whole.Append(phrase.Tokens[at])), _about));
        }

        if (phrase.Unknown.Any()) _inOrder.Clear();
        if (_inOrder.Count > 0) Add(number, _inOrder.Dequeue());
        else Foreign(phrase, number);
    }

    /// <summary>合计29件: what goes before are its parts, and the total is what counts.</summary>
    private void AddTotal(Token number)
    {
        var total = new Item(number, _about);
        var parts = Sums.PartsOf(_items, number.Count!);
        var named = parts.Select(p => p.Said.Count == 1 ? p.Said[0].Statement : null).ToArray();
        foreach (var said in parts.Select(p => p.Said))
        {
            for (var i = 0; i < said.Count; i++) said[i] = said[i] with { Kind = SaidKind.Part, Range = said[i].Range with { High = decimal.MaxValue } };
        }

        if (named.Length > 0 && Union(named) is { } sum) total.Said.Add(Number(sum, number, SaidKind.Number));
        _items.Add(total);
    }

    /// <summary>The statement whose number is the sum of those; null when there is none.</summary>
    private Statement? Union(Statement?[] named)
    {
        if (named.Contains(null)) return null;
        if (named.Distinct().Count() == 1) return named[0];
        return vocabulary.Statements.FirstOrDefault(s => !s.SumOf.IsEmpty && s.SumOf.Order().SequenceEqual(named.Select(n => n!.Id).Order()));
    }

    /// <summary>增长10%, 减少4件: by how much the number before has changed.</summary>
    private void ReadChanges(List<Token> tokens)
    {
        if (!_isCompared || tokens.Any(t => t.IsUnknown || t.Time?.Year is { } named && named != year - 1 && named != year)) return;
        var from = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Count is not { } count) continue;
            var words = tokens[from..i];
            from = i + 1;
            var isRise = words.Any(t => t.Is(Role.Rise));
            if (words.Any(t => t.Is(Role.Reach)) || isRise == words.Any(t => t.Is(Role.Fall)) || words.Any(t => t.Word?.Meanings.Length > 0)) continue;
            if (_items.LastOrDefault()?.Said is [{ IsExact: true } said]) _changes.Add(new SaidChange(said, isRise ? 1 : -1, count, SpanOf(tokens[i])));
        }
    }

    private void ReadPlain(Clause clause)
    {
        var tokens = clause.Tokens;
        var (all, not) = (tokens.FindLastIndex(t => t.Is(Role.All)), tokens.FindIndex(t => t.Is(Role.Not)));
        Note(tokens);
        if (_isAim) return;
        if (not >= 0) ReadDenials(tokens, not);
        else if (all >= 0) ReadAll(tokens[all..], new Phrase(tokens[..all]));
        else if (_items is [.., { Count.Value: 1 }] && clause.Before == ',' && new Phrase(tokens).Heads.Count == 0) ReadAll(tokens, new Phrase([]));
        else ReadContext(new Phrase(tokens));
    }

    /// <summary>Words without a number say what the numbers behind them are about: 办理结果为：.</summary>
    private void ReadContext(Phrase phrase)
    {
        if (phrase.Heads.Count > 0 && !phrase.IsList) _about = _subjects.Read(phrase, _about) with { IsForeign = false, IsNarrower = false, IsOthers = false };
    }

    /// <summary>均已办结: what was named before, all of it.</summary>
    private void ReadAll(List<Token> tokens, Phrase named)
    {
        var phrase = new Phrase(tokens);
        if (phrase.Has(Role.Not)) ReadDenials(tokens, tokens.FindIndex(t => t.Is(Role.Not)));
        if (phrase.Has(Role.Not) || phrase.Unknown.Any() || phrase.Others.Count == 0 || named.Unknown.Any()) return;
        if (named.Heads.Count == 0 && phrase.Heads.Count > 0) named = new Phrase(phrase.Tokens.Take(phrase.Heads[^1].At + 1));
        foreach (var (_, head) in named.Heads)
        {
            _about = _subjects.Read(named, _about, head);
            AddAll(phrase, _about, null, named.Tokens[named.Heads[0].At]);
        }

        for (var i = named.Heads.Count > 0 ? -1 : _items.Count - 1; i >= 0; i--)
        {
            AddAll(phrase, _items[i].About, _items[i], phrase.Tokens[0]);
            if (i == 0 || _items[i].IsAmong || text.Plain[_items[i - 1].Number.End] != '、') break;
        }
    }

    private void AddAll(Phrase phrase, Subject about, Item? item, Token first)
    {
        if (!about.IsOurs || about.Period.Kind != PeriodKind.Year) return;
        var done = new Phrase(phrase.Tokens.Where(t => !IsHead(t)));
        var said = _subjects.Read(done, new Subject { Head = about.Head });
        if (said.IsForeign || said.Acts.Intersect(about.Acts).Any() || _subjects.Statement(said) is not { } statement) return;
        var isPart = !about.IsWhole || item?.IsAmong == true || _subjects.Statement(about) is null;
        var range = item?.Count.Range ?? new Interval(decimal.MinValue, decimal.MaxValue);
        _words.Add(new Said(statement, text, Between(first.Start < phrase.Tokens[0].Start ? first : phrase.Tokens[0], phrase.Tokens[^1]))
        {
            Kind = isPart ? SaidKind.Part : SaidKind.All, Range = isPart ? range with { High = decimal.MaxValue } : range, Count = item?.Count, Of = _subjects.Statement(about),
        });
    }

    private static TextSpan Between(Token first, Token last) => new(first.Start, last.End - first.Start);

    /// <summary>未收到申请, 没有行政复议、行政诉讼: a denial denies what it names, and nothing wider.</summary>
    private void ReadDenials(List<Token> tokens, int not)
    {
        var named = new Phrase(tokens[..not]);
        if (named.Unknown.Any() || _about.IsOthers || _about.Period.Kind != PeriodKind.Year) return;
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
        if (phrase.Unknown.Any() || phrase.Has(Role.Each | Role.Aim) || (phrase.Heads.Count > 1 && !phrase.IsList && !IsAbout(phrase))) return;
        var heads = phrase.IsList ? phrase.Heads : phrase.Heads.Count > 0 ? phrase.Heads[^1..] : named.Heads;
        var last = tokens.FindLastIndex(t => t.Word?.Meanings.Length > 0);
        var parts = new Phrase(named.Tokens.Where(t => !IsHead(t)).Concat(tokens));
        if (heads.Count == 0 && phrase.Others.Count > 0 && (_items.Count > 0 || phrase.Others.Any(o => o.Word.Meanings.Any(m => m.Implies)))) Deny(_subjects.Read(parts, _about with { IsNarrower = false }), tokens[0], tokens[last]);
        foreach (var (_, head) in heads) Deny(_subjects.Read(parts, new Subject { Head = head }, head), tokens[0], tokens[Math.Max(last, 0)]);
    }

    private static bool IsAbout(Phrase phrase) => phrase.Heads.All(h => h.Head == phrase.Heads[^1].Head || phrase.Heads[^1].Head.About.Contains(h.Head.Id));

    private void Deny(Subject about, Token first, Token last)
    {
        if (about.IsOurs && about.IsWhole && _subjects.Statement(about) is { } statement)
            _words.Add(new Said(statement, text, Between(first, last)) { Kind = SaidKind.None, Range = new Interval(0, 0) });
        if (about.Head is not null) _about = about with { IsForeign = false };
    }

    /// <summary>A bracket belongs to the number before it: 29件（含上年结转3件）, 6件（较上年减少13件）.</summary>
    private void ReadBracket(Clause clause, int at, List<Clause> bracket)
    {
        var number = clause.Tokens.Take(at).LastOrDefault(t => t.Count is not null);
        if (bracket.Count == 0 || _items.LastOrDefault(i => i.Number == number) is not { } item) return;
        var (about, isAmong, isAim, items) = (_about, _isAmong, _isAim, _items);
        _about = item.About;
        _isAmong = true;
        var phrase = new Phrase(bracket[0].Tokens);
        if (phrase.Has(Role.Including) && phrase.Has(Role.Not)) item.Said.Clear();
        else if (phrase.Has(Role.Including) && IncludedIn(item, phrase) is { } sum) item.Said[0] = item.Said[0] with { Statement = sum };
        foreach (var inner in bracket) Read(inner);
        (_about, _isAmong, _isAim, _items) = (about, isAmong, isAim, items);
    }

    /// <summary>What is counted when the words add something to it: received, those carried in among them.</summary>
    private Statement? IncludedIn(Item item, Phrase phrase) => item.Said is [{ Kind: SaidKind.Number, Statement: var own }]
        && _subjects.Read(phrase, new Subject { Head = item.About.Head }) is { IsOurs: true } added && _subjects.Statement(added) is { } other
        && own != other ? Union([own, other]) : null;
}
