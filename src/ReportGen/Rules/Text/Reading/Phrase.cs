namespace ReportGen.Rules.Text.Reading;

/// <summary>A run of tokens around one number, or of a clause without a number, and what is in it.</summary>
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
            if (word.Meanings.FirstOrDefault(m => m.Role == MeaningRole.Head) is { } head) Heads.Add((i, head));
            else Others.Add((i, word));
        }
    }

    /// <summary>All that its words do.</summary>
    public Role Roles { get; }

    /// <summary>The things counted that it names, with their places.</summary>
    public List<(int At, Meaning Head)> Heads { get; } = [];

    /// <summary>The acts and parts that it names.</summary>
    public List<(int At, Word Word)> Others { get; } = [];

    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>Whether it says what is counted or done.</summary>
    public bool HasMeaning => Heads.Count + Others.Count > 0;

    /// <summary>Whether the things that it names stand side by side: 行政复议和行政诉讼.</summary>
    public bool IsList => Heads.Count > 1 && Heads.Zip(Heads.Skip(1)).All(p => IsJoined(p.First.At, p.Second.At));

    /// <summary>Whether what is done stands side by side, so that the number is of both together: 予以公开和部分公开.</summary>
    public bool IsUnion => Others.Zip(Others.Skip(1)).Any(p => IsJoined(p.First.At, p.Second.At));

    /// <summary>Whether another activity stands beside what is done, so that the number is of both: 公开和部分公开.</summary>
    public bool IsMixed => Others is [(> 1 and var at, _), ..] && IsAnd(_tokens[at - 1]) && _tokens[at - 2].Is(Role.Verb);

    /// <summary>The places of what the reader does not know.</summary>
    public IEnumerable<int> Unknown => Enumerable.Range(0, _tokens.Count).Where(i => IsForeign(_tokens[i]));

    public bool Has(Role role) => (Roles & role) != 0;

    private static bool IsForeign(Token token) => token.IsUnknown || token.Mark == '“' || token.Is(Role.Foreign | Role.Some);

    private bool IsJoined(int one, int other)
    {
        var between = _tokens.Skip(one + 1).Take(other - one - 1).ToArray();
        return between.Any(IsAnd)
            && between.All(t => IsAnd(t) || t.Is(Role.Neutral | Role.Already) || t.Word?.Meanings.Length > 0);
    }

    private static bool IsAnd(Token token) => token.Mark == '、' || token.Is(Role.And);
}
