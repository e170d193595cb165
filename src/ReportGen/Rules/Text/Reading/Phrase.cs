namespace ReportGen.Rules.Text.Reading;

/// <summary>The tokens around one number, or of a clause without a number.</summary>
internal sealed class Phrase
{
    private readonly List<Token> _tokens;

    public Phrase(IEnumerable<Token> tokens)
    {
        _tokens = [.. tokens];
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            Roles |= token.Word?.Role ?? Role.None;
            if (token.Word is not { Meanings: [_, ..] } word) continue;
            if (word.Meanings.FirstOrDefault(m => m.Kind == MeaningKind.Head) is { } head) Heads.Add((i, head));
            else Others.Add((i, word));
        }
    }

    /// <summary>The roles of all its words.</summary>
    public Role Roles { get; }

    /// <summary>The heads that it names, with their indices.</summary>
    public List<(int At, Meaning Head)> Heads { get; } = [];

    /// <summary>The acts and restrictions that it names.</summary>
    public List<(int At, Word Word)> Others { get; } = [];

    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>Whether it names a head, an act or a restriction.</summary>
    public bool HasMeaning => Heads.Count + Others.Count > 0;

    /// <summary>Whether its heads are joined: 行政复议和行政诉讼.</summary>
    public bool IsList => Heads.Count > 1 && Heads.Zip(Heads.Skip(1)).All(p => IsJoined(p.First.At, p.Second.At));

    /// <summary>Whether its acts are joined, so that the number covers both: 予以公开和部分公开.</summary>
    public bool IsUnion => Others.Zip(Others.Skip(1)).Any(p => IsJoined(p.First.At, p.Second.At));

    /// <summary>Whether another activity is joined with the act, so that the number covers both: 公开和部分公开.</summary>
    public bool IsMixed => Others is [(> 1 and var at, _), ..] && IsAnd(_tokens[at - 1]) && _tokens[at - 2].Is(Role.Verb);

    /// <summary>The indices of tokens that are not understood.</summary>
    public IEnumerable<int> Unknown => Enumerable.Range(0, _tokens.Count).Where(i => IsNotUnderstood(_tokens[i]));

    public bool Has(Role role) => (Roles & role) != 0;

    private static bool IsNotUnderstood(Token token) =>
        token.IsUnknown || token.Mark == '“' || token.Is(Role.Lookalike | Role.Some);

    private bool IsJoined(int one, int other)
    {
        var between = _tokens.Skip(one + 1).Take(other - one - 1).ToArray();
        return between.Any(IsAnd)
            && between.All(t => IsAnd(t) || t.Is(Role.Neutral | Role.Already) || t.Word?.Meanings.Length > 0);
    }

    private static bool IsAnd(Token token) => token.Mark == '、' || token.Is(Role.And);
}
