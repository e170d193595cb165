namespace ReportGen.Templating.Parsing;

/// <summary>A token of a template.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">Its last character.</param>
/// <param name="Text">What it says: a name, a value, an operator, or null.</param>
internal readonly record struct Token(TokenType Type, TextPosition Start, TextPosition End, string? Text)
{
    /// <summary>Whether this is the operator or mark <paramref name="text"/>.</summary>
    public bool Is(string text) => Type == TokenType.Operator && Text == text;

    /// <summary>Whether this is the name <paramref name="name"/>.</summary>
    public bool IsName(string name) => Type == TokenType.Identifier && Text == name;

    /// <summary>Whether a statement ends here.</summary>
    public bool EndsStatement =>
        Type is TokenType.NewLine or TokenType.SemiColon or TokenType.CodeExit or TokenType.Eof;
}
