namespace ReportGen.Templating.Parsing;

/// <summary>Splits a template into tokens. Goes through the text once, keeps on after mistakes, never recurses.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly string _file;
    private readonly LexerOptions _options;
    private readonly int _errorLimit;
    private readonly TokenList _tokens = new();
    private readonly List<LogMessage> _errors = [];
    private readonly Stack<Interpolation> _interpolations = new();
    private int _offset;
    private int _line;
    private int _column;
    private int _braces;

    private Lexer(string text, string file, LexerOptions options, int errorLimit)
    {
        _text = text;
        _file = file;
        _options = options;
        _errorLimit = errorLimit;
    }

    /// <summary>An interpolated string that is being read.</summary>
    /// <param name="Quote">The quote that ends it.</param>
    /// <param name="Braces">The braces that were open before it.</param>
    private sealed record Interpolation(char Quote, int Braces);

    private TextPosition Here => new(_offset, _line, _column);

    private char Current => _offset < _text.Length ? _text[_offset] : '\0';

    private bool AtEnd => _offset >= _text.Length;

    private bool IsFull => _tokens.Count >= _options.TokenLimit || _errors.Count >= _errorLimit;

    /// <summary>All tokens, the last of them <see cref="TokenType.Eof"/>, and what is wrong.</summary>
    public static (TokenList Tokens, List<LogMessage> Errors) Run(
        string text, string file, LexerOptions options, int errorLimit)
    {
        var lexer = new Lexer(text, file, options, errorLimit);
        lexer.Run();
        return (lexer._tokens, lexer._errors);
    }

    private void Run()
    {
        if (_text.Length > _options.LengthLimit)
            Report(Here, ParserMessages.TextTooLong(_options.LengthLimit));
        else if (_options.Mode == ScriptMode.ScriptOnly)
            ReadCode();
        else
            ReadBlocks();
        if (_tokens.Count >= _options.TokenLimit)
            Report(Here, ParserMessages.TooManyTokens(_options.TokenLimit));
        _tokens.Add(new Token(TokenType.Eof, Here, Here, null));
    }

    private void ReadBlocks()
    {
        var strip = '\0';
        while (!AtEnd && !IsFull)
        {
            StripLeft(strip);
            var start = Here;
            SkipToBlock();
            if (AtEnd)
            {
                AddRaw(start, _offset, Here);
                return;
            }

            strip = _text[_offset + 1] == '{' ? ReadCodeBlock(start) : ReadEscapeBlock(start);
        }
    }

    private void SkipToBlock()
    {
        while (!AtEnd)
        {
            var next = _text.IndexOf('{', _offset);
            if (next < 0)
            {
                AdvanceTo(_text.Length);
                return;
            }

            AdvanceTo(next);
            if (Peek(1) == '{' || EscapeLevel() > 0)
                return;
            Advance();
        }
    }

    private char ReadCodeBlock(TextPosition rawStart)
    {
        var enter = Here;
        var strip = Peek(2) is '-' or '~' ? Peek(2) : '\0';
        var indent = strip == '\0' ? IndentBefore(rawStart) : null;
        AddRaw(rawStart, StrippedEnd(rawStart, strip), enter);
        AdvanceTo(_offset + (strip == '\0' ? 2 : 3));
        Add(TokenType.CodeEnter, enter, indent);
        return ReadCode();
    }

    /// <summary>The white space between the start of the line and here, where there is nothing else since the last block.</summary>
    private string? IndentBefore(TextPosition rawStart)
    {
        var start = _offset;
        while (start > rawStart.Offset && _text[start - 1] is ' ' or '\t')
            start--;
        var atLineStart = start == 0 || _text[start - 1] == '\n';
        return atLineStart && start < _offset ? _text[start.._offset] : null;
    }

    private char ReadEscapeBlock(TextPosition rawStart)
    {
        var enter = Here;
        var level = EscapeLevel();
        var body = _offset + level + 2;
        var strip = body < _text.Length && _text[body] is '-' or '~' ? _text[body] : '\0';
        AddRaw(rawStart, StrippedEnd(rawStart, strip), enter);
        AdvanceTo(body + (strip == '\0' ? 0 : 1));
        var close = "}" + new string('%', level) + "}";
        var end = _text.IndexOf(close, _offset, StringComparison.Ordinal);
        if (end < 0)
        {
            Report(enter, ParserMessages.UnclosedEscape(close));
            end = _text.Length;
        }

        var after = end > _offset && _text[end - 1] is '-' or '~' ? _text[end - 1] : '\0';
        var start = Here;
        var content = _text[_offset..(after == '\0' ? end : end - 1)];
        AdvanceTo(Math.Min(_text.Length, end + close.Length));
        Add(TokenType.Escape, start, content);
        return after;
    }

    /// <summary>The number of % of an escape block that begins here; 0 where none does.</summary>
    private int EscapeLevel()
    {
        var level = 0;
        while (Peek(level + 1) == '%')
            level++;
        return level > 0 && Peek(level + 1) == '{' ? level : 0;
    }

    private int StrippedEnd(TextPosition rawStart, char strip)
    {
        var end = _offset;
        while (strip != '\0' && end > rawStart.Offset && IsStripped(_text[end - 1], strip))
            end--;
        return end;
    }

    private static bool IsStripped(char c, char strip) =>
        char.IsWhiteSpace(c) && (strip == '-' || (c != '\n' && c != '\r'));

    private void StripLeft(char strip)
    {
        while (strip != '\0' && !AtEnd && IsStripped(Current, strip))
            Advance();
        if (strip != '~')
            return;
        if (Current == '\r' && Peek(1) == '\n')
            Advance();
        if (Current == '\n')
            Advance();
    }

    private void AddRaw(TextPosition start, int end, TextPosition next)
    {
        if (end > start.Offset)
            _tokens.Add(new Token(TokenType.Raw, start, next, _text[start.Offset..end]));
    }

    private void Add(TokenType type, TextPosition start, string? text) =>
        _tokens.Add(new Token(type, start, Last(start), text));

    private TextPosition Last(TextPosition start) =>
        _offset > start.Offset && _column > 0 ? new TextPosition(_offset - 1, _line, _column - 1) : start;

    private void Report(TextPosition start, TemplateMessage message)
    {
        if (_errors.Count < _errorLimit)
            _errors.Add(LogMessage.At(new SourceSpan(_file, start, Last(start)), _text, message, _errors.Count > 0 ? _errors[^1] : null));
    }

    private char Peek(int ahead) => _offset + ahead < _text.Length ? _text[_offset + ahead] : '\0';

    private void Advance()
    {
        if (_text[_offset++] == '\n')
        {
            _line++;
            _column = 0;
        }
        else
        {
            _column++;
        }
    }

    private void AdvanceTo(int offset)
    {
        while (_offset < offset && _offset < _text.Length)
            Advance();
    }
}
