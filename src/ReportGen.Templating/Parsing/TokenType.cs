namespace ReportGen.Templating.Parsing;

/// <summary>The kinds of tokens.</summary>
internal enum TokenType : byte
{
    /// <summary>The end of the template.</summary>
    Eof,

    /// <summary>Text outside code.</summary>
    Raw,

    /// <summary>The text of an escape block.</summary>
    Escape,

    /// <summary><c>{{</c> with its strip mark.</summary>
    CodeEnter,

    /// <summary><c>}}</c> with its strip mark.</summary>
    CodeExit,

    /// <summary>An end of line in code.</summary>
    NewLine,

    /// <summary><c>;</c></summary>
    SemiColon,

    /// <summary>A name; <see cref="Token.Text"/> holds it.</summary>
    Identifier,

    /// <summary>A local name, without its <c>$</c>; empty for <c>$</c>, <c>$</c> for <c>$$</c>.</summary>
    LocalIdentifier,

    /// <summary>A whole number with its digits as written.</summary>
    Integer,

    /// <summary>A number with decimal places as written.</summary>
    Float,

    /// <summary>A string; <see cref="Token.Text"/> holds its value.</summary>
    String,

    /// <summary>The start of an interpolated string, up to its first expression or end.</summary>
    InterpolationBegin,

    /// <summary>Text of an interpolated string after an expression.</summary>
    InterpolationText,

    /// <summary>The end of an interpolated string.</summary>
    InterpolationEnd,

    /// <summary>An operator or mark; <see cref="Token.Text"/> holds it.</summary>
    Operator,
}
