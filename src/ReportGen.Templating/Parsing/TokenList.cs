namespace ReportGen.Templating.Parsing;

/// <summary>The tokens of a template. A class of its own, because a generic list of them would have to be compiled at each start of the program.</summary>
internal sealed class TokenList
{
    private Token[] _tokens = new Token[64];

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The token at a place, from zero.</summary>
    public Token this[int index] => _tokens[index];

    /// <summary>The last token; there must be one.</summary>
    public Token Last => _tokens[Count - 1];

    /// <summary>Adds a token at the end.</summary>
    public void Add(Token token)
    {
        if (Count == _tokens.Length)
        {
            var more = new Token[Count * 2];
            Array.Copy(_tokens, more, Count);
            _tokens = more;
        }

        _tokens[Count++] = token;
    }
}
