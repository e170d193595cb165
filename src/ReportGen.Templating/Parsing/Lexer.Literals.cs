using System.Globalization;
using System.Text;

namespace ReportGen.Templating.Parsing;

internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        var start = Here;
        var type = TokenType.Integer;
        if (Current == '0' && Peek(1) is 'x' or 'X' or 'b' or 'B')
        {
            AdvanceTo(_offset + 2);
            SkipWhile(c => char.IsAsciiHexDigit(c) || c == '_');
            if (Current is 'u' or 'U')
                Advance();
        }
        else
        {
            type = ReadDecimalNumber();
        }

        Add(type, start, _text[start.Offset.._offset]);
    }

    private TokenType ReadDecimalNumber()
    {
        var type = TokenType.Integer;
        SkipWhile(IsDigit);
        if (Current == '.' && char.IsAsciiDigit(Peek(1)))
        {
            type = TokenType.Float;
            Advance();
            SkipWhile(IsDigit);
        }

        if (Current is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            type = TokenType.Float;
            AdvanceTo(_offset + 2);
            SkipWhile(IsDigit);
        }

        if (Current is not ('f' or 'F' or 'd' or 'D' or 'm' or 'M') || IdentifierLength(_offset + 1, false) > 0)
            return type;
        Advance();
        return TokenType.Float;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c == '_';

    private void SkipWhile(Func<char, bool> accept)
    {
        while (!AtEnd && accept(Current))
            Advance();
    }

    private void ReadVerbatim()
    {
        var start = Here;
        var text = new StringBuilder();
        Advance();
        while (!AtEnd && !(Current == '`' && Peek(1) != '`'))
        {
            if (Current == '`')
                Advance();
            text.Append(Current);
            Advance();
        }

        FinishString(start, "`");
        Add(TokenType.String, start, text.ToString());
    }

    private void ReadString(char quote)
    {
        var start = Here;
        var text = new StringBuilder();
        Advance();
        while (!AtEnd && Current != quote)
            ReadStringCharacter(text, false);
        FinishString(start, quote.ToString());
        Add(TokenType.String, start, text.ToString());
    }

    private void FinishString(TextPosition start, string quote)
    {
        if (!AtEnd)
        {
            Advance();
            return;
        }

        var found = Math.Min(_text.IndexOf('\n', start.Offset) is var line and >= 0 ? line : _text.Length, ExitAfter(start));
        (_offset, _line, _column) = (start.Offset, start.Line, start.Column);
        AdvanceTo(found);
        Report(start, ParserMessages.UnclosedString(quote));
    }

    /// <summary>Where the code block of an unclosed string seems to end; reading goes on there.</summary>
    private int ExitAfter(TextPosition start) =>
        _text.IndexOf("}}", start.Offset, StringComparison.Ordinal) is var exit and >= 0 ? exit : _text.Length;

    private void ReadStringCharacter(StringBuilder text, bool interpolated)
    {
        if (Current != '\\')
        {
            text.Append(Current);
            Advance();
            return;
        }

        var start = Here;
        Advance();
        if (AtEnd)
            return;
        var c = Current;
        Advance();
        if (c is 'u' or 'x')
            ReadCodePoint(text, start, c == 'u' ? 4 : 2);
        else if (Unescape(c, interpolated) is { } plain)
            text.Append(plain);
        else if (!IsFull)
            Report(start, ParserMessages.BadEscape(c));
    }

    private static string? Unescape(char c, bool interpolated) => c switch
    {
        '\'' or '"' or '\\' => c.ToString(),
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'b' => "\b",
        'f' => "\f",
        'v' => "\v",
        '0' => "\0",
        '\n' => "",
        '{' or '}' when interpolated => c.ToString(),
        _ => null,
    };

    private void ReadCodePoint(StringBuilder text, TextPosition start, int digits)
    {
        var available = Math.Min(digits, _text.Length - _offset);
        if (available == digits && ushort.TryParse(
            _text.AsSpan(_offset, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            AdvanceTo(_offset + digits);
        }
        else
        {
            Report(start, ParserMessages.BadEscape(digits == 4 ? 'u' : 'x'));
        }
    }

    private void ReadInterpolation(TextPosition start)
    {
        _interpolations.Push(new Interpolation(Current, _braces));
        Advance();
        ReadInterpolationPart(start, TokenType.InterpolationBegin);
    }

    private void ReadInterpolationText()
    {
        var start = Here;
        Advance();
        ReadInterpolationPart(start, TokenType.InterpolationText);
    }

    /// <summary>Reads text up to the next expression or the end of the interpolated string.</summary>
    private void ReadInterpolationPart(TextPosition start, TokenType type)
    {
        var (quote, braces) = _interpolations.Peek();
        var text = new StringBuilder();
        while (!AtEnd && Current != quote && Current != '{')
            ReadStringCharacter(text, true);
        Add(type, start, text.ToString());
        if (Current == '{')
        {
            Advance();
            _braces = 0;
            return;
        }

        var end = Here;
        FinishString(start, quote.ToString());
        _interpolations.Pop();
        _braces = braces;
        Add(TokenType.InterpolationEnd, end, null);
    }

    private void CloseBrokenInterpolation()
    {
        Report(Here, ParserMessages.UnclosedInterpolation());
        while (_interpolations.TryPop(out _))
            Add(TokenType.InterpolationEnd, Here, null);
        _braces = 0;
    }
}
