namespace ReportGen.Rules.Text.Reading;

/// <summary>Determines the subject of a phrase from its words and the previous subject.</summary>
internal sealed class SubjectReader(Vocabulary vocabulary)
{
    /// <summary>
    /// The subject of <paramref name="phrase"/>. A head that is named replaces the previous one; otherwise the previous
    /// one applies. Unknown words between an act and its head mean that something else is counted; before the act they name
    /// another actor.
    /// </summary>
    public Subject Read(Phrase phrase, Subject before, Meaning? listed = null, bool isBeside = false)
    {
        var own = listed ?? (phrase.Heads.Count > 0 ? phrase.Heads[^1].Head : null);
        var head = own ?? Implied(phrase, before) ?? before.Head;
        var isUnknown = own is null && head == before.Head && before.IsUnknown;
        if (own is not null && listed is null)
            isUnknown = phrase.Heads.Any(h => h.Head != own && !own.MayName.Contains(h.Head.Id));
        if (head is null) return before with { Head = null, IsUnknown = true, Acts = [], Restrictions = [] };

        var (acts, restrictions, first) = (new List<Meaning>(), new List<Meaning>(), int.MaxValue);
        foreach (var (at, word) in phrase.Others)
        {
            if (Sense(word, head) is { } meaning)
            {
                (meaning.Kind == MeaningKind.Act ? acts : restrictions).Add(meaning);
                first = Math.Min(first, at);
            }
            else if (!word.Meanings.Any(m => head.MayName.Contains(m.Id)))
            {
                isUnknown = true;
            }
        }

        var subject = before with { Head = head, IsUnknown = isUnknown, IsNarrower = own is null
            && before.IsNarrower, Restrictions = Restrictions(restrictions, own, before) };
        subject = subject with { Acts = acts.Count > 0 ? [.. acts.Distinct()] : own is null
            || isBeside ? [.. before.Acts.Where(a => a.Heads.Contains(head.Id))] : [] };
        if (before.IsUnknown && acts.Count == 0 && (isBeside || IsOfGroup(own, before.Head)))
        {
            subject = subject with { IsUnknown = true };
        }

        return WithUnknownWords(phrase, subject, first);
    }

    /// <summary>The statement that consists of exactly these meanings; null if the vocabulary has none.</summary>
    public Statement? Statement(Meaning head, IEnumerable<Meaning> meanings)
    {
        var all = meanings.ToArray();
        return vocabulary.StatementsOf[head].Where(s => s.Required.All(m => m == head || all.Contains(m))
            && all.All(m => s.Required.Contains(m) || s.Allowed.Contains(m))).MaxBy(s => s.Required.Length);
    }

    /// <summary>The statements of whose figures the subject is a part.</summary>
    public IEnumerable<Statement> Wholes(Subject subject)
    {
        if (subject.Head is not { } head) return [];
        if (Statement(head, subject.Acts) is { } whole) return [whole];
        return subject.Acts.Select(a => Statement(head, [a])).OfType<Statement>();
    }

    public Statement? Statement(Subject subject) =>
        subject.Head is { } head ? Statement(head, subject.Acts.Concat(subject.Restrictions)) : null;

    private static bool IsOfGroup(Meaning? one, Meaning? other) => one is { Group.Length: > 0 } && one.Group == other?.Group;

    private static Meaning? Sense(Word word, Meaning head) => word.Meanings.FirstOrDefault(m => m.Heads.Contains(head.Id));

    private Meaning? Implied(Phrase phrase, Subject before)
    {
        var meanings = phrase.Others.SelectMany(o => o.Word.Meanings).ToArray();
        if (before.IsUnknown || (before.Head is { } head && meanings.Any(m => m.Heads.Contains(head.Id)))) return null;
        return meanings.FirstOrDefault(m => m.Implies) is { } implied ? vocabulary.Meanings[implied.Heads[0]] : null;
    }

    /// <summary>
    /// 自然人申请5件，网络2件 → the second number keeps 自然人; 自然人5件，企业2件 → it does not. A previous part applies until another of its
    /// group, or another head, is named.
    /// </summary>
    private static ImmutableArray<Meaning> Restrictions(List<Meaning> named, Meaning? own, Subject before) => own is not null
        && named.Count == 0 ? []
        : [.. (own is null ? before.Restrictions.Where(p => !named.Any(n => n.Group == p.Group)) : []).Concat(named).Distinct()];

    private static Subject WithUnknownWords(Phrase phrase, Subject subject, int act)
    {
        var unknown = phrase.Unknown.ToArray();
        if (unknown.Length == 0) return subject;
        var head = phrase.Heads.Select(h => h.At).DefaultIfEmpty(int.MaxValue).Last();
        if (unknown.All(u => u < Math.Min(act, head)) && IsToward(phrase, unknown[0])) return subject with { IsNarrower = true };
        return act < head && unknown.All(u => u < act) ? subject with { IsOthers = true } : subject with { IsUnknown = true };
    }

    /// <summary>Whether a word before it marks it as the person or matter concerned, and nobody else acts.</summary>
    private static bool IsToward(Phrase phrase, int at) =>
        phrase.Tokens.Take(at).Any(t => t.Is(Role.Toward)) && phrase.Tokens.Take(at).All(t => !t.IsUnknown);
}
