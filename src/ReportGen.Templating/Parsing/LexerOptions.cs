namespace ReportGen.Templating.Parsing;

/// <summary>How a text mixes code and text.</summary>
public enum ScriptMode
{
    /// <summary>Text with code between <c>{{</c> and <c>}}</c>.</summary>
    Default,

    /// <summary>Code only.</summary>
    ScriptOnly,
}

/// <summary>Settings of the lexer.</summary>
public sealed record LexerOptions
{
    /// <summary>Text with code.</summary>
    public static readonly LexerOptions Default = new();

    /// <summary>How the text mixes code and text.</summary>
    public ScriptMode Mode { get; init; }

    /// <summary>Tokens of one template, at least 1; more is an error.</summary>
    public int TokenLimit { get; init; } = 500_000;

    /// <summary>UTF-16 code units of one template, at least 1; more is an error.</summary>
    public int LengthLimit { get; init; } = 32 << 20;
}
